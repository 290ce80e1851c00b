"""Therapy sessions: all for the care team; for a partner those held together and that partner's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.accounts import queries as accounts
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.extensions import db
from practice.lib import clock
from practice.treatment.models import TherapySession


@dataclass(frozen=True)
class SessionInCase:
    """One session of one couple."""

    case: Case
    session: TherapySession
    kind: str

    @property
    def id(self) -> UUID:
        """Return the session's id."""
        return self.session.id

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing


def practice_zone() -> str:
    """Return the zone in which the practice writes its times."""
    return accounts.installation().zone


def session_in_case(actor: Actor, couple_id: UUID, session_id: UUID) -> SessionInCase:
    """Load one session of one couple; raise :class:`NotFound`."""
    case = caseload.case(actor, couple_id)
    kinds = _kinds(case)
    row = db.session.scalar(
        select(TherapySession).where(
            TherapySession.id == session_id, TherapySession.container_id.in_(kinds)
        )
    )
    if row is None:
        raise NotFound(session_id)
    return SessionInCase(case, row, kinds[row.container_id])


def sessions(case: Case) -> list[tuple[TherapySession, str]]:
    """Return all sessions of a couple with their kind (joint, a or b), in order of time (care team only)."""
    kinds = _kinds(case)
    return [(row, kinds[row.container_id]) for row in _in(kinds)]


def own_sessions(case: Case) -> list[tuple[TherapySession, str]]:
    """Return the joint sessions and the acting partner's own; never the other's."""
    kinds = {case.container("couple"): "joint", case.own_container: case.side}
    return [(row, kinds[row.container_id]) for row in _in(kinds)]


def next_session(case: Case) -> datetime | None:
    """Return when anyone of the couple comes next, alone or together (care team only)."""
    return db.session.scalar(
        select(TherapySession.starts_at)
        .where(TherapySession.container_id.in_(_kinds(case)))
        .where(TherapySession.starts_at >= clock.now())
        .order_by(TherapySession.starts_at)
        .limit(1)
    )


def _kinds(case: Case) -> dict[UUID, str]:
    return {
        case.container("couple"): "joint",
        case.container("partner_a"): "a",
        case.container("partner_b"): "b",
    }


def _in(kinds: dict[UUID, str]) -> Sequence[TherapySession]:
    return db.session.scalars(
        select(TherapySession)
        .where(TherapySession.container_id.in_(kinds))
        .order_by(TherapySession.starts_at, TherapySession.id)
    ).all()
