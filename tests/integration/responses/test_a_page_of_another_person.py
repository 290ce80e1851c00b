"""What a page sends is taken from its own person alone, and comes back to the screen when it cannot be taken (SECURITY S8)."""

from __future__ import annotations

import re

import pytest

from practice.accounts import sessions
from practice.accounts.identity import person_ref
from practice.responses.models import Draft
from tests.factories import homework
from tests.factories.house import House, Visitor

WORDS = "Words that nobody else may get"


@pytest.fixture
def page(open_house: House, given: homework.Set) -> str:
    with homework.later(1):
        for number in range(1, 9):
            url = f"/homework/{given.a}/part/{number}"
            if 'name="missing"' in open_house.visitor("amara").page(url):
                return url
    raise AssertionError("no page asks for words")


def of(house: House, who: str) -> str:
    with house.app.app_context():
        return person_ref(house.people[who])


def test_the_page_says_whose_it_is(open_house: House, page: str) -> None:
    with homework.later(1):
        text = open_house.visitor("amara").page(page)
    assert homework.hidden(text, "page_of") == of(open_house, "amara")


@pytest.mark.parametrize("way", ["", "/autosave"])
def test_under_another_s_session_it_is_refused_and_shown(
    open_house: House, page: str, way: str
) -> None:
    sent = {"page_of": of(open_house, "amara"), "revision": "0", "missing": WORDS}
    with homework.later(1):
        # Whatever token it brings: the page of the first person has an old one, a guess none.
        for token in (open_house.visitor("daniel").csrf, "old"):
            answer = open_house.visitor("daniel").post(page + way, {**sent, "csrf_token": token})
            assert answer.status_code == 409
            assert "Somebody else is signed in" in answer.text
            assert WORDS in answer.text
    assert homework.rows_of(open_house, Draft) == []


def test_a_script_is_told_without_the_words(open_house: House, page: str) -> None:
    daniel = open_house.visitor("daniel")
    headers = {"Accept": "application/json", "X-Page-Of": of(open_house, "amara")}
    with homework.later(1):
        answer = daniel.post(f"{page}/autosave", {"missing": WORDS}, headers=headers)
    assert answer.status_code == 409
    assert "Somebody else" in answer.get_json()["message"]
    assert WORDS not in answer.text


def end_session(house: House, visitor: Visitor) -> None:
    with house.writing():
        sessions.end_all_of(house.people["amara"])


def test_without_a_script_the_words_wait_until_one_is_back(open_house: House, page: str) -> None:
    amara = open_house.visitor("amara")
    with homework.later(1):
        form = amara.page(page)
        sent = {
            "page_of": homework.hidden(form, "page_of"),
            "on_page": "missing",
            "revision": "0",
            "missing": WORDS,
            "go": "next",
        }
        end_session(open_house, amara)
        ended = amara.post(page, sent)
        assert ended.status_code == 400
        assert WORDS in ended.text
        assert "I have signed in" in ended.text
        assert homework.rows_of(open_house, Draft) == []

        back = open_house.visitor("amara")
        again = back.post(page, {**sent, "csrf_token": ""})
        assert again.status_code == 400
        assert "Save what I typed" in again.text
        fields = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', again.text))
        saved = back.client.post(page, data=fields)
    assert saved.status_code == 303
    (draft,) = homework.rows_of(open_house, Draft)
    assert draft.answers["given"] == {"missing": WORDS}


def test_a_page_that_does_not_say_whose_it_is_offers_no_second_try(
    open_house: House, page: str
) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        answer = amara.post(page, {"csrf_token": "", "missing": WORDS})
    assert answer.status_code == 400
    assert WORDS in answer.text
    assert "csrf_token" not in answer.text
