"""Reading accounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import STAFF, Actor
from practice.access.decide import NotFound
from practice.accounts.models import Installation, Invitation, User
from practice.db import keys
from practice.extensions import db
from practice.lib import clock, crypto, tokens
from practice.lib.text import fold_sign_in_name


def sign_in_index(name: str) -> bytes:
    """Return the blind index of a sign-in name."""
    return crypto.blind_index(
        keys.settings().keys.derived("sign-in names"), fold_sign_in_name(name)
    )


def by_sign_in_name(name: str) -> User | None:
    """Return the account with this sign-in name."""
    return db.session.scalar(select(User).where(User.sign_in_index == sign_in_index(name)))


def user(user_id: UUID) -> User:
    """Return an account; raise :class:`NotFound`."""
    found = db.session.get(User, user_id)
    if found is None:
        raise NotFound(user_id)
    return found


def names_of(user_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return the names of several accounts in two queries."""
    keys.load(user_ids)
    rows = db.session.scalars(select(User).where(User.id.in_(user_ids)))
    return {u.id: u.name for u in rows}


def installation() -> Installation:
    """Return what this database is for; raise :class:`NotFound` before the first-run set-up."""
    found: Installation | None = db.session.scalar(select(Installation))
    if found is None:
        raise NotFound("installation")
    return found


def staff(actor: Actor) -> Sequence[User]:
    """Return everyone of the practice, for its administrator."""
    rows = db.session.scalars(select(User).where(User.role.in_(STAFF)).order_by(User.made_at)).all()
    keys.load([u.id for u in rows])
    return rows


def open_staff_invitations(actor: Actor) -> Sequence[Invitation]:
    """Return the invitations of staff that can still be used."""
    rows = db.session.scalars(
        select(Invitation)
        .where(Invitation.role.in_(STAFF), Invitation.used_at.is_(None))
        .where(Invitation.revoked_at.is_(None), Invitation.expires_at > clock.now())
        .order_by(Invitation.made_at)
    ).all()
    keys.load([i.id for i in rows])
    return rows


def usable_invitation(token: str) -> Invitation:
    """Return the invitation of a link, if it can still be used; raise :class:`NotFound` alike for all else."""
    found = db.session.scalar(
        select(Invitation).where(Invitation.token_digest == tokens.digest(token))
    )
    if found is None or found.used_at or found.revoked_at or found.expires_at <= clock.now():
        raise NotFound("invitation")
    return found


@dataclass(frozen=True)
class OwnAccount:
    """The signed-in person's own account, as the gate loads it."""

    standing: Actor
    user: User


def own_account(actor: Actor) -> OwnAccount:
    """Load the actor's own account."""
    return OwnAccount(actor, user(actor.user_id))


def open_invitations(partner_ids: Sequence[UUID]) -> dict[UUID, Invitation]:
    """Return the invitations of partners that can still be used, by partner."""
    rows = db.session.scalars(
        select(Invitation)
        .where(Invitation.partner_id.in_(partner_ids), Invitation.used_at.is_(None))
        .where(Invitation.revoked_at.is_(None), Invitation.expires_at > clock.now())
    )
    return {row.partner_id: row for row in rows if row.partner_id is not None}
