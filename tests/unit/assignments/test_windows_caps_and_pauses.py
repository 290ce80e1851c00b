from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.assignments import rules
from practice.assignments.rules import Pause, Rhythm, State
from practice.catalogue.definition import ScheduleKind as Kind

SUNDAY = date(2026, 11, 29)


def after(days: int) -> date:
    return SUNDAY + timedelta(days=days)


def keys(rhythm: Rhythm, until: int) -> list[str]:
    return [one.key for one in rules.occurrences(rhythm, after(until))]


weekly = Rhythm(Kind.EVERY_N_WEEKS, SUNDAY, 1, window=3, most=6)


@pytest.mark.parametrize(
    ("day", "is_open"), [(0, True), (2, True), (3, False), (6, False), (7, True)]
)
def test_a_round_is_open_for_as_many_days_as_its_window(day: int, is_open: bool) -> None:
    assert (rules.current(weekly, after(day)) is not None) is is_open


def test_between_two_rounds_the_next_one_is_coming() -> None:
    assert rules.state(weekly, after(4), ()) is State.COMING
    assert rules.state(weekly, after(4), {"2026-11-29"}) is State.DONE
    following = rules.next_round(weekly, after(4))
    assert following is not None
    assert following.opens_on == after(7)


def test_there_are_as_many_rounds_as_were_said() -> None:
    assert len(keys(weekly, 400)) == 6
    assert rules.state(weekly, after(35), ()) is State.DUE
    assert rules.state(weekly, after(38), ()) is State.OVER
    assert rules.next_round(weekly, after(38)) is None


def test_what_is_given_once_closes_with_its_window() -> None:
    once = Rhythm(Kind.ONCE, SUNDAY, window=3)
    assert rules.state(once, after(2), ()) is State.DUE
    assert rules.state(once, after(3), ()) is State.OVER
    assert rules.state(once, after(3), {"once"}) is State.OVER
    (only,) = rules.occurrences(once, after(3))
    assert only.due_on == after(2)


def test_what_was_begun_in_time_is_finished_when_the_window_has_closed() -> None:
    assert [o.key for o in rules.may_be_written(weekly, after(3), (), {"2026-11-29"})] == [
        "2026-11-29"
    ]
    assert rules.may_be_written(weekly, after(3), (), ()) == []
    assert rules.may_be_written(weekly, after(4), (), {"2026-11-29"}) == []


def test_rounds_in_a_pause_are_not_asked_and_not_counted() -> None:
    paused = Rhythm(Kind.EVERY_N_WEEKS, SUNDAY, 1, most=3, pauses=[Pause(after(7), after(20))])
    assert keys(paused, 400) == [
        after(0).isoformat(),
        after(21).isoformat(),
        after(28).isoformat(),
    ]
    assert rules.state(paused, after(8), ()) is State.COMING
    assert rules.current(paused, after(8)) is None
    assert rules.count_due(paused, after(20), ()) == 1


def test_a_pause_without_an_end_asks_nothing_until_it_has_one() -> None:
    paused = Rhythm(Kind.DAILY, SUNDAY, pauses=[Pause(after(2))])
    assert rules.state(paused, after(90), ()) is State.COMING
    assert rules.next_round(paused, after(90)) is None
    assert keys(paused, 90) == [after(0).isoformat(), after(1).isoformat()]


def test_a_pause_moves_what_is_given_once() -> None:
    once = Rhythm(Kind.ONCE, SUNDAY, due_on=after(6), window=7, pauses=[Pause(after(2), after(12))])
    (only,) = rules.occurrences(once, after(30))
    assert (only.opens_on, only.due_on, only.closes_on) == (SUNDAY, after(16), after(16))
    assert rules.state(once, after(5), ()) is State.COMING
    assert rules.state(once, after(12), ()) is State.DUE
    late = Rhythm(Kind.ONCE, after(3), due_on=after(5), pauses=[Pause(after(2), after(12))])
    (only,) = rules.occurrences(late, after(30))
    assert (only.opens_on, only.due_on) == (after(12), after(14))


