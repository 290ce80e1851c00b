"""Scripts I was given: how far old messages have loosened (Simon & Gagnon 1986). ``early`` takes part in no figure."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import fmean

from practice.measures.exercises.answers import lines, number
from practice.measures.exercises.figure import Answers, Figures, Scorer
from practice.measures.exercises.scales import EASING, figure
from practice.measures.quantity import points, rounded


def score_own(answers: Answers) -> Figures:
    """Loosening = mean of believed then - believe now, -10 to 10, over the lines that have both."""
    moved = [m for m in map(_loosened, lines(answers, "scripts")) if m is not None]
    if not moved:
        return ()
    value = rounded(float(fmean(moved)), 2)
    if value == 0:
        words = "These messages are believed as much as then, on average."
    else:
        way = "less" if value > 0 else "more"
        words = f"These messages are believed {points(abs(value))} {way} than then, on average."
    return (figure("loosening", "Loosening of old messages", value, words, EASING, {"scripts"}),)


def _loosened(line: Mapping[str, object]) -> float | None:
    then, now = number(line, "then", 0, 10), number(line, "now", 0, 10)
    return None if then is None or now is None else then - now


SCORER = Scorer("af-scripts", score_own=score_own)
