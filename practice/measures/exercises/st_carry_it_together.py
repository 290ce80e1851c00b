"""Carrying it together: how helpful support was, and how two views of the load compare (Bodenmann & Shantinath 2004).

Shares and fairness are private ratings: what sets them side by side is for the clinician alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import lines, number, text
from practice.measures.exercises.figure import Answers, Entry, Figure, Figures, Scorer
from practice.measures.exercises.over_time import week_means
from practice.measures.exercises.parts import named
from practice.measures.exercises.scales import GOOD, Scale, figure
from practice.measures.quantity import points, written

TASKS = (
    "cooking",
    "cleaning",
    "children",
    "elders",
    "money_admin",
    "shopping",
    "planning",
    "emotional_work",
    "repairs",
    "income",
)


def score_series(entries: Sequence[Entry]) -> Figures:
    """How helpful one person found the other: the mean of each week, 0 to 10."""
    return week_means(
        entries,
        lambda one: number(one, "helpful", 0, 10),
        "helpfulness",
        "How helpful it was",
        GOOD,
        {"helpful"},
    )


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """Claim surplus of each task = share A + share B - 100, -100 to 100; fairness gap = |fair A - fair B|, 0 to 10."""
    a, b = _shares(a_answers), _shares(b_answers)
    surpluses = (
        _surplus(task, a[task] + b[task] - 100) for task in TASKS if task in a and task in b
    )
    return (*surpluses, *_fairness(a_answers, b_answers))


def _surplus(task: str, value: float) -> Figure:
    name = named(task).capitalize()
    if value == 0:
        words = f"{name}: the two views fit."
    elif value > 0:
        words = f"{name}: both together claim {written(value)} % too much."
    else:
        words = f"{name}: both together leave {written(-value)} % unclaimed."
    return figure(
        f"surplus.{task}",
        f"Claimed beyond the whole: {named(task)}",
        value,
        words,
        Scale(-100, 100, "%"),
        {"share"},
        privacy="clinician",
        subject="couple",
        rows=(task,),
    )


def _fairness(a_answers: Answers, b_answers: Answers) -> Figures:
    a, b = number(a_answers, "fair", 0, 10), number(b_answers, "fair", 0, 10)
    if a is None or b is None:
        return ()
    gap = abs(a - b)
    words = (
        f"How fair it feels lies {points(gap)} apart." if gap else "It feels equally fair to both."
    )
    return (
        figure(
            "fairness_gap",
            "Difference in fairness",
            gap,
            words,
            Scale(0, 10, "points", "lower_better"),
            {"fair"},
            privacy="clinician",
            subject="couple",
        ),
    )


def _shares(answers: Answers) -> dict[str, float]:
    given = {text(line, "row"): number(line, "share", 0, 100) for line in lines(answers, "share")}
    return {task: share for task, share in given.items() if task and share is not None}


SCORER = Scorer("st-carry-it-together", score_series=score_series, score_pair=score_pair)
