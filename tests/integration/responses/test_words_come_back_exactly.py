"""What was typed comes back as it was typed: every script, every mark, ten thousand characters; line breaks alone are made one kind."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from practice.responses.models import Draft, Submission
from tests.factories import homework
from tests.factories.house import House

# A family joined by zero-width joiners, right-to-left with an override, one letter as one and as two characters (never made one),
# tall stacks of marks, a soft hyphen, a word joiner and a private character.
MIXED = (
    "👩‍❤️‍👨 שָׁלוֹם \u202eabc\u202c é e\u0301 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞ soft\u00adhyphen no\u2060break \ue000 ﬁ Å \U0001d54f\n"
    "\tline two  with  spaces "
)
LONG = (MIXED * 70)[:10_000]
SLUG = "cc-after-argument"


@pytest.fixture
def page(open_house: House) -> str:
    with homework.later(0):
        return f"/homework/{homework.give(open_house, SLUG, 'a').a}/part/1"


def drafted(house: House) -> Any:
    (draft,) = homework.rows_of(house, Draft)
    return draft.answers["given"]["my_side"]


def test_ten_thousand_characters_by_a_form(open_house: House, page: str) -> None:
    assert len(LONG) == 10_000
    with homework.later(1):
        amara = open_house.visitor("amara")
        amara.post(page, {"my_side": LONG, "revision": "0", "go": "next"})
        assert drafted(open_house) == LONG
        assert LONG in unescape(amara.page(page))


def test_the_same_by_a_script_in_parts_and_as_json(open_house: House, page: str) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        data = {"my_side": LONG, "revision": "0"}
        saved = amara.post(f"{page}/autosave", data, content_type="multipart/form-data")
        assert saved.status_code == 200
        assert drafted(open_house) == LONG
        again = amara.client.post(
            f"{page}/autosave",
            json={"revision": 1, "answers": {"my_side": LONG[::-1]}},
            headers={"X-CSRFToken": amara.csrf},
        )
        assert again.status_code == 200
    assert drafted(open_house) == LONG[::-1]


def test_what_is_sent_is_the_same_again(open_house: House, page: str) -> None:
    found, url = homework.definition(open_house, SLUG), page.removesuffix("/part/1")
    with homework.later(1):
        answers = {**homework.plausible(found), "my_side": LONG}
        amara = open_house.visitor("amara")
        checked = homework.write(amara, found, url, answers)
        assert LONG in unescape(checked.text)
        homework.send(amara, url, checked.text)
    (sent,) = homework.rows_of(open_house, Submission)
    assert sent.answers["my_side"] == LONG


def test_line_breaks_of_every_kind_become_one_kind(open_house: House, page: str) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        amara.post(f"{page}/autosave", {"my_side": "\r\none\r\ntwo\rthree\n", "revision": "0"})
        assert drafted(open_house) == "\none\ntwo\nthree\n"
        # HTML drops one line break after the opening tag: the page writes it, so that the person's own stays.
        assert ">\n\none\ntwo" in amara.page(page)


@pytest.mark.parametrize("broken", ["\\ud83d", "\\ude00 \\ud83d", "\\u0000", "ok \\ud800 ok"])
def test_half_characters_are_refused_and_what_was_there_stays(
    open_house: House, page: str, broken: str
) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        amara.post(f"{page}/autosave", {"my_side": "before", "revision": "0"})
        refused = amara.client.post(
            f"{page}/autosave",
            data=f'{{"revision": 1, "answers": {{"my_side": "{broken}"}}}}',
            content_type="application/json",
            headers={"X-CSRFToken": amara.csrf, "Accept": "application/json"},
        )
        assert refused.status_code == 422
        assert refused.get_json()["message"]
        form = amara.post(page, {"my_side": "a\x00b", "revision": "1", "go": "next"})
        assert form.status_code == 422
        raw = amara.client.post(
            page,
            data=f"csrf_token={amara.csrf}&revision=1&my_side=%ED%A0%80%FF",
            content_type="application/x-www-form-urlencoded",
        )
        assert raw.status_code in (303, 422)
    assert isinstance(drafted(open_house), str)
