"""Loading one case and what stands in it: what is not the actor's is not found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Capacity, Standing
from practice.access.decide import NotFound
from practice.access.policy import CONTAINERS
from practice.accounts.models import User
from practice.caseload.models import (
    AttentionItem,
    CareTeamMember,
    Couple,
    Partner,
)
from practice.db import keys, scope
from practice.extensions import db
from practice.lib import clock


@dataclass(frozen=True)
class Case:
    """A couple as the actor may see it, with the scope for it open."""

    standing: Standing
    couple: Couple
    partners: dict[str, Partner] = field(repr=False)

    @property
    def id(self) -> UUID:
        """Return the couple's id."""
        return self.couple.id

    @property
    def actor(self) -> Actor:
        """Return who is acting."""
        return self.standing.actor

    @property
    def side(self) -> str:
        """Return the acting partner's own side."""
        return self.standing.side

    @property
    def own(self) -> Partner:
        """Return the acting partner."""
        return self.partners[self.side]

    @property
    def a(self) -> Partner:
        """Return partner A."""
        return self.partners["a"]

    @property
    def b(self) -> Partner:
        """Return partner B."""
        return self.partners["b"]

    def container(self, kind: str) -> UUID:
        """Return the id of one of the couple's containers."""
        return self.couple.container(kind)

    @property
    def own_container(self) -> UUID:
        """Return the acting partner's own container."""
        return self.container(f"partner_{self.side}")

    @property
    def names(self) -> str:
        """Return both names in one line."""
        return f"{self.a.name} and {self.b.name}"


def _open(standing: Standing) -> Case:
    couple_id, capacity = standing.couple_id, standing.capacity
    if couple_id is None or capacity is None:
        raise NotFound("case")
    scope.open_for(scope.container_id(couple_id, k) for k in CONTAINERS[capacity])
    rows = db.session.execute(
        select(Couple, Partner)
        .join(Partner, Partner.couple_id == Couple.id)
        .where(Couple.id == couple_id)
    ).all()
    partners = {p.side: p for _, p in rows}
    keys.load(scope.container_id(couple_id, k) for k in CONTAINERS[capacity])
    return Case(standing, rows[0][0], partners)


def case(actor: Actor, couple_id: UUID) -> Case:
    """Load a couple of the actor's own caseload and open its containers; raise :class:`NotFound` for any other."""
    capacity = db.session.scalar(
        select(CareTeamMember.capacity)
        .where(CareTeamMember.couple_id == couple_id, CareTeamMember.user_id == actor.user_id)
        .where(CareTeamMember.left_at.is_(None))
    )
    if capacity is None or not actor.is_staff:
        raise NotFound(couple_id)
    return _open(Standing(actor, couple_id, capacity))


def own_case(actor: Actor) -> Case:
    """Load the case of the acting partner, with that partner's own and the couple's container open."""
    if actor.partner_id is None:
        raise NotFound("case")
    row = db.session.execute(
        select(Partner.couple_id, Partner.side).where(Partner.id == actor.partner_id)
    ).one_or_none()
    if row is None:
        raise NotFound("case")
    capacity = Capacity.PARTNER_A if row.side == "a" else Capacity.PARTNER_B
    return _open(Standing(actor, row.couple_id, capacity))


def care_team(case: Case) -> Sequence[tuple[CareTeamMember, User]]:
    """Return who works with the couple and in what capacity."""
    rows = db.session.execute(
        select(CareTeamMember, User)
        .join(User, User.id == CareTeamMember.user_id)
        .where(CareTeamMember.couple_id == case.id, CareTeamMember.left_at.is_(None))
        .order_by(CareTeamMember.joined_at, User.id)
    ).all()
    keys.load([u.id for _, u in rows])
    return [(m, u) for m, u in rows]


def treating_clinician(case: Case) -> User:
    """Return the treating clinician of a couple."""
    return next(u for m, u in care_team(case) if m.capacity is Capacity.TREATING)


def joined_sides(case: Case) -> frozenset[str]:
    """Return which of the two have made an account (care team only: never shown to a partner)."""
    ids = {p.id: side for side, p in case.partners.items()}
    rows = db.session.scalars(select(User.partner_id).where(User.partner_id.in_(ids)))
    return frozenset(ids[r] for r in rows if r is not None)


def attention(case: Case) -> Sequence[AttentionItem]:
    """Return what is open for a couple now, heaviest first."""
    return db.session.scalars(
        select(AttentionItem)
        .where(AttentionItem.container_id == case.container("care"))
        .where(AttentionItem.done_at.is_(None), AttentionItem.shows_from <= clock.now())
        .order_by(AttentionItem.weight.desc(), AttentionItem.made_at)
    ).all()
