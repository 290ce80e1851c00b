"""The practice couple of a clinician, if there is one."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor
from practice.accounts.models import User
from practice.caseload.models import CareTeamMember, Couple
from practice.caseload.queries import Case
from practice.extensions import db


def own_practice_couple(actor: Actor) -> UUID | None:
    """Return the id of the actor's practice couple."""
    found: UUID | None = db.session.scalar(
        select(Couple.id)
        .join(CareTeamMember, CareTeamMember.couple_id == Couple.id)
        .where(CareTeamMember.user_id == actor.user_id, CareTeamMember.left_at.is_(None))
        .where(Couple.is_fictional)
        .limit(1)
    )
    return found


def accounts_of(case: Case) -> list[UUID]:
    """Return the accounts of both partners, as far as they have one."""
    partners = [partner.id for partner in case.partners.values()]
    return list(db.session.scalars(select(User.id).where(User.partner_id.in_(partners))))
