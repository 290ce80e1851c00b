from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from werkzeug.test import TestResponse

from practice.assignments.models import Assignment
from practice.caseload import services as caseload
from practice.caseload.models import AttentionItem, Status
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.lib import clock
from tests.factories import homework
from tests.factories.homework import MONDAY, Set
from tests.factories.house import House, Visitor

WHEEL = "ib-balance-wheel"


def at(days: float) -> Any:
    return clock.set_to(MONDAY + timedelta(days=days))


def masked(page: str) -> str:
    return re.sub(r'(csrf[^>]*?(?:value|content)=")[^"]*', r"\1", page)


def on(days: int) -> str:
    return str(MONDAY.date() + timedelta(days=days))


@pytest.fixture
def weekly(house: House) -> Set:
    with at(0):
        return homework.give(house, WHEEL, schedule=Schedule(ScheduleKind.EVERY_N_WEEKS, 1))


class Clinician:
    """Imani, who signs in anew each time: days pass between what she does."""

    def __init__(self, house: House) -> None:
        self.house = house

    def post(self, path: str, data: dict[str, str] | None = None) -> TestResponse:
        """Send a form."""
        return self.house.visitor("imani").post(path, data)

    def page(self, path: str) -> str:
        """Return a page."""
        return self.house.visitor("imani").page(path)


@pytest.fixture
def imani(house: House) -> Clinician:
    return Clinician(house)


def address(house: House, given: Set, act: str) -> str:
    return f"/couples/{house.couples['amara-daniel']}/homework/set/{given.set_id}/{act}"


def overview(house: House, imani: Clinician | Visitor) -> str:
    return unescape(imani.page(f"/couples/{house.couples['amara-daniel']}/homework"))


def is_due(house: House, who: str) -> bool:
    words = homework.definition(house, WHEEL).neutral_title
    return f": {words}</span></a>" in house.visitor(who).page("/today")


def row(house: House, assignment_id: object) -> Assignment:
    return next(r for r in homework.rows_of(house, Assignment) if r.id == assignment_id)


def test_dates_and_limits_are_changed_for_one_or_for_both(
    house: House, imani: Clinician, weekly: Set
) -> None:
    with at(1):
        changed = {"whom": "a", "due_on": on(2), "window": "3", "most": "4", "ends_on": on(40)}
        assert imani.post(address(house, weekly, "change"), changed).status_code == 303
        mine, theirs = row(house, weekly.a), row(house, weekly.b)
        assert (mine.window_days, mine.most_rounds, str(mine.ends_on)) == (3, 4, on(40))
        assert (theirs.window_days, theirs.most_rounds, theirs.ends_on) == (None, None, None)
        assert (
            imani.post(address(house, weekly, "change"), {"whom": "ab", "window": "5"}).status_code
            == 303
        )
        assert {r.window_days for r in homework.rows_of(house, Assignment)} == {5}


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"due_on": on(-1)}, "The due date is before the start."),
        ({"ends_on": on(-1)}, "The last day is before the start."),
        ({"window": "x"}, "Enter a whole number, such as 2."),
        ({"whom": "c"}, "Not a valid choice."),
        ({"whom": None}, "Choose for whom this is."),
    ],
)
def test_what_cannot_be_is_refused_and_kept(
    house: House, imani: Clinician, weekly: Set, typed: dict[str, str], message: str
) -> None:
    with at(1):
        data = {"whom": "ab", "most": "7", **typed}
        refused = imani.post(
            address(house, weekly, "change"), {k: v for k, v in data.items() if v is not None}
        )
    assert refused.status_code == 422
    assert message in unescape(refused.text)
    assert 'value="7"' in refused.text
    assert {r.most_rounds for r in homework.rows_of(house, Assignment)} == {None}


def test_a_pause_asks_nothing_until_it_is_over(house: House, imani: Clinician, weekly: Set) -> None:
    with at(1):
        posted = {"pause-whom": "ab", "pause-day": on(3)}
        assert imani.post(address(house, weekly, "pause"), posted).status_code == 303
        assert is_due(house, "amara")
        assert "paused from" in overview(house, imani)
    with at(4):
        assert not is_due(house, "amara")
        assert not is_due(house, "daniel")
        assert "Paused" in house.visitor("amara").page("/today")
        posted = {"resume-whom": "ab", "resume-day": on(9)}
        assert imani.post(address(house, weekly, "resume"), posted).status_code == 303
        assert "until Wed 11 March" in overview(house, imani)
    with at(8):
        assert not is_due(house, "amara")
    with at(14):
        assert is_due(house, "amara")
        assert imani.page(address(house, weekly, "change")).count("paused") == 0


def test_a_pause_of_one_shows_nothing_to_the_other(
    house: House, imani: Clinician, weekly: Set
) -> None:
    with at(1):
        daniel = house.visitor("daniel")
        before = masked(daniel.page("/today"))
        imani.post(address(house, weekly, "pause"), {"pause-whom": "a", "pause-day": on(1)})
        assert not is_due(house, "amara")
        assert masked(daniel.page("/today")) == before


@pytest.mark.parametrize("act", ["pause", "resume"])
def test_a_pause_does_not_reach_back(house: House, imani: Clinician, weekly: Set, act: str) -> None:
    with at(5):
        data = {f"{act}-whom": "ab", f"{act}-day": on(4)}
        refused = imani.post(address(house, weekly, act), data)
        if act == "pause":
            assert refused.status_code == 422
            assert "Choose today or a later day" in refused.text


def test_stopping_lets_nothing_new_open(house: House, imani: Clinician, weekly: Set) -> None:
    with at(2):
        stopped = imani.post(address(house, weekly, "stop"), {"stop-whom": "ab"})
        assert stopped.status_code == 303
        assert is_due(house, "amara")
    with at(7):
        assert not is_due(house, "amara")
        assert not is_due(house, "daniel")


