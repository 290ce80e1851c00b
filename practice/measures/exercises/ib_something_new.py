"""Something new: whether it was done, how new and how enjoyable it was (Aron et al. 2000; Muise et al. 2019)."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from practice.measures.exercises.answers import choice, number
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.over_time import week_means
from practice.measures.exercises.parts import rate, yes_or_partly
from practice.measures.exercises.scales import GOOD, figure
from practice.measures.quantity import rounded, written


def score_series(entries: Sequence[Entry]) -> Figures:
    """Completion = (yes + 0.5 x partly) / answered x 100, on the form of both; one person's novelty in each week."""
    done, answered = yes_or_partly(choice(one.answers, "did") for one in entries)
    return (
        *rate("completion", "New things done", done, answered, {"did"}, privacy="joint"),
        *week_means(entries, _novel, "novelty", "How new it was", GOOD, {"novel"}),
    )


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """Joint enjoyment = min(A, B) and mean novelty, 0 to 10: from private ratings of both, so for the clinician."""
    return (*_enjoyed(a_answers, b_answers), *_novelty(_novel(a_answers), _novel(b_answers)))


def _enjoyed(a_answers: Answers, b_answers: Answers) -> Figures:
    a, b = number(a_answers, "enjoy", 0, 10), number(b_answers, "enjoy", 0, 10)
    if a is None or b is None:
        return ()
    least = min(a, b)
    words = f"Both enjoyed it at {least:g} of 10 or more."
    return (
        figure(
            "joint_enjoyment",
            "Enjoyed by both",
            least,
            words,
            GOOD,
            {"enjoy"},
            privacy="clinician",
            subject="couple",
        ),
    )


def _novelty(a: float | None, b: float | None) -> Figures:
    if a is None or b is None:
        return ()
    mean = rounded(float(fmean([a, b])), 1)
    words = f"How new it was for the two, on average: {written(mean)} of 10."
    return (
        figure(
            "mean_novelty",
            "How new it was for both",
            mean,
            words,
            GOOD,
            {"novel"},
            privacy="clinician",
            subject="couple",
        ),
    )


def _novel(answers: Answers) -> float | None:
    return number(answers, "novel", 0, 10)


SCORER = Scorer("ib-something-new", score_series=score_series, score_pair=score_pair)
