from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from practice.assignments import queries as assignments
from practice.assignments.models import MissedRound
from practice.caseload.models import AttentionItem
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.lib import clock
from tests.factories import homework
from tests.factories.homework import MONDAY, Set
from tests.factories.house import House

PULSE = "ib-balance-wheel"
ASKS = "What got in the way?"


def at(days: float) -> Any:
    return clock.set_to(MONDAY + timedelta(days=days))


@pytest.fixture
def weekly(house: House) -> Set:
    with at(0):
        return homework.give(house, PULSE, schedule=Schedule(ScheduleKind.EVERY_N_WEEKS, 1))


def page(house: House, who: str = "amara") -> str:
    return unescape(house.visitor(who).page("/today"))


def address(given: Set, side: str = "a") -> str:
    return f"/homework/{getattr(given, side)}/passed?on=2026-03-02"


def test_it_is_asked_when_a_round_has_passed(house: House, weekly: Set) -> None:
    with at(6):
        assert ASKS not in page(house)
    with at(7):
        assert ASKS in page(house)
        assert "from Mon 2 March to Sun 8 March" in page(house)


def test_one_answer_is_kept_and_it_is_never_asked_again(house: House, weekly: Set) -> None:
    with at(7):
        amara = house.visitor("amara")
        assert "There was no time" in amara.page(address(weekly))
        said = {"reason": "time", "words": "Two birthdays 🎂"}
        assert amara.post(address(weekly), said).status_code == 303
        assert ASKS not in page(house)
        assert amara.post(address(weekly), said).status_code == 303
        assert amara.get(address(weekly)).status_code == 303
    [row] = homework.rows_of(house, MissedRound)
    assert row.content == {"reason": "time", "words": "Two birthdays 🎂"}
    with at(14):
        assert ASKS in page(house)


def test_rather_not_say_is_an_answer(house: House, weekly: Set) -> None:
    with at(7):
        posted = {"reason": "declined", "words": "left over"}
        assert house.visitor("amara").post(address(weekly), posted).status_code == 303
        assert ASKS not in page(house)
    [row] = homework.rows_of(house, MissedRound)
    assert row.content == {"reason": "declined", "words": ""}


@pytest.mark.parametrize(
    "posted", [{}, {"reason": "laziness"}, {"reason": "time", "words": "x" * 501}]
)
def test_what_cannot_be_kept_is_refused_with_what_was_typed(
    house: House, weekly: Set, posted: dict[str, str]
) -> None:
    with at(7):
        refused = house.visitor("amara").post(address(weekly), posted)
    assert refused.status_code == 422
    assert posted.get("words", "") in refused.text
    assert homework.rows_of(house, MissedRound) == []


def test_the_care_team_reads_it_by_partner(house: House, weekly: Set) -> None:
    with at(7):
        house.visitor("amara").post(address(weekly), {"reason": "heavy", "words": ""})
        with house.reading():
            [one] = assignments.missed_of(house.case("imani"))
    assert (one.side, one.assignment_id, one.occurrence) == ("a", weekly.a, "2026-03-02")
    assert one.reason == "heavy"


def test_the_other_sees_nothing_of_it(house: House, weekly: Set) -> None:
    def masked() -> str:
        return re.sub(r'(csrf[^>]*?(?:value|content)=")[^"]*', r"\1", daniel.page("/today"))

    with at(7):
        daniel = house.visitor("daniel")
        before = masked()
        house.visitor("amara").post(address(weekly), {"reason": "heavy", "words": "Too much."})
        assert masked() == before
        assert daniel.get(address(weekly)).status_code == 404
    assert not any(i.reason["kind"] == "missed" for i in homework.rows_of(house, AttentionItem))


@pytest.mark.parametrize("on", ["2026-03-09", "2026-03-01", "", "once", "x" * 300])
def test_only_a_round_that_passed_is_asked_about(house: House, weekly: Set, on: str) -> None:
    with at(7):
        got = house.visitor("amara").get(f"/homework/{weekly.a}/passed?on={on}")
    assert got.status_code == 404


def test_what_was_begun_or_sent_is_not_asked_about(house: House, weekly: Set) -> None:
    found = homework.definition(house, PULSE)
    with at(1):
        homework.complete(house.visitor("amara"), found, weekly.a)
        daniel = house.visitor("daniel")
        homework.write(daniel, found, f"/homework/{weekly.b}", homework.plausible(found))
    with at(7):
        assert ASKS not in page(house)
        assert ASKS not in page(house, "daniel")


def test_what_is_closed_or_of_both_is_not_asked_about(house: House) -> None:
    homework.clear(house)
    with at(0):
        homework.give(
            house, "cc-timeout-agreement", schedule=Schedule(ScheduleKind.EVERY_N_WEEKS, 1)
        )
    with at(8):
        assert ASKS not in page(house)


def test_what_is_still_open_says_so(house: House) -> None:
    couple = house.couples["amara-daniel"]
    with at(0):
        given = {"to": "a", "starts_on": "2026-03-02", "due_on": "2026-03-04", "schedule": "once"}
        house.visitor("imani").post(f"/couples/{couple}/homework/assign?exercise={PULSE}", given)
    with at(4):
        today = page(house)
    assert "for Wed 4 March" in today
    assert "it is still here if you want it" in today