def test_what_has_not_begun_is_taken_back_and_not_stopped(house: House) -> None:
    with at(0):
        later = homework.give(house, WHEEL, starts_on=MONDAY.date() + timedelta(days=9))
        same = house.visitor("imani")
        same.post(address(house, later, "stop"), {"stop-whom": "ab"})
        assert "It has not begun yet. Take it back instead." in overview(house, same)
    assert row(house, later.a).ends_on is None


def test_it_is_taken_back_from_one_and_stays_with_the_other(
    house: House, imani: Clinician, weekly: Set
) -> None:
    with at(1):
        daniel = house.visitor("daniel")
        before = masked(daniel.page("/today")), masked(daniel.page(f"/homework/{weekly.b}"))
        taken = imani.post(address(house, weekly, "withdraw"), {"side": "a"})
        assert taken.status_code == 303
        amara = house.visitor("amara")
        assert amara.get(f"/homework/{weekly.a}").status_code == 404
        assert homework.definition(house, WHEEL).neutral_title not in amara.page("/today")
        after = masked(daniel.page("/today")), masked(daniel.page(f"/homework/{weekly.b}"))
        assert before == after
        assert "Taken back" in overview(house, imani)


def test_taking_back_is_undone_with_all_that_was_written(
    house: House, imani: Clinician, weekly: Set
) -> None:
    found = homework.definition(house, WHEEL)
    with at(1):
        amara = house.visitor("amara")
        homework.write(amara, found, f"/homework/{weekly.a}", homework.plausible(found))
        imani.post(address(house, weekly, "withdraw"))
        assert amara.get(f"/homework/{weekly.a}").status_code == 404
        assert "Undo taking back" in overview(house, imani)
        assert imani.post(address(house, weekly, "give-back")).status_code == 303
        assert amara.get(f"/homework/{weekly.a}/check").status_code == 200
        assert is_due(house, "daniel")
        assert "Undo taking back" not in overview(house, imani)


def test_what_was_overdue_is_overdue_again(house: House, imani: Clinician) -> None:
    def overdue() -> int:
        items = homework.rows_of(house, AttentionItem)
        return sum(i.reason["kind"] == "overdue" and i.done_at is None for i in items)

    with at(0):
        data = {"to": "ab", "starts_on": on(0), "due_on": on(1), "schedule": "once"}
        couple = house.couples["amara-daniel"]
        imani.post(f"/couples/{couple}/homework/assign?exercise={WHEEL}", data)
    rows = homework.rows_of(house, Assignment)
    given = Set(rows[0].set_id)
    with at(1):
        assert overdue() == 2
        imani.post(address(house, given, "withdraw"))
        assert overdue() == 0
    with at(2):
        imani.post(address(house, given, "give-back"))
        assert overdue() == 2
        imani.post(address(house, given, "change"), {"whom": "ab", "due_on": ""})
        assert overdue() == 0
        imani.post(address(house, given, "change"), {"whom": "ab", "due_on": on(9)})
        assert overdue() == 2


def test_nothing_is_given_back_through_a_closed_gate(house: House, imani: Clinician) -> None:
    homework.clear(house)
    with at(0):
        given = homework.give(house, "cc-timeout-agreement")
        imani.post(address(house, given, "withdraw"))
    with at(1), house.writing():
        case = house.case("imani")
        caseload.decide_status(case, Status.CLARIFY, rationale="To talk over.", by=case.actor)
    with at(1):
        same = house.visitor("imani")
        same.post(address(house, given, "give-back"))
        assert "Shared work is closed for this couple." in overview(house, same)
    assert all(r.withdrawn_at for r in homework.rows_of(house, Assignment))


def test_a_gate_that_closes_closes_what_was_given(house: House) -> None:
    homework.clear(house)
    with at(0):
        given = homework.give(house, "cc-timeout-agreement")
        assert "Start" in house.visitor("amara").page(f"/homework/{given.both}")
    with at(1), house.writing():
        case = house.case("imani")
        caseload.decide_status(case, Status.CLARIFY, rationale="To talk over.", by=case.actor)
    with at(1):
        for who in ("amara", "daniel"):
            page = house.visitor(who).page(f"/homework/{given.both}")
            assert "This opens when your clinician is ready." in page
            part = house.visitor(who).get(f"/homework/{given.both}/part/1")
            assert part.status_code == 303


def test_one_row_of_a_form_of_both_is_not_taken_back_alone(house: House, imani: Clinician) -> None:
    homework.clear(house)
    with at(0):
        given = homework.give(house, "cc-speaker-listener")
        refused = imani.post(address(house, given, "withdraw"), {"side": "a"})
    assert refused.status_code == 404
    assert not any(r.withdrawn_at for r in homework.rows_of(house, Assignment))


@pytest.mark.parametrize("act", ["change", "pause", "resume", "stop", "withdraw", "give-back"])
def test_a_colleague_changes_nothing(house: House, weekly: Set, act: str) -> None:
    assert house.visitor("colleague").post(address(house, weekly, act)).status_code == 404


def test_sexual_work_that_is_closed_again_closes_what_was_given(house: House) -> None:
    homework.clear(house)
    homework.open_sexual_work(house)
    with at(0):
        given = homework.give(house, "sc-topic-comfort")
        assert "Start" in house.visitor("amara").page(f"/homework/{given.a}")
    with at(1), house.writing():
        case = house.case("imani")
        caseload.open_sexual_work(case, is_open=False, by=case.actor)
    with at(1):
        for who, row_id in (("amara", given.a), ("daniel", given.b)):
            page = house.visitor(who).page(f"/homework/{row_id}")
            assert "This opens when your clinician is ready." in page
