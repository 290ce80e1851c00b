"""What a couple has, told as steps of a pathway: exercises and their order, and nothing of the couple."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from practice.assignments.models import Assignment
from practice.assignments.queries import GivenSet, sets_of, side_of
from practice.caseload.queries import Case
from practice.catalogue.definition import Gate, Kind, Schedule, ScheduleKind, Who
from practice.pathways import rules
from practice.pathways.definition import AssignTo, Rule, RuleKind, Step

WEEKS_WHEN_UNSAID = 4
_LONGEST = rules.MOST_WEEKS * 7 - 1


def steps_had(case: Case) -> Iterator[Step]:
    """Yield one step for each exercise that a couple has, by its first day."""
    standing = [(held, first) for held in sets_of(case) if (first := _first_row(held)) is not None]
    if not standing:
        return
    standing.sort(key=lambda pair: (pair[1].starts_on, pair[1].made_at))
    first_day, met = standing[0][1].starts_on, set[str]()
    for held, row in standing:
        if held.definition.kind is Kind.EXERCISE and held.definition.slug not in met:
            met.add(held.definition.slug)
            yield _step(case, held, row, first_day)


def _step(case: Case, held: GivenSet, row: Assignment, first_day: date) -> Step:
    days = min((row.starts_on - first_day).days, _LONGEST)
    schedule = Schedule(ScheduleKind(row.schedule_kind), row.schedule_n)
    if schedule.kind is ScheduleKind.CLINICIAN_OPENS:
        schedule = Schedule(ScheduleKind.ONCE)
    week = days // 7 + 1
    assign_to = _to(case, held)
    return Step(
        exercise=held.definition.slug,
        assign_to=assign_to,
        rule=_rule(held, assign_to, days),
        planned_week=week,
        for_weeks=min(_weeks(row, schedule), rules.MOST_WEEKS - week + 1),
        schedule=schedule,
    )


def _to(case: Case, held: GivenSet) -> AssignTo:
    if held.definition.who is Who.JOINT:
        return AssignTo.JOINT
    sides = {side_of(case, row.container_id) for row in held.assignments}
    return AssignTo.EACH if {"a", "b"} <= sides else AssignTo.ONE


def _rule(held: GivenSet, assign_to: AssignTo, days: int) -> Rule:
    gates = held.definition.gates
    if assign_to is not AssignTo.EACH or gates.fill is not Gate.G0 or gates.clinician_opens:
        return Rule(RuleKind.CLINICIAN_OPENS)
    if days == 0:
        return Rule(RuleKind.NONE)
    return Rule(RuleKind.FIXED_INTERVAL, days_from_start=days)


def _weeks(row: Assignment, schedule: Schedule) -> int:
    if schedule.kind is ScheduleKind.ONCE:
        return 1
    if row.ends_on is not None:
        return max(1, -(-(row.ends_on - row.starts_on).days // 7))
    return WEEKS_WHEN_UNSAID


def _first_row(held: GivenSet) -> Assignment | None:
    rows = [row for row in held.assignments if row.withdrawn_at is None]
    return min(rows, key=lambda row: row.made_at, default=None)
