"""The plan of a pathway by week: when a step is meant to come, how much time a week takes, and which order is wiser.

Weeks are a plan for the clinician. They open nothing by themselves, and no partner ever sees them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction

from practice.assignments.rules import sequence_hints
from practice.catalogue.definition import ExerciseDefinition, ScheduleKind
from practice.pathways.definition import PathwayDefinition, RuleKind, Step

DAYS_IN_WEEK = 7
# An exercise that is done as needed is planned with half a time a week (clinical formats).
AS_NEEDED_A_WEEK = Fraction(1, 2)
_FIXED_DISTANCE = frozenset(
    {
        ScheduleKind.DAILY,
        ScheduleKind.EVERY_N_DAYS,
        ScheduleKind.EVERY_N_WEEKS,
        ScheduleKind.TIMES_PER_WEEK,
    }
)


def counts_in_week(step: Step, week: int) -> Fraction:
    """Return how often a step comes round in a ``week`` of the plan, from 1."""
    since = week - step.planned_week
    if not 0 <= since < step.for_weeks:
        return Fraction(0)
    return _COUNTS[step.schedule.kind](since, step.schedule.n or 1)


def _rounds_in(since: int, days: int) -> int:
    first, end = since * DAYS_IN_WEEK, (since + 1) * DAYS_IN_WEEK
    return len(range(-(-first // days) * days, end, days))


# How often each rhythm comes round in the week ``since`` weeks after its first, at every ``n``.
_COUNTS: dict[ScheduleKind, Callable[[int, int], Fraction]] = {
    ScheduleKind.ONCE: lambda since, n: Fraction(since == 0),
    ScheduleKind.DAILY: lambda since, n: Fraction(DAYS_IN_WEEK),
    ScheduleKind.EVERY_N_DAYS: lambda since, n: Fraction(_rounds_in(since, n)),
    ScheduleKind.EVERY_N_WEEKS: lambda since, n: Fraction(since % n == 0),
    ScheduleKind.TIMES_PER_WEEK: lambda since, n: Fraction(n),
    ScheduleKind.AS_NEEDED: lambda since, n: AS_NEEDED_A_WEEK,
    # Once a week is the usual rhythm of sessions.
    ScheduleKind.BEFORE_SESSION: lambda since, n: Fraction(1),
    ScheduleKind.AFTER_SESSION: lambda since, n: Fraction(1),
}


def minutes_by_week(
    pathway: PathwayDefinition, exercises: Mapping[str, ExerciseDefinition]
) -> list[Fraction]:
    """Return the minutes of each week for one partner.

    A step of one of the two is counted, as it may be either; one whose exercise is unknown is not.
    """
    known = [
        (step, exercises[step.exercise].minutes)
        for step in pathway.steps
        if step.exercise in exercises
    ]
    return [
        sum((counts_in_week(step, week) * minutes for step, minutes in known), Fraction(0))
        for week in range(1, pathway.weeks + 1)
    ]


def planned_on(step: Step, starts_on: date) -> date:
    """Return the day on which a step is meant to open, counted from the start of the pathway."""
    days = step.rule.days_from_start
    if days is None:
        days = (step.planned_week - 1) * DAYS_IN_WEEK
    return starts_on if step.rule.kind is RuleKind.NONE else starts_on + timedelta(days=days)


def week_of(day: date, starts_on: date) -> int:
    """Return the week of the plan in which a day lies, from 1; 0 before the start."""
    return (day - starts_on).days // DAYS_IN_WEEK + 1


def most_rounds(step: Step) -> int | None:
    """Return how many rounds a step has at most, where its rhythm has a fixed distance; else None."""
    if step.schedule.kind not in _FIXED_DISTANCE:
        return None
    weeks = range(step.planned_week, step.planned_week + step.for_weeks)
    return int(sum(counts_in_week(step, week) for week in weeks))


def last_day(step: Step, opens_on: date) -> date | None:
    """Return the last day of a step that comes round without a fixed distance; None where :func:`most_rounds` ends it."""
    if step.schedule.kind is ScheduleKind.ONCE or step.schedule.kind in _FIXED_DISTANCE:
        return None
    return opens_on + timedelta(days=step.for_weeks * DAYS_IN_WEEK - 1)


def hints(
    pathway: PathwayDefinition,
    exercises: Mapping[str, ExerciseDefinition],
    already: Iterable[str] = (),
) -> list[str]:
    """Return suggestions on the order of steps, for the clinician to weigh; they change nothing.

    ``already`` are slugs the couple has met before.
    """
    met, found = set(already), dict[str, str]()
    for step in pathway.steps:
        if exercise := exercises.get(step.exercise):
            for hint in sequence_hints(step.exercise, met):
                found.setdefault(hint.words, f"“{exercise.title}”: {hint.words}")
        met.add(step.exercise)
    return list(found.values())
