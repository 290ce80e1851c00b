"""Reading cases: the first parameter is the actor, and what is not the actor's is not found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from practice.access.actor import Actor, Capacity, Standing
from practice.access.decide import NotFound
from practice.access.policy import CONTAINERS
from practice.accounts.models import User
from practice.caseload import rules
from practice.caseload.models import (
    AttentionItem,
    CareTeamMember,
    CaseloadLine,
    Clearance,
    Couple,
    Partner,
    PolicyChoice,
    SafeContact,
    Signature,
    Stage,
    Status,
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
    assert standing.couple_id is not None and standing.capacity is not None
    couple_id = standing.couple_id
    scope.open_for(scope.container_id(couple_id, k) for k in CONTAINERS[standing.capacity])
    rows = db.session.execute(
        select(Couple, Partner)
        .join(Partner, Partner.couple_id == Couple.id)
        .where(Couple.id == couple_id)
    ).all()
    partners = {p.side: p for _, p in rows}
    keys.load(scope.container_id(couple_id, k) for k in CONTAINERS[standing.capacity])
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


def policy_choice(case: Case) -> PolicyChoice | None:
    """Return the newest proposed policy of a couple."""
    return db.session.scalar(
        select(PolicyChoice)
        .where(PolicyChoice.container_id == case.container("couple"))
        .order_by(PolicyChoice.made_at.desc(), PolicyChoice.id)
        .limit(1)
    )


def policy_in_force(case: Case) -> str:
    """Return the id of the policy in force, or ``not_in_force``."""
    found = db.session.scalar(
        select(PolicyChoice.policy_id)
        .where(PolicyChoice.container_id == case.container("couple"))
        .where(PolicyChoice.in_force_at.is_not(None))
        .order_by(PolicyChoice.in_force_at.desc())
        .limit(1)
    )
    return found or rules.NOT_IN_FORCE


def signatures(case: Case, side: str) -> Sequence[Signature]:
    """Return all signatures of one partner, newest first (only ever that partner or the care team can)."""
    return db.session.scalars(
        select(Signature)
        .where(Signature.container_id == case.container(f"partner_{side}"))
        .order_by(Signature.signed_at.desc(), Signature.id)
    ).all()


def agreements_of(case: Case, side: str, now: datetime | None = None) -> rules.OwnAgreements:
    """Return which of one partner's signatures count now."""
    choice = policy_choice(case)
    policy_id = choice.policy_id if choice else None
    return rules.own_agreements(signatures(case, side), policy_id, now or clock.now())


def clearance(case: Case) -> Clearance | None:
    """Return the newest decision on the couple's status (care team only)."""
    return db.session.scalar(
        select(Clearance)
        .where(Clearance.container_id == case.container("care"))
        .order_by(Clearance.made_at.desc(), Clearance.id)
        .limit(1)
    )


def clearances(case: Case) -> Sequence[Clearance]:
    """Return all decisions on the couple's status, newest first."""
    return db.session.scalars(
        select(Clearance)
        .where(Clearance.container_id == case.container("care"))
        .order_by(Clearance.made_at.desc(), Clearance.id)
    ).all()


def status(case: Case) -> Status:
    """Return the couple's status: ``pending`` until the clinician decides."""
    newest = clearance(case)
    return Status(newest.decision["status"]) if newest else Status.PENDING


def safe_contact(case: Case, side: str) -> SafeContact | None:
    """Return how one partner may be reached."""
    return db.session.scalar(
        select(SafeContact)
        .where(SafeContact.container_id == case.container(f"partner_{side}"))
        .order_by(SafeContact.made_at.desc())
        .limit(1)
    )


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


@dataclass(frozen=True)
class CaseloadRow:
    """One couple on the caseload, still as stored: the presenter makes words of it."""

    couple: Couple
    partners: dict[str, Partner]
    reasons: list[AttentionItem]
    line: CaseloadLine | None


def caseload_size(actor: Actor, stages: frozenset[Stage] | None = None) -> int:
    """Return how many couples the actor works with."""
    return db.session.scalar(_mine(actor, stages).with_only_columns(func.count())) or 0


def _mine(actor: Actor, stages: frozenset[Stage] | None):  # type: ignore[no-untyped-def]
    query = (
        select(CareTeamMember.couple_id)
        .join(Couple, Couple.id == CareTeamMember.couple_id)
        .where(CareTeamMember.user_id == actor.user_id, CareTeamMember.left_at.is_(None))
    )
    return query.where(Couple.stage.in_(stages)) if stages else query


def caseload(
    actor: Actor, *, page: int = 1, size: int = 25, stages: frozenset[Stage] | None = None
) -> list[CaseloadRow]:
    """Return one page of the actor's couples, those who need most first; five queries whatever the size."""
    ids = _page_of_ids(actor, page, size, stages)
    if not ids:
        return []
    care = {scope.container_id(i, "care"): i for i in ids}
    scope.open_for([*care, *(scope.container_id(i, "couple") for i in ids)])
    rows = db.session.execute(
        select(Couple, Partner)
        .join(Partner, Partner.couple_id == Couple.id)
        .where(Couple.id.in_(ids))
    ).all()
    keys.load([*care, *(scope.container_id(i, "couple") for i in ids)])
    couples = {c.id: c for c, _ in rows}
    partners: dict[UUID, dict[str, Partner]] = {i: {} for i in ids}
    for _, partner in rows:
        partners[partner.couple_id][partner.side] = partner
    reasons: dict[UUID, list[AttentionItem]] = {i: [] for i in ids}
    for item in db.session.scalars(
        select(AttentionItem)
        .where(AttentionItem.container_id.in_(care), AttentionItem.done_at.is_(None))
        .where(AttentionItem.shows_from <= clock.now())
        .order_by(AttentionItem.weight.desc(), AttentionItem.made_at)
    ):
        reasons[care[item.container_id]].append(item)
    lines = {
        care[line.container_id]: line
        for line in db.session.scalars(
            select(CaseloadLine).where(CaseloadLine.container_id.in_(care))
        )
    }
    return [CaseloadRow(couples[i], partners[i], reasons[i], lines.get(i)) for i in ids]


def _page_of_ids(actor: Actor, page: int, size: int, stages: frozenset[Stage] | None) -> list[UUID]:
    need = func.coalesce(func.sum(AttentionItem.weight), 0)
    with scope.opened(everything=True):
        # Weights alone are summed here, over the actor's own couples; no sealed field is read.
        return list(
            db.session.scalars(
                _mine(actor, stages)
                .outerjoin(
                    AttentionItem,
                    (AttentionItem.container_id == CareTeamMember.care_id)
                    & AttentionItem.done_at.is_(None)
                    & (AttentionItem.shows_from <= clock.now()),
                )
                .group_by(CareTeamMember.couple_id)
                .order_by(need.desc(), CareTeamMember.couple_id)
                .limit(size)
                .offset((page - 1) * size)
            )
        )
