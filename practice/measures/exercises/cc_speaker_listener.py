"""Speak, echo, switch: how often the echo was accurate and validating, and how heard each felt (Markman et al. 2010)."""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import choice, lines, number
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.over_time import week_means
from practice.measures.exercises.parts import rate, yes_or_partly
from practice.measures.exercises.scales import GOOD

_INPUTS = {"rounds"}


def score_own(answers: Answers) -> Figures:
    """Of the rounds on the form of both that say so: accuracy (yes + 0.5 x partly) and validation, in per cent."""
    rounds = lines(answers, "rounds")
    accurate, judged = yes_or_partly(choice(line, "accurate") for line in rounds)
    validated = [choice(line, "validated") for line in rounds]
    answered = sum(one in ("yes", "no") for one in validated)
    return (
        *rate("echo_accuracy", "Echo accurate", accurate, judged, _INPUTS, privacy="joint"),
        *rate(
            "validation", "Validated", validated.count("yes"), answered, _INPUTS, privacy="joint"
        ),
    )


def score_series(entries: Sequence[Entry]) -> Figures:
    """How heard one person felt, the mean of each week."""
    return week_means(
        entries, lambda one: number(one, "heard", 0, 10), "heard", "Felt heard", GOOD, {"heard"}
    )


SCORER = Scorer("cc-speaker-listener", score_own=score_own, score_series=score_series)
