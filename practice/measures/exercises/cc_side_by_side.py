"""Side by side: the idea both can live with best, and how the trial went (Jacobson & Margolin 1979)."""

from __future__ import annotations

from practice.measures.exercises.answers import lines, number, text
from practice.measures.exercises.figure import Answers, Figures, Scorer
from practice.measures.exercises.scales import WORDS, Scale, figure


def score_own(answers: Answers) -> Figures:
    """Best idea = highest min(A, B), ties by the sum, then by order; outcome of the trial, -2 to 2.

    The outcome has the steps of goal attainment scaling, so that the clinician can carry it over to a goal.
    """
    return (*_best_idea(answers), *_outcome(answers))


def _best_idea(answers: Answers) -> Figures:
    rated = []
    for line in lines(answers, "ideas"):
        a, b = number(line, "a_rating", 0, 10), number(line, "b_rating", 0, 10)
        idea = text(line, "idea")
        if a is not None and b is not None and idea is not None:
            rated.append((min(a, b), a + b, idea))
    if not rated:
        return ()
    lowest, _, best = max(rated, key=lambda one: one[:2])
    words = f"Both can live best with this one; neither rates it below {lowest:g} of 10: {best}"
    sentence = words if words.endswith((".", "!", "?")) else f"{words}."
    return (
        figure(
            "best_idea",
            "The idea both can live with",
            best,
            sentence,
            WORDS,
            {"ideas"},
            privacy="joint",
        ),
    )


def _outcome(answers: Answers) -> Figures:
    outcome = number(answers, "outcome", -2, 2)
    if outcome is None:
        return ()
    words = f"The trial came out at {outcome:+g} on a scale from -2 to +2; 0 is as hoped."
    scale = Scale(-2, 2, "points", "higher_better")
    return (
        figure(
            "outcome", "How the trial went", outcome, words, scale, {"outcome"}, privacy="joint"
        ),
    )


SCORER = Scorer("cc-side-by-side", score_own=score_own)
