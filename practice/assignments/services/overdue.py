"""What says, from the day after, that something is overdue: written ahead, crossed off by sending it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from practice.access.actor import Actor
from practice.assignments.models import Assignment
from practice.assignments.queries import side_of, zones_of
from practice.caseload import services as caseload
from practice.caseload.queries import Case
from practice.catalogue.definition import ScheduleKind


def note_overdue_ahead(case: Case, row: Assignment, *, by: Actor) -> None:
    """Write down, for the day after it is due where its person is, that it is overdue. Repeated work never is.

    What opens only after something else has no day of its own to be late for.
    """
    if row.due_on is None or row.schedule_kind != ScheduleKind.ONCE.value or row.follows_id:
        return
    caseload.raise_attention(
        case.couple,
        kind="overdue",
        weight=caseload.WEIGHT_SOON,
        source=row.id,
        by=by,
        shows_from=_day_after(case, row.due_on, side_of(case, row.container_id)),
    )


def _day_after(case: Case, due_on: date, side: str | None) -> datetime:
    """The first moment at which the due day is over, for a form of both where it is over last."""
    zones = zones_of(case)
    midnight = datetime.combine(due_on + timedelta(days=1), time())
    return max(
        midnight.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        for zone in ([zones[side]] if side else zones.values())
    )
