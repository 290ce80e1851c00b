from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue.definition import ExerciseDefinition
from practice.responses.models import Draft
from tests.factories import homework
from tests.factories.house import House, Visitor

MISSING = 5  # the page of the wheel that asks for words


@pytest.fixture
def page_url(open_house: House, given: homework.Set) -> str:
    with homework.later(1):
        for number in range(1, 9):
            url = f"/homework/{given.a}/part/{number}"
            if 'name="missing"' in open_house.visitor("amara").page(url):
                return url
    raise AssertionError("no page asks for words")


def save(visitor: Visitor, url: str, revision: int, words: str) -> Any:
    return visitor.post(f"{url}/autosave", {"revision": str(revision), "missing": words})


def draft_words(house: House) -> Any:
    (draft,) = homework.rows_of(house, Draft)
    return draft.answers["given"].get("missing")


def test_each_save_raises_the_revision(open_house: House, page_url: str) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        first = save(amara, page_url, 0, "one").get_json()
        second = save(amara, page_url, 1, "two").get_json()
    assert (first["revision"], second["revision"]) == (1, 2)
    assert first["saved_at"] == "11:00"
    assert draft_words(open_house) == "two"


def test_an_older_page_keeps_both_texts_apart(open_house: House, page_url: str) -> None:
    with homework.later(1):
        one, other = open_house.visitor("amara"), open_house.visitor("amara")
        save(one, page_url, 0, "first words")
        conflict = save(other, page_url, 0, "other words")
    assert conflict.status_code == 409
    told = conflict.get_json()
    assert told["saved"]["missing"] == "first words"
    assert told["typed"]["missing"] == "other words"
    assert told["url"].startswith(page_url)
    assert draft_words(open_house) == "first words"


def test_without_a_script_the_page_shows_both_and_takes_either(
    open_house: House, page_url: str
) -> None:
    with homework.later(1):
        one, other = open_house.visitor("amara"), open_house.visitor("amara")
        save(one, page_url, 0, "first words")
        page = other.post(page_url, {"revision": "0", "missing": "other words", "go": "next"})
        assert page.status_code == 409
        assert page.text.count("first words") == 1
        assert page.text.count("other words") == 2
        assert draft_words(open_house) == "first words"
        mine = other.post(
            page_url,
            {"revision": homework.hidden(page.text, "revision"), "missing": "other words"},
        )
    assert mine.status_code == 303
    assert draft_words(open_house) == "other words"


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b'"text"',
        b'{"revision": 0, "answers": []}',
        b'{"revision": 0, "answers": {"unknown": "x"}}',
        b'{"revision": 0, "answers": {"missing": "\\ud800"}}',
        b'{"revision": 0, "answers": {"missing": "\\u0000"}}',
        b'{"revision": 0, "answers": {"missing": 5}}',
        b'{"revision": 0, "answers": {"missing": {"skipped": "yes"}}}',
    ],
)
def test_what_cannot_be_kept_is_refused(open_house: House, page_url: str, body: bytes) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        refused = amara.client.post(
            f"{page_url}/autosave",
            data=body,
            content_type="application/json",
            headers={"X-CSRFToken": amara.csrf, "Accept": "application/json"},
        )
    assert refused.status_code == 422
    assert refused.get_json()["message"]
    assert homework.rows_of(open_house, Draft) == []


def test_json_is_saved_like_a_form(open_house: House, page_url: str) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        saved = amara.client.post(
            f"{page_url}/autosave",
            json={"revision": 0, "answers": {"missing": "written \N{PILE OF POO}"}},
            headers={"X-CSRFToken": amara.csrf},
        )
    assert saved.status_code == 200
    assert draft_words(open_house) == "written \N{PILE OF POO}"


def test_a_text_that_is_too_long_is_said_to_be_and_stays_on_the_page(
    open_house: House, page_url: str
) -> None:
    long = "x" * 600
    with homework.later(1):
        amara = open_house.visitor("amara")
        assert save(amara, page_url, 0, long).status_code == 422
        page = amara.post(page_url, {"revision": "0", "missing": long})
    assert page.status_code == 422
    assert long in page.text
    assert "100 characters over the limit" in page.text
    assert "<title>Error: " in page.text


def test_other_pages_stay_as_they_are(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set, page_url: str
) -> None:
    amara = open_house.visitor("amara")
    with homework.later(1):
        homework.write(amara, wheel, f"/homework/{given.a}", homework.plausible(wheel))
        (draft,) = homework.rows_of(open_house, Draft)
        save(amara, page_url, draft.revision, "")
    (after,) = homework.rows_of(open_house, Draft)
    assert "missing" not in after.answers["given"]
    assert after.answers["given"]["now"] == draft.answers["given"]["now"]


def test_words_beside_a_skipped_question_are_kept_for_their_author_and_never_sent(
    open_house: House, given: homework.Set, page_url: str
) -> None:
    amara = open_house.visitor("amara")
    with homework.later(1):
        amara.post(page_url, {"revision": "0", "missing": "set aside", "missing__skip": "y"})
        assert "set aside" in amara.page(page_url)
        check = amara.page(f"/homework/{given.a}/check")
    assert "set aside" not in check
    assert "Chose not to answer" in check
