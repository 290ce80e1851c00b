"""Two appetites, one plan: how far apart the wished frequencies are (McCarthy & Oppliger 2019).

``pressure`` raises a private alert and takes part in no figure and no view of both.
"""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import number
from practice.measures.exercises.figure import Answers, Entry, Figure, Figures, Scorer
from practice.measures.exercises.scales import Scale, figure, released
from practice.measures.quantity import rounded, written

MOST = 60
_WISH = "wish_month"
_TIMES = Scale(0, MOST, "times a month", "lower_better")


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """Desire gap = |wish A - wish B| times a month; ratio = smaller / larger, 0 to 1, not defined if both are 0."""
    a, b = _wish(a_answers), _wish(b_answers)
    return () if a is None or b is None else (_gap(abs(a - b)), _ratio(min(a, b), max(a, b)))


def score_pair_series(a: Sequence[Entry], b: Sequence[Entry]) -> Figures:
    """The gap in each calendar month in which both answered, by their newest answers of that month."""
    months_a, months_b = _by_month(a), _by_month(b)
    return tuple(
        figure(
            "month_gap",
            "Difference of the wishes",
            abs(months_a[month] - months_b[month]),
            f"In {month} the wishes are {written(abs(months_a[month] - months_b[month]))} times a month apart.",
            _TIMES,
            {_WISH},
            privacy="clinician",
            subject="couple",
            sexual=True,
            period=month,
        )
        for month in months_a
        if month in months_b
    )


def _gap(size: float) -> Figure:
    return figure(
        "desire_gap",
        "Difference of the wishes",
        size,
        f"The wishes are {written(size)} times a month apart.",
        _TIMES,
        {_WISH},
        privacy="joint",
        subject="couple",
        needs_released=released(_WISH),
        sexual=True,
    )


def _ratio(smaller: float, larger: float) -> Figure:
    value = rounded(smaller / larger, 3) if larger else None
    words = (
        "Not worked out: both wishes are 0."
        if value is None
        else f"The smaller wish is {written(value * 100)} % of the larger one."
    )
    return figure(
        "desire_ratio",
        "Smaller wish to larger",
        value,
        words,
        Scale(0, 1, None, "higher_better"),
        {_WISH},
        privacy="joint",
        subject="couple",
        needs_released=released(_WISH),
        sexual=True,
    )


def _by_month(entries: Sequence[Entry]) -> dict[str, float]:
    ordered = sorted(entries, key=lambda one: one.on)
    wishes = ((f"{one.on:%Y-%m}", _wish(one.answers)) for one in ordered)
    return {month: wish for month, wish in wishes if wish is not None}


def _wish(answers: Answers) -> float | None:
    return number(answers, _WISH, 0, MOST)


SCORER = Scorer(
    "sc-desire-difference-plan", score_pair=score_pair, score_pair_series=score_pair_series
)
