"""Putting a couple on a pathway, and what the clinician does with its steps. Nothing here commits.

What a partner meets are ordinary assignments. A step that a rule opens is given at the start and stays out of sight until its day
has come; a step that the clinician opens is not given at all before that.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from uuid import UUID

from practice.access.actor import Actor
from practice.assignments import services as assignments
from practice.audit import services as audit
from practice.caseload.queries import Case
from practice.caseload.rules import NotOpen
from practice.extensions import db
from practice.lib import clock
from practice.pathways import rules
from practice.pathways.definition import AssignTo, RuleKind
from practice.pathways.models import PathwayRun, PathwayRunStep
from practice.pathways.queries.library import definition_of
from practice.pathways.queries.running import RunFound, RunStepFound, sets_in
from practice.pathways.services.giving import (
    CannotRun,
    bring_forward,
    give,
    give_what_follows,
    not_begun,
    sets_of_step,
    sides_taken_back,
    standing,
    withdraw_not_begun,
)


def start(case: Case, version_id: UUID, *, sides: str, starts_on: date, by: Actor) -> PathwayRun:
    """Put a couple (``ab``) or one of the two on a pathway from a day on.

    Raises :class:`CannotRun` when nothing is left of the pathway for one alone.
    """
    definition = definition_of(version_id)
    steps = rules.steps_for(definition, sides)
    if not steps:
        raise CannotRun("All of its steps need both. Start it for both.")
    run = PathwayRun(
        container_id=case.container("care"),
        version_id=version_id,
        sides=sides,
        starts_on=starts_on,
        made_at=clock.now(),
        made_by=by.user_id,
    )
    db.session.add(run)
    rows = tuple(
        PathwayRunStep(
            container_id=run.container_id,
            run_id=run.id,
            number=number,
            planned_on=rules.planned_on(step, starts_on),
            set_ids=[],
        )
        for number, step in steps
    )
    db.session.add_all(rows)
    db.session.flush()
    audit.record("pathway started", by=by, couple=case.id, subject=run.id)
    found = RunFound(case, run, definition, rows)
    for row in rows:
        step = found.step_of(row)
        if step.rule.kind in (RuleKind.NONE, RuleKind.FIXED_INTERVAL):
            # What does not fit any more stays planned and waits for the clinician: nothing blocks the rest.
            with suppress(CannotRun, NotOpen):
                give(found, row, to=sides, starts_on=row.planned_on, by=by)
    give_what_follows(found, by=by)
    return run


def open_step(held: RunStepFound, *, by: Actor, side: str = "") -> None:
    """Open a step now, for everyone who has not begun it. ``side`` says which of the two takes a step of one.

    Raises :class:`practice.caseload.rules.NotOpen` while its gate is closed, and :class:`CannotRun` while the pathway is paused
    or stopped, or for a side that does not fit. Nothing of the rest waits for it.
    """
    found, row, today = held.found, held.row, clock.today(by.zone)
    _check_is_going(found)
    if row.skipped_at is not None:
        raise CannotRun("This step is skipped. Take it up again first.")
    if standing(row, sets_in(found)) and held.step.assign_to is not AssignTo.ONE:
        bring_forward(found, row, today)
    else:
        give(found, row, to=_whom(held, side), starts_on=today, by=by)
    give_what_follows(found, by=by)
    audit.record("pathway step opened", by=by, couple=found.case.id, subject=row.id)


def move_step(held: RunStepFound, day: date, *, by: Actor) -> None:
    """Move a step that nobody has begun to another day; a step that follows another opens no sooner than that day."""
    found, row = held.found, held.row
    _check_is_going(found)
    row.planned_on = day
    for one in not_begun(found, row):
        if one.ends_on is not None:
            one.ends_on += day - one.starts_on
        one.starts_on = day
    audit.record("pathway step moved", by=by, couple=found.case.id, subject=row.id)


def skip_step(held: RunStepFound, *, by: Actor) -> None:
    """Leave a step out where it was not begun. What would follow it follows the one before."""
    found, row = held.found, held.row
    _check_is_going(found)
    if row.skipped_at is not None:
        return
    row.skipped_at, row.skipped_by = clock.now(), by.user_id
    withdraw_not_begun(found, [row], by=by)
    give_what_follows(found, by=by)
    audit.record("pathway step skipped", by=by, couple=found.case.id, subject=row.id)


def take_up_step(held: RunStepFound, *, by: Actor) -> None:
    """Undo skipping. Raises :class:`practice.caseload.rules.NotOpen` if the gate of what was given has closed since."""
    found, row = held.found, held.row
    _check_is_going(found)
    if row.skipped_at is None:
        return
    for given in sets_of_step(row, sets_in(found)):
        for side in sides_taken_back(given, row.skipped_at):
            assignments.give_back(given, by=by, side=side)
    row.skipped_at = row.skipped_by = None
    give_what_follows(found, by=by)
    audit.record("pathway step taken up", by=by, couple=found.case.id, subject=row.id)


def _whom(held: RunStepFound, side: str) -> str:
    sides = held.found.run.sides
    if held.step.assign_to is not AssignTo.ONE:
        return sides
    if side not in sides or len(side) != 1:
        raise CannotRun("Choose which of the two takes this step.")
    return side


def _check_is_going(found: RunFound) -> None:
    if not found.is_running:
        raise CannotRun("This pathway was stopped. Go on with it first.")
    if found.run.paused_on is not None:
        raise CannotRun("This pathway is paused. Go on with it first.")
