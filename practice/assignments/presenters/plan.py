"""How homework is to come, in one sentence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from practice.assignments import rules
from practice.caseload.queries import Case
from practice.catalogue.definition import ExerciseDefinition, Schedule, ScheduleKind, Who

_EVERY_SECOND = 2


@dataclass(frozen=True)
class Plan:
    """How an exercise is to be given, as far as a sentence tells it."""

    schedule: Schedule
    starts_on: date
    due_on: date | None = None
    ends_on: date | None = None
    window: int | None = None
    most: int | None = None


def who_gets_it(case: Case, definition: ExerciseDefinition, sides: Collection[str]) -> str:
    """Return the beginning of the sentence: who gets it."""
    names = [case.partners[side].first_name for side in sorted(sides)]
    if definition.who is Who.JOINT:
        return f"{' and '.join(names)} get one form that they write together"
    if len(names) > 1:
        return f"{' and '.join(names)} each get this"
    return f"{names[0] if names else 'Nobody'} gets this"


def plan_sentence(who: str, plan: Plan) -> str:
    """Say in one sentence when it comes: "Amara and Daniel each get this every Sunday from 29 November, open for 3 days, 6 times."."""
    parts = [f"{who} {_when(plan)}"]
    is_single = plan.schedule.kind in (ScheduleKind.ONCE, ScheduleKind.CLINICIAN_OPENS)
    if plan.window is not None:
        parts.append(f"open for {_count(plan.window, 'day')}")
    if plan.due_on is not None:
        first = "" if is_single else "the first "
        parts.append(f"{first}due by {_date(plan.due_on)}")
    if plan.most is not None and not is_single:
        at_most = "at most " if plan.schedule.kind is ScheduleKind.AS_NEEDED else ""
        parts.append(f"{at_most}{'once' if plan.most == 1 else f'{plan.most} times'}")
    if plan.ends_on is not None:
        parts.append(f"until {_date(plan.ends_on)}")
    return ", ".join(parts) + "."


def _when(plan: Plan) -> str:
    start, n = plan.starts_on, plan.schedule.n or 1
    since = f"from {_date(start)}"
    days_before = _count(plan.schedule.n or rules.DAYS_BEFORE, "day")
    return {
        ScheduleKind.ONCE: f"once, {since}",
        ScheduleKind.DAILY: f"every day {since}",
        ScheduleKind.EVERY_N_DAYS: f"every {'day' if n == 1 else f'{n} days'} {since}",
        ScheduleKind.EVERY_N_WEEKS: f"{_weeks(start, n)} from {start.day} {start:%B}",
        ScheduleKind.TIMES_PER_WEEK: f"{'once' if n == 1 else f'{n} times'} a week {since}",
        ScheduleKind.BEFORE_SESSION: f"before each session {since}: "
        f"it opens {days_before} before and closes when the session begins",
        ScheduleKind.AFTER_SESSION: f"after each session {since}: it opens on the day of the session",
        ScheduleKind.CLINICIAN_OPENS: f"{since}, closed until you open it",
        ScheduleKind.AS_NEEDED: f"{since}, to write in whenever it fits",
    }[plan.schedule.kind]


def _weeks(start: date, n: int) -> str:
    if n == 1:
        return f"every {start:%A}"
    if n == _EVERY_SECOND:
        return f"every second {start:%A}"
    return f"every {n} weeks on {start:%A}"


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def _date(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
