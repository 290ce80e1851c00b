"""The plan of a pathway in words, by week: what begins, what goes on, how long it takes, and what opens it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from practice.assignments.forms import schedule_words
from practice.caseload import rules as caseload_rules
from practice.caseload.models import Couple
from practice.catalogue.definition import ExerciseDefinition, Gate, Needs, ScheduleKind
from practice.pathways import rules
from practice.pathways.definition import AssignTo, PathwayDefinition, RuleKind, Step
from practice.web.templating import day

_WHO = {
    AssignTo.EACH: "Each alone",
    AssignTo.JOINT: "Both on one form",
    AssignTo.ONE: "One of the two",
}
_GATES = {
    Gate.G1: "Needs shared work to be open",
    Gate.G2: "Needs shared work and both consents to sexual content",
}


@dataclass(frozen=True)
class StepLine:
    """One step in words; ``gate`` says what has to be open, ``is_closed`` that it is not at present."""

    number: int
    title: str
    slug: str
    who: str
    opens: str
    rhythm: str
    minutes: int
    gate: str
    is_closed: bool
    is_known: bool = True


@dataclass(frozen=True)
class Week:
    """One week of the plan; ``minutes`` is what it takes each partner."""

    number: int
    from_day: str
    begins: tuple[StepLine, ...]
    goes_on: tuple[str, ...]
    minutes: int


@dataclass(frozen=True)
class Plan:
    """A whole plan. ``left_out`` are the titles of steps that need both where only one takes part."""

    weeks: tuple[Week, ...]
    minutes: str
    hints: tuple[str, ...]
    left_out: tuple[str, ...]


def plan(
    pathway: PathwayDefinition,
    exercises: Mapping[str, ExerciseDefinition],
    *,
    sides: str = "ab",
    starts_on: date | None = None,
    couple: Couple | None = None,
    already: frozenset[str] = frozenset(),
) -> Plan:
    """Return the plan in words: with dates from ``starts_on``, and with what is closed now for ``couple``."""
    kept = replace(pathway, steps=tuple(s for _, s in rules.steps_for(pathway, sides)))
    lines = [
        step_line(number, step, exercises, sides=sides, starts_on=starts_on, couple=couple)
        for number, step in rules.steps_for(pathway, sides)
    ]
    minutes = [math.ceil(m) for m in rules.minutes_by_week(kept, exercises)]
    weeks = tuple(
        _week(number, kept, lines, minutes[number - 1], starts_on)
        for number in range(1, pathway.weeks + 1)
    )
    return Plan(
        weeks=weeks,
        minutes=minutes_words(minutes),
        hints=tuple(rules.hints(kept, exercises, already)),
        left_out=tuple(_title(s, exercises) for s in rules.left_out(pathway, sides)),
    )


def step_line(
    number: int,
    step: Step,
    exercises: Mapping[str, ExerciseDefinition],
    *,
    sides: str = "ab",
    starts_on: date | None = None,
    couple: Couple | None = None,
) -> StepLine:
    """Return one step in words."""
    exercise = exercises.get(step.exercise)
    return StepLine(
        number=number,
        title=_title(step, exercises),
        slug=step.exercise,
        who=_WHO[step.assign_to] if sides == "ab" else "Alone",
        opens=opens_words(step, starts_on),
        rhythm=rhythm_words(step),
        minutes=exercise.minutes if exercise else 0,
        gate=_gate(exercise) if exercise else "",
        is_closed=couple is not None and exercise is not None and not _is_open(exercise, couple),
        is_known=exercise is not None,
    )


def opens_words(step: Step, starts_on: date | None = None) -> str:
    """Say what opens a step; with a date where it has one."""
    rule = step.rule
    match rule.kind:
        case RuleKind.NONE | RuleKind.FIXED_INTERVAL if not rule.days_from_start:
            return "opens on the first day"
        case RuleKind.FIXED_INTERVAL if rule.days_from_start:
            if starts_on is not None:
                return f"opens on {day(rules.planned_on(step, starts_on))}"
            return f"opens {_days(rule.days_from_start)} after the first day"
        case RuleKind.AFTER_PREVIOUS:
            return "opens for each once they have sent the step before"
        case RuleKind.AFTER_PREVIOUS_PLUS_DELAY:
            return (
                f"opens for each {_days(rule.delay_days or 0)} after they have sent the step before"
            )
    return "opens when you open it"


def rhythm_words(step: Step) -> str:
    """Say how often and for how long."""
    words = schedule_words(step.schedule)
    words = words[:1].lower() + words[1:]
    if step.schedule.kind is ScheduleKind.ONCE:
        return words
    weeks = "1 week" if step.for_weeks == 1 else f"{step.for_weeks} weeks"
    return f"{words}, for {weeks}"


def minutes_words(minutes: list[int]) -> str:
    """Say how much time a week takes, from the shortest to the longest."""
    if not minutes:
        return "0 minutes a week"
    least, most = min(minutes), max(minutes)
    return f"{most} minutes a week" if least == most else f"{least} to {most} minutes a week"


def _week(
    number: int,
    pathway: PathwayDefinition,
    lines: list[StepLine],
    minutes: int,
    starts_on: date | None,
) -> Week:
    both = list(zip(pathway.steps, lines, strict=True))
    first = starts_on + timedelta(days=7 * (number - 1)) if starts_on else None
    return Week(
        number=number,
        from_day=day(first) if first else "",
        begins=tuple(line for step, line in both if step.planned_week == number),
        goes_on=tuple(
            line.title
            for step, line in both
            if step.planned_week < number and rules.counts_in_week(step, number)
        ),
        minutes=minutes,
    )


def _title(step: Step, exercises: Mapping[str, ExerciseDefinition]) -> str:
    found = exercises.get(step.exercise)
    return found.title if found else step.exercise


def _gate(exercise: ExerciseDefinition) -> str:
    if exercise.gates.fill is Gate.G0 and exercise.needs is Needs.SEXUAL_CONTENT_CONSENT:
        return "Needs each one’s own consent to sexual content"
    return _GATES.get(exercise.gates.fill, "")


def _is_open(exercise: ExerciseDefinition, couple: Couple) -> bool:
    return caseload_rules.can_open(
        exercise.gates.fill.value,
        shared_work_open=couple.shared_work_open,
        sexual_work_open=couple.sexual_work_open,
    )


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
