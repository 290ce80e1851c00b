"""The caseload page: one page of couples, those who need most first, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, func, select

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

# No caseload is this long; a larger number would not fit into the database's own.
_FURTHEST = 100_000


class Named(NamedTuple):
    """One of the two, as the list names them."""

    name: str
    pronouns: str

    @property
    def first_name(self) -> str:
        """Return the name to greet with."""
        return self.name.split(" ")[0]


class Need(NamedTuple):
    """One open attention item: its opened reason."""

    reason: Any


class CaseloadRow(NamedTuple):
    """One couple on the caseload, opened but not yet in words: the presenter makes words of it."""

    couple_id: UUID
    stage: Stage
    partners: dict[str, Named]
    reasons: list[Need]
    summary: Mapping[str, Any]
    is_fictional: bool = False


class CaseloadPage(NamedTuple):
    """One page of the caseload: its number, how many pages there are and how many couples in all."""

    number: int
    last: int
    total: int
    rows: list[CaseloadRow]


def caseload(
    actor: Actor, *, page: int = 1, size: int = 25, stages: frozenset[Stage] | None = None
) -> CaseloadPage:
    """Return one page of the actor's couples, those who need most first; five queries whatever the size.

    A page beyond the last one gives the last one.
    """
    page = min(max(page, 1), _FURTHEST)
    ids, total = _page_of_ids(actor, page, size, stages)
    if not ids and page > 1:
        page = max(1, -(-_total(actor, stages) // size))
        ids, total = _page_of_ids(actor, page, size, stages)
    return CaseloadPage(page, max(1, -(-total // size)), total, _rows(ids) if ids else [])


# Statements are made once, and ask for columns and not for mapped rows: a page would spend most of its time on making both.


@cache
def _mine(stages: frozenset[Stage] | None) -> Any:
    query = (
        select(CareTeamMember.couple_id)
        .join(Couple, Couple.id == CareTeamMember.couple_id)
        .where(CareTeamMember.user_id == bindparam("user"), CareTeamMember.left_at.is_(None))
    )
    return query.where(Couple.stage.in_(stages)) if stages else query


@cache
def _count_query(stages: frozenset[Stage] | None) -> Any:
    return _mine(stages).with_only_columns(func.count())


@cache
def _page_query(stages: frozenset[Stage] | None) -> Any:
    need = (
        select(func.coalesce(func.sum(AttentionItem.weight), 0))
        .where(AttentionItem.container_id == CareTeamMember.care_id)
        .where(AttentionItem.done_at.is_(None), AttentionItem.shows_from <= bindparam("now"))
        .scalar_subquery()
        .correlate(CareTeamMember)
    )
    return (
        _mine(stages)
        .add_columns(_count_query(stages).correlate(None).scalar_subquery())
        .order_by(need.desc(), CareTeamMember.couple_id)
        .limit(bindparam("size"))
        .offset(bindparam("before"))
    )


def _page_of_ids(
    actor: Actor, page: int, size: int, stages: frozenset[Stage] | None
) -> tuple[list[UUID], int]:
    which = {
        "user": actor.user_id,
        "now": clock.now(),
        "size": size,
        "before": (page - 1) * size,
    }
    with scope.opened(everything=True):
        # Weights alone are summed here, over the actor's own couples; no sealed field is read.
        found = db.session.execute(_page_query(stages), which).all()
    return [couple for couple, _ in found], found[0][1] if found else 0


def _total(actor: Actor, stages: frozenset[Stage] | None) -> int:
    return db.session.scalar(_count_query(stages), {"user": actor.user_id}) or 0


def _rows(ids: list[UUID]) -> list[CaseloadRow]:
    care = {scope.container_id(i, "care"): i for i in ids}
    shared = {i: scope.container_id(i, "couple") for i in ids}
    keys.load([*care, *shared.values()])
    couples, partners = _partners(shared)
    with scope.opened(care):
        # The session limits both to the containers that are open: this page's, and no others.
        reasons, lines = _reasons(care), _lines(care)
    return [
        CaseloadRow(i, stage, partners[i], reasons[i], lines.get(i, {}), fictional)
        for i in ids
        for stage, fictional in (couples[i],)
    ]


@cache
def _partners_query() -> Any:
    return (
        select(
            Partner.id,
            Couple.id,
            Couple.stage,
            Couple.is_fictional,
            Partner.side,
            Partner.name_sealed,
            Partner.pronouns_sealed,
        )
        .join(Couple, Couple.id == Partner.couple_id)
        .where(Partner.couple_id.in_(bindparam("couples", expanding=True)))
    )


def _partners(
    shared: dict[UUID, UUID],
) -> tuple[dict[UUID, tuple[Stage, bool]], dict[UUID, dict[str, Named]]]:
    couples: dict[UUID, tuple[Stage, bool]] = {}
    partners: dict[UUID, dict[str, Named]] = {i: {} for i in shared}
    name_of, pronouns_of = Partner.name.opener(), Partner.pronouns.opener()
    for row, couple, stage, fictional, side, name, pronouns in db.session.execute(
        _partners_query(), {"couples": list(shared)}
    ):
        owner = shared[couple]
        couples[couple] = stage, fictional
        partners[couple][side] = Named(name_of(name, row, owner), pronouns_of(pronouns, row, owner))
    return couples, partners


@cache
def _reasons_query() -> Any:
    item = AttentionItem
    return (
        select(item.id, item.container_id, item.reason_sealed)
        .where(item.done_at.is_(None), item.shows_from <= bindparam("now"))
        .order_by(item.weight.desc(), item.made_at)
    )


def _reasons(care: dict[UUID, UUID]) -> dict[UUID, list[Need]]:
    found: dict[UUID, list[Need]] = {i: [] for i in care.values()}
    reason_of = AttentionItem.reason.opener()
    for row, container, sealed in db.session.execute(_reasons_query(), {"now": clock.now()}):
        found[care[container]].append(Need(reason_of(sealed, row, container)))
    return found


@cache
def _lines_query() -> Any:
    line = CaseloadLine
    return select(line.id, line.container_id, line.summary_sealed)


def _lines(care: dict[UUID, UUID]) -> dict[UUID, Mapping[str, Any]]:
    summary_of = CaseloadLine.summary.opener()
    rows = db.session.execute(_lines_query())
    return {care[c]: summary_of(sealed, row, c) for row, c, sealed in rows}
