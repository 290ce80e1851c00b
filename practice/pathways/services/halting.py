"""Pausing a whole pathway, going on with it, stopping it, and undoing the stop. Nothing here commits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from practice.access.actor import Actor
from practice.assignments import services as assignments
from practice.assignments.models import Assignment
from practice.assignments.queries import GivenSet
from practice.audit import services as audit
from practice.caseload.rules import NotOpen
from practice.catalogue.definition import ScheduleKind
from practice.lib import clock
from practice.pathways.queries.running import RunFound, sets_in
from practice.pathways.services.giving import (
    CannotRun,
    give_what_follows,
    sides_taken_back,
    withdraw_not_begun,
)
from practice.responses import queries as responses


def pause(found: RunFound, *, by: Actor) -> None:
    """Ask nothing of the pathway from today on, of anyone; raise :class:`CannotRun` if it was stopped."""
    _check_runs(found)
    if found.run.paused_on is not None:
        return
    today = clock.today(by.zone)
    found.run.paused_on, found.run.paused_by = today, by.user_id
    for held in sets_in(found).values():
        assignments.pause(held, _standing(held), from_day=today, by=by)
    audit.record("pathway paused", by=by, couple=found.case.id, subject=found.id)


def go_on(found: RunFound, *, by: Actor) -> None:
    """Go on after a pause; what was still to come then comes later by as many days as the pause had."""
    _check_runs(found)
    if found.run.paused_on is None:
        return
    today, paused_on = clock.today(by.zone), found.run.paused_on
    shift = max(timedelta(), today - paused_on)
    found.run.paused_on = found.run.paused_by = None
    for held in sets_in(found).values():
        assignments.resume(held, _standing(held), on_day=today, by=by)
    for one in _to_come(found, paused_on):
        one.starts_on += shift
        if one.ends_on is not None:
            one.ends_on += shift
    for row in found.rows:
        if row.planned_on >= paused_on and not row.set_ids:
            row.planned_on += shift
    audit.record("pathway resumed", by=by, couple=found.case.id, subject=found.id)


def stop(found: RunFound, *, by: Actor) -> None:
    """End the pathway: what is not begun is taken back, what comes round again does so no more, what was sent stays."""
    if not found.is_running:
        return
    found.run.stopped_at, found.run.stopped_by = clock.now(), by.user_id
    withdraw_not_begun(found, found.rows, by=by)
    today = clock.today(by.zone)
    ended: dict[str, str | None] = {}
    for held in sets_in(found).values():
        repeated = [one for one in _standing(held) if _comes_again(one, today)]
        ended |= {str(one.id): _iso(one.ends_on) for one in repeated}
        assignments.stop(held, repeated, by=by)
    found.run.ended = ended
    audit.record("pathway stopped", by=by, couple=found.case.id, subject=found.id)


def undo_stop(found: RunFound, *, by: Actor) -> None:
    """Undo stopping: what it took back is given back, what it ended comes round again.

    What lies behind a gate that has closed since stays planned, and waits for the clinician.
    """
    stopped_at = found.run.stopped_at
    if stopped_at is None:
        return
    for held in sets_in(found).values():
        for side in sides_taken_back(held, stopped_at):
            with suppress(NotOpen):
                assignments.give_back(held, by=by, side=side)
        for one in held.assignments:
            if str(one.id) in found.run.ended:
                before = found.run.ended[str(one.id)]
                one.ends_on = date.fromisoformat(before) if before else None
    found.run.stopped_at = found.run.stopped_by = None
    found.run.ended = {}
    give_what_follows(found, by=by)
    audit.record("pathway taken up", by=by, couple=found.case.id, subject=found.id)


def _check_runs(found: RunFound) -> None:
    if not found.is_running:
        raise CannotRun("This pathway was stopped. Go on with it first.")


def _standing(held: GivenSet) -> list[Assignment]:
    return [one for one in held.assignments if one.withdrawn_at is None]


def _comes_again(one: Assignment, today: date) -> bool:
    is_single = one.schedule_kind in (ScheduleKind.ONCE, ScheduleKind.CLINICIAN_OPENS)
    return not is_single and (one.ends_on is None or one.ends_on > today)


def _to_come(found: RunFound, day: date) -> Iterator[Assignment]:
    """What had not opened by a day and of which nothing was written."""
    begun = responses.overview(found.case).standing
    for held in sets_in(found).values():
        for one in _standing(held):
            if one.starts_on > day and one.id not in begun:
                yield one


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
