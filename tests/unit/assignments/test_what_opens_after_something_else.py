from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from practice.assignments import rules
from practice.assignments.queries import rhythm_of
from practice.assignments.rules import Rhythm, State

START = date(2026, 11, 2)


def given_after(sent_on: date | None, **more: Any) -> Rhythm:
    row: Any = SimpleNamespace(
        **{
            "schedule_kind": "once",
            "schedule_n": None,
            "starts_on": START,
            "due_on": None,
            "ends_on": None,
            "window_days": None,
            "most_rounds": None,
            "pauses": [],
            "follows_id": uuid4(),
            "delay_days": 2,
            **more,
        }
    )
    return rhythm_of(row, sent_before_on=sent_on)


def test_it_waits_until_the_one_before_was_sent() -> None:
    waiting = given_after(None)
    assert rules.state(waiting, START + timedelta(days=900), ()) is State.COMING
    assert rules.next_round(waiting, START) is None
    assert rules.may_be_written(waiting, START, (), {"once"}) == []
    assert rules.count_due(waiting, START, ()) == 0
    assert rules.missed(waiting, START, ()) == []


def test_it_opens_so_many_days_later() -> None:
    rhythm = given_after(START + timedelta(days=5))
    assert rules.state(rhythm, START + timedelta(days=6), ()) is State.COMING
    assert rules.state(rhythm, START + timedelta(days=7), ()) is State.DUE


def test_it_never_opens_before_its_own_start() -> None:
    rhythm = given_after(START - timedelta(days=30))
    assert rhythm.starts_on == START


def test_the_days_to_do_it_in_move_along() -> None:
    rhythm = given_after(START + timedelta(days=5), due_on=START + timedelta(days=6))
    assert rhythm.due_on == START + timedelta(days=13)


def test_its_rounds_are_numbered_so_that_another_zone_changes_no_name() -> None:
    weekly = {"schedule_kind": "every_n_weeks", "schedule_n": 1}
    for sent_on in (START, START + timedelta(days=1)):
        rhythm = given_after(sent_on, **weekly)
        names = [o.key for o in rules.occurrences(rhythm, START + timedelta(days=17))]
        assert names == ["1", "2", "3"]
