"""Acts on therapy sessions; each keeps the caseload's next session in step."""

from __future__ import annotations

from datetime import datetime

from practice.access.actor import Actor
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.caseload.queries import Case
from practice.extensions import db
from practice.lib import clock
from practice.treatment import queries, rules
from practice.treatment.models import TherapySession


def add_session(
    case: Case,
    kind: str,
    starts_at: datetime,
    minutes: int = 50,
    attended: bool | None = None,
    *,
    by: Actor,
) -> TherapySession:
    """Plan a session: ``joint`` in the couple's container, ``a`` or ``b`` in that partner's own.

    Raises:
        SessionRefused: another kind, a length outside 5 to 480 minutes, or attendance before it began.
    """
    if attended is not None:
        rules.check_attendance(starts_at, clock.now())
    session = TherapySession(
        container_id=case.container(rules.kind_container(kind)),
        starts_at=starts_at,
        minutes=rules.check_minutes(minutes),
        attended=attended,
        made_by=by.user_id,
    )
    db.session.add(session)
    audit.record("session planned", by=by, couple=case.id, subject=session.id)
    _note_next(case, by)
    return session


def move_session(
    case: Case, session: TherapySession, *, starts_at: datetime, minutes: int, by: Actor
) -> None:
    """Move a session to another time or length. Raises :class:`rules.SessionRefused`."""
    session.starts_at, session.minutes = starts_at, rules.check_minutes(minutes)
    if starts_at > clock.now():
        # What was noted about the earlier time does not hold for one still to come.
        session.attended = None
    audit.record("session moved", by=by, couple=case.id, subject=session.id)
    _note_next(case, by)


def note_attendance(
    case: Case, session: TherapySession, attended: bool | None, *, by: Actor
) -> None:
    """Note whether a session took place; None takes the note back. Raises :class:`rules.SessionRefused` before it began."""
    if attended is not None:
        rules.check_attendance(session.starts_at, clock.now())
    session.attended = attended
    audit.record("attendance noted", by=by, couple=case.id, subject=session.id)


def cancel_session(case: Case, session: TherapySession, *, by: Actor) -> None:
    """Take a session out of the plan. Raises :class:`rules.SessionRefused` once its attendance is noted."""
    if session.attended is not None:
        raise rules.SessionRefused("A session whose attendance is noted stays in the record.")
    audit.record("session cancelled", by=by, couple=case.id, subject=session.id)
    db.session.delete(session)
    _note_next(case, by)


def _note_next(case: Case, by: Actor) -> None:
    """Write the next session, alone or together, to the caseload, which only the care team reads."""
    db.session.flush()
    at = queries.next_session(case)
    change = {"next_session": at.isoformat() if at else None}
    caseload.note_on_caseload(case.couple, change, by=by)
