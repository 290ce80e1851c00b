"""Loading one case and what stands in it: what is not the actor's is not found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import aliased

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
from practice.db.limiting import made_once
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


def _open(actor: Actor, couple: Couple, partners: list[Partner], capacity: Capacity) -> Case:
    containers = [couple.container(kind) for kind in CONTAINERS[capacity]]
    scope.open_for(containers)
    keys.load(containers)
    standing = Standing(actor, couple.id, capacity, couple.is_fictional)
    return Case(standing, couple, {p.side: p for p in partners})


@made_once
def _on_a_caseload() -> Select[Capacity, Couple, Partner]:
    return (
        select(CareTeamMember.capacity, Couple, Partner)
        .join(Couple, Couple.id == CareTeamMember.couple_id)
        .join(Partner, Partner.couple_id == Couple.id)
        .where(CareTeamMember.couple_id == bindparam("couple"))
        .where(CareTeamMember.user_id == bindparam("user"), CareTeamMember.left_at.is_(None))
    )


def case(actor: Actor, couple_id: UUID) -> Case:
    """Load a couple of the actor's own caseload and open its containers; raise :class:`NotFound` for any other."""
    which = {"couple": couple_id, "user": actor.user_id}
    rows = db.session.execute(_on_a_caseload(), which).all()
    if not rows or not actor.is_staff:
        raise NotFound(couple_id)
    capacity, couple, _ = rows[0]
    return _open(actor, couple, [partner for _, _, partner in rows], capacity)


@made_once
def _of_a_partner() -> Select[Couple, Partner]:
    own = aliased(Partner)
    return (
        select(Couple, Partner)
        .join(Partner, Partner.couple_id == Couple.id)
        .join(own, own.couple_id == Couple.id)
        .where(own.id == bindparam("partner"))
    )


def own_case(actor: Actor) -> Case:
    """Load the case of the acting partner, with that partner's own and the couple's container open."""
    if actor.partner_id is None:
        raise NotFound("case")
    rows = db.session.execute(_of_a_partner(), {"partner": actor.partner_id}).all()
    side = next((partner.side for _, partner in rows if partner.id == actor.partner_id), None)
    if side is None:
        raise NotFound("case")
    capacity = Capacity.PARTNER_A if side == "a" else Capacity.PARTNER_B
    return _open(actor, rows[0][0], [partner for _, partner in rows], capacity)


def care_team(case: Case) -> Sequence[tuple[CareTeamMember, User]]:
    """Return who works with the couple and in what capacity."""
    rows = db.session.execute(_team(), {"couple": case.id}).all()
    keys.take(brought for _, _, *brought in rows)
    return [(member, user) for member, user, *_ in rows]


@made_once
def _team() -> Any:
    return (
        select(CareTeamMember, User, *keys.COLUMNS)
        .join(User, User.id == CareTeamMember.user_id)
        .outerjoin(keys.DataKey, keys.DataKey.owner == User.id)
        .where(CareTeamMember.couple_id == bindparam("couple"), CareTeamMember.left_at.is_(None))
        .order_by(CareTeamMember.joined_at, User.id)
    )


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
    which = {"container": case.container("care"), "now": clock.now()}
    return db.session.scalars(_open_items(), which).all()


@made_once
def _open_items() -> Select[AttentionItem]:
    return (
        select(AttentionItem)
        .where(AttentionItem.container_id == bindparam("container"))
        .where(AttentionItem.done_at.is_(None), AttentionItem.shows_from <= bindparam("now"))
        .order_by(AttentionItem.weight.desc(), AttentionItem.made_at)
    )
