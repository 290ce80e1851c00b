"""When an assignment comes round: its own columns, the sessions it goes by, and what has to be sent before it.

A joint session opens a round for both; one that a partner had alone only for what is in that partner's own container, so nothing
of it is in reach of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from practice.accounts.models import User
from practice.assignments.models import Assignment
from practice.assignments.rules import BY_SESSION, Meeting, Pause, Rhythm
from practice.caseload.queries import Case
from practice.catalogue.definition import ExerciseDefinition, ScheduleKind, Who
from practice.extensions import db
from practice.lib import clock
from practice.treatment import queries as treatment

Meetings = Mapping[UUID, Sequence[Meeting]]


def rhythm_of(
    assignment: Assignment,
    *,
    meetings: Sequence[Meeting] = (),
    sent_before_on: date | None = None,
) -> Rhythm:
    """Return when an assignment comes round.

    ``meetings`` are the sessions it may go by (:func:`meetings_for`); ``sent_before_on`` is the day on which its person first
    sent what it follows (None: not yet).
    """
    starts_on, due_on = assignment.starts_on, assignment.due_on
    follows = assignment.follows_id is not None
    if follows and sent_before_on is not None:
        begun = max(starts_on, sent_before_on + timedelta(days=assignment.delay_days or 0))
        due_on = due_on and due_on + (begun - starts_on)
        starts_on = begun
    return Rhythm(
        ScheduleKind(assignment.schedule_kind),
        starts_on,
        assignment.schedule_n,
        due_on,
        assignment.ends_on,
        window=assignment.window_days,
        most=assignment.most_rounds,
        pauses=[_pause(*one) for one in assignment.pauses],
        meetings=meetings,
        is_following=follows,
        is_waiting=follows and sent_before_on is None,
    )


def _pause(first: str | None, until: str | None) -> Pause:
    return Pause(date.fromisoformat(first or ""), date.fromisoformat(until) if until else None)


def meetings_of(case: Case, assignments: Iterable[Assignment]) -> Meetings:
    """Return the sessions that open rounds, by container; nothing is read unless one of the assignments goes by sessions.

    The day of a session is the day where the person is; that of what is asked of both, where the reader is.
    """
    if not any(ScheduleKind(one.schedule_kind) in BY_SESSION for one in assignments):
        return {}
    actor = case.actor
    found = treatment.sessions(case) if actor.is_staff else treatment.own_sessions(case)
    zones = zones_of(case) if actor.is_staff else {case.side: actor.zone}
    now = clock.now()

    def held(kinds: tuple[str, ...], zone: str) -> list[Meeting]:
        return [
            Meeting(
                str(row.id), row.starts_at.astimezone(ZoneInfo(zone)).date(), row.starts_at <= now
            )
            for row, kind in found
            if kind in kinds and row.attended is not False
        ]

    own = {case.container(f"partner_{s}"): held(("joint", s), z) for s, z in zones.items()}
    return {case.container("couple"): held(("joint",), actor.zone), **own}


def meetings_for(
    case: Case, assignment: Assignment, definition: ExerciseDefinition, found: Meetings
) -> Sequence[Meeting]:
    """Return the sessions that one assignment goes by: what belongs to a form of both goes by those of both."""
    joint = definition.who is Who.JOINT
    return found.get(case.container("couple") if joint else assignment.container_id, ())


def zones_of(case: Case) -> dict[str, str]:
    """Return each partner's own time zone; the reader's where there is no account yet (care team only)."""
    ids = {partner.id: side for side, partner in case.partners.items()}
    rows = db.session.execute(
        select(User.partner_id, User.zone).where(User.partner_id.in_(list(ids)))
    )
    known = {ids[partner_id]: zone for partner_id, zone in rows if partner_id is not None}
    return {side: known.get(side, case.actor.zone) for side in case.partners}
