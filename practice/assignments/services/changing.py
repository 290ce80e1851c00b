"""Changing what was given: its due date, its window, how often, when it stops, and pauses. Each is the clinician's act alone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from practice.access.actor import Actor
from practice.assignments import rules
from practice.assignments.models import Assignment
from practice.assignments.queries import GivenSet
from practice.assignments.services.overdue import note_overdue_ahead
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.lib import clock


def change(
    found: GivenSet,
    rows: Collection[Assignment],
    *,
    due_on: date | None,
    ends_on: date | None,
    window_days: int | None,
    most_rounds: int | None,
    by: Actor,
    sent: Collection[UUID] = (),
) -> None:
    """Set the due date, the last day on which a round opens, the window and the most rounds of some rows of a set.

    ``sent`` names rows of which something was sent: these are overdue no more. Raises :class:`rules.CannotAssign` for dates and
    numbers that do not fit.
    """
    rules.check_limits(window_days, most_rounds, None)
    for row in rows:
        rules.check_dates(row.starts_on, due_on, ends_on)
    for row in rows:
        row.ends_on, row.window_days, row.most_rounds = ends_on, window_days, most_rounds
        if row.due_on != due_on:
            row.due_on = due_on
            caseload.settle_attention(found.case, kind="overdue", source=row.id, by=by)
            if row.id not in sent:
                note_overdue_ahead(found.case, row, by=by)
        audit.record("homework changed", by=by, couple=found.case.id, subject=row.id)


def stop(found: GivenSet, rows: Collection[Assignment], *, by: Actor) -> None:
    """Let no further round open after today; what was sent stays. Raises :class:`rules.CannotAssign` before its first day."""
    today = clock.today(by.zone)
    if any(row.starts_on > today for row in rows):
        raise rules.CannotAssign("It has not begun yet. Take it back instead.")
    for row in rows:
        row.ends_on = today
        caseload.settle_attention(found.case, kind="overdue", source=row.id, by=by)
        audit.record("homework stopped", by=by, couple=found.case.id, subject=row.id)


def pause(found: GivenSet, rows: Collection[Assignment], *, from_day: date, by: Actor) -> None:
    """Ask nothing from a day on, until it is resumed; a pause that runs already stays as it is.

    Raises :class:`rules.CannotAssign` for a day that is past.
    """
    today = clock.today(by.zone)
    rules.check_pause(today, from_day)
    for row in rows:
        kept = [one for one in row.pauses if one[1] is not None or _first(one) <= today]
        is_running = any(until is None for _, until in kept)
        row.pauses = kept if is_running else [*kept, [from_day.isoformat(), None]]
        audit.record("homework paused", by=by, couple=found.case.id, subject=row.id)


def resume(found: GivenSet, rows: Collection[Assignment], *, on_day: date, by: Actor) -> None:
    """Go on again from a day on; a pause that would only begin then or later is dropped.

    Raises :class:`rules.CannotAssign` for a day that is past.
    """
    today = clock.today(by.zone)
    rules.check_pause(today, on_day)
    for row in rows:
        over = [one for one in row.pauses if one[1] is not None and one[1] <= today.isoformat()]
        others = [one for one in row.pauses if one not in over and _first(one) < on_day]
        row.pauses = [*over, *([first, on_day.isoformat()] for first, _ in others)]
        audit.record("homework resumed", by=by, couple=found.case.id, subject=row.id)


def _first(one: list[str | None]) -> date:
    return date.fromisoformat(one[0] or "")
