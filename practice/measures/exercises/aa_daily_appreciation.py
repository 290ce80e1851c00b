"""Three-line appreciation: what was given and received in a week (Algoe, Gable & Maisel 2010).

Not a tally to use against each other: each partner's counts are for that partner and the clinician, and what
sets them side by side is for the clinician alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean
from typing import NamedTuple

from practice.measures.exercises.answers import choice, number
from practice.measures.exercises.figure import Entry, Figure, Figures, Scorer
from practice.measures.exercises.weeks import by_week
from practice.measures.quantity import rounded, written

DAYS = 7
_GIVEN = {"said", "wrote"}


class _Week(NamedTuple):
    """Days of one week on which an appreciation was given and received, and the mean of feeling it."""

    given: int
    received: int
    felt: float | None


def score_series(entries: Sequence[Entry]) -> Figures:
    """For each week: days given, days received, balance = received - given, mean felt (0 to 10)."""
    figures: list[Figure] = []
    for week, logged in by_week(entries).items():
        figures += _own_figures(_counts(logged), week)
    return tuple(figures)


def score_pair_series(a: Sequence[Entry], b: Sequence[Entry]) -> Figures:
    """Equity = |given A - given B| days, for each week that both kept."""
    weeks_a, weeks_b = by_week(a), by_week(b)
    return tuple(
        _equity(_counts(weeks_a[week]), _counts(weeks_b[week]), week)
        for week in weeks_a
        if week in weeks_b
    )


def _counts(logged: list[Entry]) -> _Week:
    """Days, not entries: two on one day count once."""
    given = {one.on for one in logged if choice(one.answers, "said") in _GIVEN}
    received = {one.on for one in logged if choice(one.answers, "got_one") == "yes"}
    felt = [f for f in (number(one.answers, "felt", 0, 10) for one in logged) if f is not None]
    return _Week(len(given), len(received), rounded(fmean(felt), 1) if felt else None)


def _own_figures(week: _Week, period: str) -> Figures:
    figures = [
        _days("given", "Days I gave one", week.given, "said", period),
        _days("received", "Days I received one", week.received, "got_one", period),
        _balance(week, period),
    ]
    if week.felt is not None:
        figures.append(_felt(week.felt, period))
    return tuple(figures)


def _days(key: str, label: str, days: int, field: str, period: str) -> Figure:
    return Figure(
        key=key,
        label=label,
        value=days,
        unit="days",
        low=0,
        high=DAYS,
        direction="neutral",
        words=f"{label} this week: {days}.",
        inputs=frozenset({field}),
        privacy="author",
        period=period,
    )


def _balance(week: _Week, period: str) -> Figure:
    balance = week.received - week.given
    if balance == 0:
        words = "Given and received on as many days."
    else:
        more, less = ("Received", "given") if balance > 0 else ("Given", "received")
        days = "day" if abs(balance) == 1 else "days"
        words = f"{more} on {abs(balance)} more {days} than {less}."
    return Figure(
        key="balance",
        label="Received minus given",
        value=balance,
        unit="days",
        low=-DAYS,
        high=DAYS,
        direction="neutral",
        words=words,
        inputs=frozenset({"said", "got_one"}),
        privacy="author",
        period=period,
    )


def _felt(felt: float, period: str) -> Figure:
    return Figure(
        key="mean_felt",
        label="How appreciated I felt, on average",
        value=felt,
        unit="points",
        low=0,
        high=10,
        direction="higher_better",
        words=f"Felt appreciated at {written(felt)} out of 10 on average.",
        inputs=frozenset({"felt"}),
        privacy="author",
        period=period,
    )


def _equity(a: _Week, b: _Week, period: str) -> Figure:
    difference = abs(a.given - b.given)
    days = "day" if difference == 1 else "days"
    return Figure(
        key="equity",
        label="Difference in days given",
        value=difference,
        unit="days",
        low=0,
        high=DAYS,
        direction="neutral",
        words=f"The partners differ by {difference} {days} in what they gave.",
        inputs=frozenset({"said"}),
        privacy="clinician",
        subject="couple",
        period=period,
    )


SCORER = Scorer(
    "aa-daily-appreciation", score_series=score_series, score_pair_series=score_pair_series
)
