"""Time-out agreement: it counts only with a way and a time to come back (Rosen et al. 2003).

A pause without a return can be used to punish, so such an agreement is not in force.
"""

from __future__ import annotations

from practice.measures.exercises.answers import number, text
from practice.measures.exercises.figure import Answers, Figure, Figures, Scorer

_INPUTS = frozenset({"return", "max_hours"})


def score_own(answers: Answers) -> Figures:
    """Whether the agreement can be in force: "valid", or "not_yet" with what is missing."""
    missing = []
    if number(answers, "max_hours", 1, 24) is None:
        missing.append("within how many hours you return")
    if text(answers, "return") is None:
        missing.append("how you start again, and who starts")
    if missing:
        words = f"This agreement is not in force yet. Please add {' and '.join(missing)}."
    else:
        words = "This agreement says when and how you come back."
    return (
        Figure(
            key="valid",
            label="Time to return",
            value="not_yet" if missing else "valid",
            unit=None,
            low=None,
            high=None,
            direction="neutral",
            words=words,
            inputs=_INPUTS,
            privacy="joint",
            subject="couple",
        ),
    )


SCORER = Scorer("cc-timeout-agreement", score_own=score_own)
