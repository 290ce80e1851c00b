"""A save whose reply was lost is tried again: it is neither doubled nor taken for another place that wrote."""

from __future__ import annotations

from typing import Any

import pytest

from practice.audit.models import AuditEvent
from practice.extensions import db
from practice.responses.models import Draft
from tests.factories import homework
from tests.factories.house import House, Visitor

MARK, OTHER = "0123456789abcdef", "fedcba9876543210"


@pytest.fixture
def page(open_house: House, given: homework.Set) -> str:
    with homework.later(1):
        for number in range(1, 9):
            url = f"/homework/{given.a}/part/{number}"
            if 'name="missing"' in open_house.visitor("amara").page(url):
                return url
    raise AssertionError("no page asks for words")


def save(visitor: Visitor, page: str, words: str, turn: int, mark: str = MARK, **more: Any) -> Any:
    sent = {"missing": words, "revision": "0", "writer": mark, "turn": str(turn), **more}
    return visitor.post(f"{page}/autosave", sent)


def drafted(house: House) -> tuple[int, Any]:
    (draft,) = homework.rows_of(house, Draft)
    return draft.revision, draft.answers["given"].get("missing")


def test_the_next_save_of_the_same_page_goes_on(open_house: House, page: str) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        save(amara, page, "one", 1)
        told = save(amara, page, "one, two", 2)
        assert (told.status_code, told.get_json()["revision"]) == (200, 2)
        again = save(amara, page, "one, two", 2)
        assert (again.status_code, again.get_json()["revision"]) == (200, 2)
    assert drafted(open_house) == (2, "one, two")
    with open_house.reading():
        saves = db.select(AuditEvent).where(AuditEvent.action == "draft saved")
        assert len(db.session.scalars(saves).all()) == 2


def test_what_comes_late_is_not_written_over_what_is_newer(open_house: House, page: str) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        save(amara, page, "one, two", 2)
        assert save(amara, page, "one", 1).status_code == 200
    assert drafted(open_house) == (1, "one, two")


def test_another_page_is_another_place(open_house: House, page: str) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        save(amara, page, "one", 1)
        assert save(amara, page, "other", 1, OTHER).status_code == 409
        assert save(amara, page, "other", 1, OTHER, revision="1").status_code == 200
        assert save(amara, page, "one, two", 2).status_code == 409
    assert drafted(open_house) == (2, "other")


def test_the_form_itself_goes_on_from_its_own_saves(open_house: House, page: str) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        save(amara, page, "one", 1)
        sent = {"missing": "one, two", "revision": "0", "writer": MARK, "turn": "2", "go": "next"}
        assert amara.post(page, sent).status_code == 303
        assert save(amara, page, "one", 1).status_code == 200
    assert drafted(open_house) == (2, "one, two")


def test_a_form_sent_twice_without_a_script_leads_on_both_times(
    open_house: House, page: str
) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        sent = {"missing": "one", "revision": "0", "go": "next"}
        first, second = amara.post(page, sent), amara.post(page, sent)
        assert (first.status_code, second.status_code) == (303, 303)
        assert first.headers["Location"] == second.headers["Location"]
    assert drafted(open_house) == (1, "one")


@pytest.mark.parametrize(
    "odd", [{"writer": "x" * 200}, {"writer": "<b>"}, {"turn": "-1"}, {"turn": "9" * 40}]
)
def test_an_odd_mark_is_no_mark(open_house: House, page: str, odd: dict[str, str]) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        one = {"missing": "one", "revision": "0", "writer": MARK, "turn": "1", **odd}
        assert amara.post(f"{page}/autosave", one).status_code == 200
        two = {**one, "missing": "two", "turn": odd.get("turn", "2")}
        assert amara.post(f"{page}/autosave", two).status_code == 409
