"""Deeper talk: how much closer each felt afterwards (Aron, Melinat, Aron, Vallone & Bator 1997)."""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import number
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.over_time import week_means
from practice.measures.exercises.scales import EASING, figure
from practice.measures.quantity import points

_INPUTS = {"close_before", "close_after"}


def score_own(answers: Answers) -> Figures:
    """Gain = close after - close before, -10 to 10."""
    gain = _gain(answers)
    if gain is None:
        return ()
    if gain == 0:
        words = "As close after the talk as before."
    else:
        words = f"{points(abs(gain))} {'closer' if gain > 0 else 'less close'} after the talk."
    return (figure("gain", "Closeness before and after", gain, words, EASING, _INPUTS),)


def score_series(entries: Sequence[Entry]) -> Figures:
    """The mean gain of each week."""
    return week_means(entries, _gain, "week_gain", "Gain in closeness", EASING, _INPUTS)


def _gain(answers: Answers) -> float | None:
    before = number(answers, "close_before", 0, 10)
    after = number(answers, "close_after", 0, 10)
    return None if before is None or after is None else after - before


SCORER = Scorer("ei-deeper-talk", score_own=score_own, score_series=score_series)
