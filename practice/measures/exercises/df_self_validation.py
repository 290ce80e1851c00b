"""Standing by myself: settling without waiting for the other's approval (Schnarch & Regas 2012)."""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import number
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.over_time import week_means
from practice.measures.exercises.scales import EASING, figure
from practice.measures.quantity import written

_INPUTS = {"need", "settled"}


def score_own(answers: Answers) -> Figures:
    """Self-soothing index = settled - need, -10 to 10."""
    index = _index(answers)
    if index is None:
        return ()
    words = f"Settled by oneself minus need for approval: {written(index)}."
    return (figure("self_soothing", "Self-soothing", index, words, EASING, _INPUTS),)


def score_series(entries: Sequence[Entry]) -> Figures:
    """The mean index of each week."""
    return week_means(entries, _index, "week_self_soothing", "Self-soothing", EASING, _INPUTS)


def _index(answers: Answers) -> float | None:
    need, settled = number(answers, "need", 0, 10), number(answers, "settled", 0, 10)
    return None if need is None or settled is None else settled - need


SCORER = Scorer("df-self-validation", score_own=score_own, score_series=score_series)
