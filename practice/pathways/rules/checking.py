"""What a pathway must hold beyond its schema. One made in the browser is checked the same way as a file.

Source of the rules: clinical formats, *pathways.json*. A step that opened when both had finished the one before would tell one
of the other; so whatever both take part in, and all work behind a gate, is opened by the clinician alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from practice.catalogue.definition import ExerciseDefinition, Gate, ScheduleKind, Who
from practice.pathways.definition import AssignTo, PathwayDefinition, RuleKind, Step

DAYS_IN_WEEK = 7
MOST_WEEKS = 52
AFTER_THE_OTHER = (
    "only the clinician may open this step: it is for both, for one of them, or behind a gate"
)
Exercises = Mapping[str, ExerciseDefinition]


def problem_in(pathway: PathwayDefinition, exercises: Exercises) -> tuple[str, str] | None:
    """Return the first place and problem, or None when the pathway is sound; ``exercises`` by slug."""
    return next(_all_problems(pathway, exercises), None)


def problems_in(pathway: PathwayDefinition, exercises: Exercises) -> dict[int, str]:
    """Return the first problem of each step that has one, by its place from 0."""
    found: dict[int, str] = {}
    for number, step in enumerate(pathway.steps):
        for _, problem in step_problems(pathway, number, step, exercises):
            found.setdefault(number, problem)
    return found


def always_opened_by_clinician(step: Step, exercise: ExerciseDefinition) -> bool:
    """Whether no other rule than the clinician's act may open a step."""
    return (
        step.assign_to is not AssignTo.EACH
        or exercise.gates.fill is not Gate.G0
        or exercise.gates.clinician_opens
    )


def _all_problems(pathway: PathwayDefinition, exercises: Exercises) -> Iterator[tuple[str, str]]:
    for number, step in enumerate(pathway.steps):
        for key, problem in step_problems(pathway, number, step, exercises):
            yield f"steps.{number}.{key}", problem


def step_problems(
    pathway: PathwayDefinition, number: int, step: Step, exercises: Exercises
) -> Iterator[tuple[str, str]]:
    """Yield (key, problem) of one step at its place."""
    exercise = exercises.get(step.exercise)
    if exercise is None:
        yield "exercise", f"there is no exercise named {step.exercise}"
        return
    yield from _who_problems(step, exercise)
    yield from _rule_problems(pathway, number, step, exercise)
    yield from _week_problems(pathway, step)
    if step.schedule.kind is ScheduleKind.ONCE and step.schedule.n is not None:
        yield "schedule.n", "once has no number"


def _who_problems(step: Step, exercise: ExerciseDefinition) -> Iterator[tuple[str, str]]:
    if (exercise.who is Who.JOINT) != (step.assign_to is AssignTo.JOINT):
        yield "assign_to", "joint goes with an exercise that both write on, and with no other"
    if exercise.who is Who.ONE_PARTNER and step.assign_to is not AssignTo.ONE:
        yield "assign_to", "this exercise is written by one of the two"


def _rule_problems(
    pathway: PathwayDefinition, number: int, step: Step, exercise: ExerciseDefinition
) -> Iterator[tuple[str, str]]:
    kind = step.rule.kind
    if kind is not RuleKind.CLINICIAN_OPENS and always_opened_by_clinician(step, exercise):
        yield "rule.kind", AFTER_THE_OTHER
    if step.rule.follows and number == 0:
        yield "rule.kind", "the first step has none before it"
    elif step.rule.follows and pathway.steps[number - 1].assign_to is not AssignTo.EACH:
        yield (
            "rule.kind",
            "the step before is not one that each takes alone, so nothing may follow it",
        )


def _week_problems(pathway: PathwayDefinition, step: Step) -> Iterator[tuple[str, str]]:
    if step.planned_week + step.for_weeks - 1 > pathway.weeks:
        yield "for_weeks", f"it runs past the last week, {pathway.weeks}"
    days = step.rule.days_from_start
    if days is not None and days // DAYS_IN_WEEK + 1 != step.planned_week:
        yield "planned_week", f"day {days} is in week {days // DAYS_IN_WEEK + 1}"
