from __future__ import annotations

from datetime import date, timedelta

from practice.assignments import rules
from practice.assignments.rules import Rhythm
from practice.catalogue.definition import ScheduleKind as Kind

START = date(2026, 11, 1)


def after(days: int) -> date:
    return START + timedelta(days=days)


def test_a_round_has_passed_when_it_is_over_and_was_not_sent() -> None:
    daily = Rhythm(Kind.DAILY, START)
    passed = rules.missed(daily, after(3), {"2026-11-02"})
    assert [one.key for one in passed] == ["2026-11-01", "2026-11-03"]


def test_what_is_given_once_has_passed_when_its_day_is_past() -> None:
    once = Rhythm(Kind.ONCE, START, due_on=after(3))
    assert rules.missed(once, after(3), ()) == []
    assert [one.key for one in rules.missed(once, after(4), ())] == ["once"]
    assert rules.missed(Rhythm(Kind.ONCE, START), after(400), ()) == []


def test_entries_that_come_as_they_come_never_pass() -> None:
    assert rules.missed(Rhythm(Kind.AS_NEEDED, START), after(40), ()) == []


def test_only_the_newest_is_asked_about_and_only_lately() -> None:
    weekly = Rhythm(Kind.EVERY_N_WEEKS, START, 1, most=2)
    asked = rules.to_ask_about(weekly, after(15), ())
    assert asked is not None
    assert asked.key == "2026-11-08"
    assert rules.to_ask_about(weekly, after(28), ()) is None


def test_what_was_begun_is_not_asked_about() -> None:
    daily = Rhythm(Kind.DAILY, START, most=1)
    assert rules.to_ask_about(daily, after(1), {"2026-11-01"}) is None
