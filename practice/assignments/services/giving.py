"""Giving an exercise, and opening what waits for the clinician."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID, uuid4

from practice.access.actor import Actor
from practice.assignments import rules
from practice.assignments.models import Asks, Assignment, OpensBy
from practice.assignments.queries import Given, side_of
from practice.assignments.services.overdue import note_overdue_ahead
from practice.audit import services as audit
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition, Schedule, Stage, Who, WrittenBy
from practice.extensions import db
from practice.lib import clock

BOTH = "both"
"""Names the row of a form of both in ``follows``, beside ``a`` and ``b``."""


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
    window_days: int | None = None,
    most_rounds: int | None = None,
    note: str | None = None,
    follows: Mapping[str, Assignment] | None = None,
    delay_days: int | None = None,
    opens_by: OpensBy = OpensBy.RULE,
    run_id: UUID | None = None,
) -> list[Assignment]:
    """Give one exercise to ``a``, ``b`` or both, and return the new rows, which share a set.

    ``schedule`` None means the one that the exercise suggests. ``follows`` names, for ``a``, ``b`` or :data:`BOTH`, what its
    person has to send first: in that person's own or the couple's container; what is ``both``'s stands for a side that is not
    named. It then opens ``delay_days`` after that first submission, and never before ``starts_on``. ``run_id`` names the run of a
    pathway. Raises :class:`rules.CannotAssign` for people, dates or numbers that do not fit, and
    :class:`practice.caseload.rules.NotOpen` while work behind the exercise's gate is closed for this couple.
    """
    definition = catalogue.definition(version_id)
    rules.check_who(definition, to)
    rules.check_dates(starts_on, due_on, ends_on)
    rules.check_limits(window_days, most_rounds, delay_days)
    check_gate(case, definition)
    chosen = schedule or definition.schedule
    set_id, now = uuid4(), clock.now()
    rows = [
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
            window_days=window_days,
            most_rounds=most_rounds,
            pauses=[],
            follows_id=_forerunner(case, container_id, follows or {}),
            delay_days=delay_days if follows else None,
            opens_by=opens_by,
            pathway_run_id=run_id,
            note=note or None,
            made_at=now,
            made_by=by.user_id,
        )
        for container_id, asks in _places(case, definition, to)
    ]
    db.session.add_all(rows)
    for row in rows:
        audit.record(
            "homework assigned", by=by, couple=case.id, subject=row.id, exercise=definition.slug
        )
        note_overdue_ahead(case, row, by=by)
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


def _forerunner(case: Case, container_id: UUID, follows: Mapping[str, Assignment]) -> UUID | None:
    """The id of what has to be sent first. What one partner sends never opens anything that the other sees."""
    before = follows.get(side_of(case, container_id) or BOTH) or follows.get(BOTH)
    if before is None:
        return None
    if before.container_id not in (container_id, case.container("couple")):
        raise rules.CannotAssign("What comes first has to be the same person's own, or of both.")
    return before.id


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
