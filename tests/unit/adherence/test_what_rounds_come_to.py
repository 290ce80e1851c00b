from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.adherence.rules import Came, Round, by_month, calendar, how_it_came, tally

MONDAY = date(2026, 3, 2)


def one(
    opens_on: date = MONDAY, came: Came = Came.ON_TIME, obstacle: str = "", **more: int | None
) -> Round:
    return Round("a", "Pulse", opens_on, opens_on, None, came, obstacle=obstacle, **more)


@pytest.mark.parametrize(
    ("due", "sent", "is_past", "came"),
    [
        (3, 3, False, Came.ON_TIME),
        (3, 4, True, Came.LATE),
        (None, 9, False, Came.BACK),
        (3, None, True, Came.NOT_BACK),
        (3, None, False, Came.OPEN),
    ],
)
def test_how_a_round_came_back(
    due: int | None, sent: int | None, is_past: bool, came: Came
) -> None:
    def on(days: int | None) -> date | None:
        return None if days is None else MONDAY + timedelta(days=days)

    assert how_it_came(on(due), on(sent), is_past=is_past) is came


def test_what_may_still_come_is_not_counted() -> None:
    found = tally([one(), one(came=Came.LATE), one(came=Came.NOT_BACK), one(came=Came.OPEN)])
    assert (found.asked, found.back, found.dated, found.on_time) == (3, 2, 2, 1)


def test_without_a_date_nothing_is_late_or_in_time() -> None:
    found = tally([one(came=Came.BACK)])
    assert (found.back, found.dated) == (1, 0)


def test_means_are_over_what_was_said_and_none_without() -> None:
    found = tally([one(quality=6, useful=10), one(quality=7), one(came=Came.NOT_BACK)])
    assert (found.quality, found.useful, found.effort) == (6.5, 10.0, None)


def test_obstacles_with_how_often_the_most_frequent_first() -> None:
    missed = [one(came=Came.NOT_BACK, obstacle=why) for why in ("time", "heavy", "heavy")]
    assert tally(missed).obstacles == (("heavy", 2), ("time", 1))


def test_months_the_newest_first() -> None:
    found = by_month([one(date(2026, 1, 31)), one(date(2026, 3, 1)), one(date(2026, 1, 2))])
    assert [(month, len(rounds)) for month, rounds in found] == [
        (date(2026, 3, 1), 1),
        (date(2026, 1, 1), 2),
    ]


def test_a_day_of_the_calendar_is_the_mean_of_what_opened_on_it() -> None:
    rounds = [one(), one(came=Came.NOT_BACK), one(MONDAY + timedelta(days=8), Came.OPEN)]
    weeks, values = calendar(rounds, MONDAY + timedelta(days=9), 10)
    assert weeks == (MONDAY, MONDAY + timedelta(days=7))
    assert values[0] == (1.0, None, None, None, None, None, None)
    assert values[1] == (None,) * 7


DAYS = st.integers(0, 400).map(lambda n: MONDAY + timedelta(days=n))


@given(st.lists(st.builds(one, DAYS, st.sampled_from(Came)), max_size=40), st.integers(1, 30))
def test_the_calendar_never_grows_past_its_weeks(rounds: list[Round], most: int) -> None:
    weeks, values = calendar(rounds, MONDAY + timedelta(days=400), most)
    assert len(weeks) == len(values) <= most
    assert all(week.weekday() == 0 for week in weeks)
    assert all(v is None or 0 <= v <= 2 for week in values for v in week)
