"""Giving homework and taking it back. Nothing here commits, and nothing here tells one partner of the other."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from practice.access.actor import Actor
from practice.assignments import rules
from practice.assignments.models import Asks, Assignment
from practice.assignments.queries import Given, GivenSet
from practice.audit import services as audit
from practice.caseload import rules as caseload_rules
from practice.caseload import services as caseload
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import (
    ExerciseDefinition,
    Schedule,
    ScheduleKind,
    Stage,
    Who,
    WrittenBy,
)
from practice.extensions import db
from practice.lib import clock


def assign(
    case: Case,
    version_id: UUID,
    *,
    to: Collection[str],
    starts_on: date,
    by: Actor,
    due_on: date | None = None,
    ends_on: date | None = None,
    schedule: Schedule | None = None,
    note: str | None = None,
) -> list[Assignment]:
    """Give one exercise to ``a``, ``b`` or both, and return the new rows, which share a set.

    ``schedule`` None means the one that the exercise suggests. Raises :class:`rules.CannotAssign` for people or dates that do
    not fit, and :class:`practice.caseload.rules.NotOpen` while shared work is closed for this couple.
    """
    definition = catalogue.definition(version_id)
    rules.check_who(definition, to)
    rules.check_dates(starts_on, due_on, ends_on)
    check_gate(case, definition)
    chosen = schedule or definition.schedule
    set_id = uuid4()
    rows = []
    for container_id, asks in _places(case, definition, to):
        rows.append(
            Assignment(
                container_id=container_id,
                version_id=version_id,
                set_id=set_id,
                asks=asks,
                starts_on=starts_on,
                due_on=due_on,
                ends_on=ends_on,
                schedule_kind=chosen.kind.value,
                schedule_n=chosen.n,
                note=note or None,
                made_at=clock.now(),
                made_by=by.user_id,
            )
        )
    db.session.add_all(rows)
    for row in rows:
        audit.record(
            "homework assigned", by=by, couple=case.id, subject=row.id, exercise=definition.slug
        )
        _note_overdue_ahead(case, row, by)
    return rows


def check_gate(case: Case, definition: ExerciseDefinition) -> None:
    """Raise :class:`practice.caseload.rules.NotOpen` unless work behind the exercise's gate is open for the couple."""
    caseload_rules.check_open(
        definition.gates.fill.value,
        shared_work_open=case.couple.shared_work_open,
        sexual_work_open=case.couple.sexual_work_open,
    )


def open_for_writing(given: Given, *, by: Actor) -> None:
    """Open an exercise that the clinician opens. Raises :class:`practice.caseload.rules.NotOpen` unless the gate is open."""
    check_gate(given.case, given.definition)
    if given.assignment.opened_at is None:
        given.assignment.opened_at = clock.now()
    audit.record("homework opened", by=by, couple=given.case.id, subject=given.id)


def give_what_follows(found: GivenSet, *, by: Actor) -> list[Assignment]:
    """Give the questions that come after a release: the reply of the other partner, and those written together.

    What is there already is not given twice.
    """
    fields = [f for f in found.definition.fields if f.stage is Stage.TOGETHER]
    places: list[tuple[str | None, Asks]] = []
    if any(f.by is WrittenBy.PARTNER for f in fields):
        places += [(side, Asks.REPLY) for side in _repliers(found)]
    if any(f.by is WrittenBy.AUTHOR for f in fields):
        places.append((None, Asks.TOGETHER))
    today = clock.today(by.zone)
    rows = [
        Assignment(
            container_id=found.case.container(f"partner_{side}" if side else "couple"),
            version_id=found.version_id,
            set_id=found.set_id,
            asks=asks,
            starts_on=today,
            schedule_kind="once",
            opened_at=clock.now(),
            made_at=clock.now(),
            made_by=by.user_id,
        )
        for side, asks in places
        if found.one(side, asks) is None
    ]
    db.session.add_all(rows)
    for row in rows:
        audit.record(
            "homework assigned",
            by=by,
            couple=found.case.id,
            subject=row.id,
            exercise=found.definition.slug,
        )
    return rows


def withdraw(found: GivenSet, *, by: Actor) -> None:
    """Take a whole set back: it is gone from both sides, and what was sent stays in its author's record."""
    for row in found.assignments:
        if row.withdrawn_at is None:
            row.withdrawn_at, row.withdrawn_by = clock.now(), by.user_id
            caseload.settle_attention(found.case, source=row.id, by=by)
            audit.record("homework taken back", by=by, couple=found.case.id, subject=row.id)


def _places(
    case: Case, definition: ExerciseDefinition, to: Collection[str]
) -> list[tuple[UUID, Asks]]:
    """Where the rows of a new set go, and which questions each asks."""
    own = [(case.container(f"partner_{side}"), Asks.ALONE) for side in sorted(set(to))]
    if definition.who is not Who.JOINT:
        return own
    shared = [(case.container("couple"), Asks.TOGETHER)]
    asked_alone = any(
        f.stage is Stage.ALONE and f.by is WrittenBy.AUTHOR for f in definition.fields
    )
    return shared + own if asked_alone else shared


def _note_overdue_ahead(case: Case, row: Assignment, by: Actor) -> None:
    """Write down, for the day after it is due, that it is overdue; sending it crosses that off. Repeated work never is."""
    if row.due_on is None or row.schedule_kind != ScheduleKind.ONCE.value:
        return
    day_after = datetime.combine(row.due_on + timedelta(days=1), time(), ZoneInfo(by.zone))
    caseload.raise_attention(
        case.couple,
        kind="overdue",
        weight=caseload.WEIGHT_SOON,
        source=row.id,
        by=by,
        shows_from=day_after.astimezone(UTC),
    )


def _repliers(found: GivenSet) -> list[str]:
    authors = {side for side in "ab" if found.one(side) is not None}
    return [side for side in "ab" if {"a": "b", "b": "a"}[side] in authors]
