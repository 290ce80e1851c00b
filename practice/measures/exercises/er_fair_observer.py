"""The fair observer: how upset one is before and after looking as a fair third person (Finkel et al. 2013)."""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import number
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.over_time import course, shift
from practice.measures.exercises.scales import EASING

_INPUTS = {"before", "after"}


def score_own(answers: Answers) -> Figures:
    """Shift = before - after, -10 to 10."""
    before, after = _read(answers)
    return shift(before, after, "shift", "Upset before and after", "Upset", _INPUTS)


def score_series(entries: Sequence[Entry]) -> Figures:
    """The newest shift minus the first: whether looking as a fair observer eases more than it did."""
    return course(entries, _shift, "course", "Easing by the fair observer", EASING, _INPUTS)


def _read(answers: Answers) -> tuple[float | None, float | None]:
    return number(answers, "before", 0, 10), number(answers, "after", 0, 10)


def _shift(answers: Answers) -> float | None:
    before, after = _read(answers)
    return None if before is None or after is None else before - after


SCORER = Scorer("er-fair-observer", score_own=score_own, score_series=score_series)