def test_a_round_that_a_pause_cut_short_was_not_missed() -> None:
    paused = Rhythm(Kind.EVERY_N_WEEKS, SUNDAY, 1, pauses=[Pause(after(3), after(5))])
    assert rules.missed(paused, after(8), ()) == []
    assert rules.count_due(paused, after(6), ()) == 0
    assert rules.count_due(paused, after(6), {"2026-11-29"}) == 1


def test_entries_that_come_as_they_come_stop_at_the_most() -> None:
    few = Rhythm(Kind.AS_NEEDED, SUNDAY, most=2)
    assert rules.state(few, SUNDAY, {"1"}) is State.DUE
    assert rules.current(few, SUNDAY, {"1", "2"}) is None


def test_a_week_asks_as_many_times_as_was_said() -> None:
    thrice = Rhythm(Kind.TIMES_PER_WEEK, SUNDAY, 3)
    first = rules.current(thrice, after(2))
    assert first is not None
    assert first.key == "2026-11-29.1"
    second = rules.current(thrice, after(2), {"2026-11-29.1"})
    assert second is not None
    assert second.key == "2026-11-29.2"
    done = {f"2026-11-29.{time}" for time in (1, 2, 3)}
    assert rules.state(thrice, after(6), done) is State.DONE
    assert rules.state(thrice, after(7), done) is State.DUE
    assert rules.count_due(thrice, after(7), done) == 6


def test_the_most_may_end_within_a_week() -> None:
    four = Rhythm(Kind.TIMES_PER_WEEK, SUNDAY, 3, most=4)
    assert keys(four, 100)[-1] == "2026-12-06.1"
    assert len(keys(four, 100)) == 4
    assert rules.state(four, after(8), {"2026-12-06.1"}) is State.DONE


pauses = st.builds(
    lambda first, length: Pause(after(first), after(first + length)),
    st.integers(0, 120),
    st.integers(0, 60),
)
rhythms = st.builds(
    Rhythm,
    kind=st.sampled_from([Kind.DAILY, Kind.EVERY_N_DAYS, Kind.EVERY_N_WEEKS, Kind.TIMES_PER_WEEK]),
    starts_on=st.just(SUNDAY),
    n=st.integers(1, 9),
    due_on=st.none(),
    ends_on=st.none() | st.integers(0, 200).map(after),
    window=st.none() | st.integers(1, 20),
    most=st.none() | st.integers(1, 30),
    pauses=st.lists(pauses, max_size=3),
)


@given(rhythms, st.integers(0, 250))
def test_the_open_round_is_one_of_those_that_opened(rhythm: Rhythm, day: int) -> None:
    opened = list(rules.occurrences(rhythm, after(day)))
    now = rules.current(rhythm, after(day))
    assert len({one.key for one in opened}) == len(opened)
    assert rhythm.most is None or len(opened) <= rhythm.most
    open_now = [o for o in opened if not o.is_over(after(day))]
    if rhythm.is_paused(after(day)):
        assert now is None
    else:
        assert now == (open_now[0] if open_now else None)
    assert all(not rhythm.is_paused(one.opens_on) for one in opened)


@given(rhythms, st.integers(0, 250))
def test_the_next_round_is_the_one_that_opens_first_of_those_to_come(
    rhythm: Rhythm, day: int
) -> None:
    following = rules.next_round(rhythm, after(day))
    later = [o for o in rules.occurrences(rhythm, after(700)) if o.opens_on > after(day)]
    assert following == (later[0] if later else None)


@given(rhythms, st.integers(0, 250))
def test_what_opened_is_sent_missed_open_or_excused(rhythm: Rhythm, day: int) -> None:
    today = after(day)
    opened = list(rules.occurrences(rhythm, today))
    sent = {one.key for one in opened[::2]}
    missed = {one.key for one in rules.missed(rhythm, today, sent)}
    assert not missed & sent
    assert len(missed) + len(sent) <= rules.count_due(rhythm, today, sent) <= len(opened)
