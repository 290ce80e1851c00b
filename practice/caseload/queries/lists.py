"""The caseload page: one page of couples, those who need most first, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from practice.access.actor import Actor
from practice.caseload.models import (
    AttentionItem,
    CareTeamMember,
    CaseloadLine,
    Couple,
    Partner,
    Stage,
)
from practice.db import keys, scope
from practice.extensions import db
from practice.lib import clock


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


def _mine(actor: Actor, stages: frozenset[Stage] | None) -> Any:
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
