"""Pure decisions about pathways: what makes one sound, what the plan is, and how a step of a running one stands."""

from __future__ import annotations

from practice.pathways.rules.checking import (
    AFTER_THE_OTHER,
    MOST_WEEKS,
    always_opened_by_clinician,
    problem_in,
    problems_in,
)
from practice.pathways.rules.planning import (
    counts_in_week,
    hints,
    last_day,
    minutes_by_week,
    most_rounds,
    planned_on,
    week_of,
)
from practice.pathways.rules.sides import left_out, steps_for

__all__ = [
    "AFTER_THE_OTHER",
    "MOST_WEEKS",
    "always_opened_by_clinician",
    "counts_in_week",
    "hints",
    "last_day",
    "left_out",
    "minutes_by_week",
    "most_rounds",
    "planned_on",
    "problem_in",
    "problems_in",
    "steps_for",
    "week_of",
]
