from __future__ import annotations

from datetime import date, timedelta

from practice.assignments import rules
from practice.assignments.rules import Meeting, Rhythm, State
from practice.catalogue.definition import ScheduleKind as Kind

START = date(2026, 11, 1)


def on(day: int, key: str = "", *, begun: bool = False) -> Meeting:
    return Meeting(key or f"s{day}", START + timedelta(days=day), begun)


def after(days: int) -> date:
    return START + timedelta(days=days)


def before(*meetings: Meeting, n: int | None = 3, **more: object) -> Rhythm:
    return Rhythm(Kind.BEFORE_SESSION, START, n, meetings=meetings, **more)  # type: ignore[arg-type]


def test_it_opens_some_days_before_a_session() -> None:
    rhythm = before(on(10))
    assert rules.state(rhythm, after(6), ()) is State.COMING
    now = rules.current(rhythm, after(7))
    assert now is not None
    assert (now.key, now.due_on) == ("s10", after(10))


def test_it_closes_when_the_session_begins() -> None:
    assert rules.state(before(on(10)), after(10), ()) is State.DUE
    begun = before(on(10, begun=True))
    assert rules.current(begun, after(10)) is None
    assert [o.key for o in rules.missed(begun, after(10), ())] == ["s10"]


def test_what_was_begun_before_the_session_is_finished_after_it() -> None:
    begun = before(on(10, begun=True))
    assert [o.key for o in rules.may_be_written(begun, after(10), (), {"s10"})] == ["s10"]
    assert rules.may_be_written(begun, after(10), (), ()) == []


def test_without_a_planned_session_it_is_coming() -> None:
    assert rules.state(before(), after(5), ()) is State.COMING
    assert rules.next_round(before(), after(5)) is None
    assert rules.state(before(ends_on=after(4)), after(5), ()) is State.OVER


def test_a_session_that_is_moved_keeps_its_round() -> None:
    assert rules.state(before(on(10, "one")), after(8), {"one"}) is State.DONE
    moved = before(on(17, "one"))
    assert rules.state(moved, after(15), {"one"}) is State.DONE
    assert rules.count_due(moved, after(15), {"one"}) == 1


def test_two_sessions_close_together_have_a_round_each() -> None:
    rhythm = before(on(10), on(12))
    first = rules.current(rhythm, after(9))
    second = rules.current(rhythm, after(9), {"s10"})
    assert first is not None
    assert second is not None
    assert (first.key, second.key) == ("s10", "s12")


def test_after_a_session_it_opens_on_its_day_and_stays_open_until_the_next() -> None:
    rhythm = Rhythm(Kind.AFTER_SESSION, START, meetings=(on(3), on(10)))
    assert rules.state(rhythm, after(2), ()) is State.COMING
    for day, key in [(3, "s3"), (9, "s3"), (10, "s10"), (60, "s10")]:
        now = rules.current(rhythm, after(day))
        assert now is not None
        assert now.key == key


def test_a_window_closes_it_earlier() -> None:
    rhythm = Rhythm(Kind.AFTER_SESSION, START, window=2, meetings=(on(3), on(10)))
    assert rules.state(rhythm, after(4), ()) is State.DUE
    assert rules.state(rhythm, after(5), ()) is State.COMING


def test_sessions_before_the_start_open_nothing() -> None:
    rhythm = Rhythm(Kind.AFTER_SESSION, after(5), meetings=(on(3), on(10)))
    assert [o.key for o in rules.occurrences(rhythm, after(30))] == ["s10"]


def test_the_most_counts_sessions() -> None:
    rhythm = Rhythm(Kind.AFTER_SESSION, START, most=1, meetings=(on(3), on(10)))
    assert [o.key for o in rules.occurrences(rhythm, after(30))] == ["s3"]
    assert (
        rules.state(
            Rhythm(Kind.AFTER_SESSION, START, most=1, window=2, meetings=(on(3),)), after(9), ()
        )
        is State.OVER
    )
