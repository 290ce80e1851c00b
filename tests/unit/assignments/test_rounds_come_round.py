from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.assignments import rules
from practice.assignments.rules import Rhythm, State
from practice.catalogue.definition import ScheduleKind as Kind
from practice.lib import clock

START = date(2026, 3, 2)
days = st.integers(0, 800)
regular = st.builds(
    Rhythm,
    kind=st.sampled_from([Kind.DAILY, Kind.EVERY_N_DAYS, Kind.EVERY_N_WEEKS]),
    starts_on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    n=st.integers(1, 15),
    due_on=st.none(),
)


@given(regular, days)
def test_every_day_from_the_start_lies_in_exactly_one_round(rhythm: Rhythm, after: int) -> None:
    today = rhythm.starts_on + timedelta(days=after)
    now = rules.current(rhythm, today)
    assert now is not None
    assert now.due_on is not None
    assert now.opens_on <= today <= now.due_on
    opened = list(rules.occurrences(rhythm, today))
    assert opened[-1] == now
    assert len({o.key for o in opened}) == len(opened)


@given(regular, days)
def test_rounds_follow_one_another_without_gap(rhythm: Rhythm, after: int) -> None:
    opened = list(rules.occurrences(rhythm, rhythm.starts_on + timedelta(days=after)))
    for earlier, later in pairwise(opened):
        assert earlier.due_on is not None
        assert later.opens_on - earlier.due_on == timedelta(days=1)


@given(regular, days, st.integers(0, 10))
def test_a_later_round_has_as_many_days_as_the_first(rhythm: Rhythm, after: int, room: int) -> None:
    given_room = Rhythm(
        rhythm.kind, rhythm.starts_on, rhythm.n, rhythm.starts_on + timedelta(days=room)
    )
    now = rules.current(given_room, rhythm.starts_on + timedelta(days=after))
    assert now is not None
    assert now.due_on is not None
    assert rhythm.period is not None
    assert (now.due_on - now.opens_on).days == min(room, rhythm.period - 1)


@given(
    st.integers(0, 400), st.sampled_from(["Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata"])
)
def test_each_local_day_has_one_daily_round_whatever_the_clocks_do(day: int, zone: str) -> None:
    local = datetime(2026, 1, 1, 23, 30, tzinfo=ZoneInfo(zone)) + timedelta(days=day)
    rhythm = Rhythm(Kind.DAILY, date(2026, 1, 1))
    with clock.set_to(local.astimezone(UTC)):
        now = rules.current(rhythm, clock.today(zone))
    assert now is not None
    assert now.key == local.date().isoformat()


@pytest.mark.parametrize("kind", [Kind.ONCE, Kind.CLINICIAN_OPENS])
def test_what_is_given_once_has_one_round_and_stays_open_when_late(kind: Kind) -> None:
    rhythm = Rhythm(kind, START, due_on=START + timedelta(days=7))
    late = START + timedelta(days=90)
    assert [o.key for o in rules.occurrences(rhythm, late)] == ["once"]
    assert rules.state(rhythm, late, ()) is State.DUE
    assert rules.state(rhythm, late, {"once"}) is State.DONE


def test_entries_that_come_as_they_come_are_counted() -> None:
    rhythm = Rhythm(Kind.AS_NEEDED, START)
    first = rules.current(rhythm, START)
    assert first is not None
    assert first.key == "1"
    third = rules.current(rhythm, START, {"1", "2"})
    assert third is not None
    assert third.key == "3"
    assert rules.count_due(rhythm, START, {"1", "2"}) == 2


def test_an_entry_taken_back_leaves_its_number_free() -> None:
    rhythm = Rhythm(Kind.AS_NEEDED, START)
    assert [one.key for one in rules.may_be_written(rhythm, START, {"1", "3"}, ())] == ["2"]
    begun = rules.may_be_written(rhythm, START, {"1", "3"}, {"3", "4"})
    assert [one.key for one in begun] == ["4", "2"]
    few = Rhythm(Kind.AS_NEEDED, START, most=3)
    assert rules.current(few, START, {"1", "3"}) is not None
    assert rules.current(few, START, {"1", "2", "3"}) is None


def test_nothing_opens_before_the_start_or_after_the_last_day() -> None:
    rhythm = Rhythm(Kind.DAILY, START, ends_on=START + timedelta(days=2))
    assert rules.state(rhythm, START - timedelta(days=1), ()) is State.COMING
    assert rules.state(rhythm, START + timedelta(days=2), ()) is State.DUE
    assert rules.state(rhythm, START + timedelta(days=3), ()) is State.OVER
    assert rules.count_due(rhythm, START + timedelta(days=30), ()) == 3


def test_what_was_begun_before_midnight_is_finished_after_it() -> None:
    rhythm = Rhythm(Kind.DAILY, START)
    next_day = START + timedelta(days=1)
    begun = rules.may_be_written(rhythm, next_day, set(), {"2026-03-02"})
    assert [o.key for o in begun] == ["2026-03-02", "2026-03-03"]
    fresh = rules.may_be_written(rhythm, next_day, set(), set())
    assert fresh[0].key == "2026-03-03"
    too_late = rules.may_be_written(rhythm, START + timedelta(days=2), set(), {"2026-03-02"})
    assert [o.key for o in too_late] == ["2026-03-04", "2026-03-03"]


def test_a_weekly_one_may_be_finished_for_a_week() -> None:
    rhythm = Rhythm(Kind.EVERY_N_WEEKS, START, 1)
    begun = {"2026-03-02"}
    day = START + timedelta(days=10)
    assert rules.may_be_written(rhythm, day, set(), begun)[0].key == "2026-03-02"
    assert rules.may_be_written(rhythm, day, begun, set())[0].key == "2026-03-09"
