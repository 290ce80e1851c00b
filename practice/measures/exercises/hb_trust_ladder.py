"""Trust ladder: promises kept, and where each one's trust goes (Rempel, Holmes & Zanna 1985)."""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import choice, lines, number
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.over_time import course
from practice.measures.exercises.parts import rate, yes_or_partly
from practice.measures.exercises.scales import GOOD


def score_own(answers: Answers) -> Figures:
    """Kept = (yes + 0.5 x partly) / due x 100; a promise that is pending is not due yet."""
    kept, due = yes_or_partly(choice(line, "kept") for line in lines(answers, "promises"))
    return rate("kept", "Promises kept", kept, due, {"promises"}, privacy="joint")


def score_series(entries: Sequence[Entry]) -> Figures:
    """One person's trust: the newest minus the first."""
    return course(
        entries, lambda one: number(one, "trust", 0, 10), "trust", "Trust", GOOD, {"trust"}
    )


SCORER = Scorer("hb-trust-ladder", score_own=score_own, score_series=score_series)
