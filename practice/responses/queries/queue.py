"""What came in and nobody has read yet, across the reader's own caseload: one page of it, and what stands before and after one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.assignments.models import Assignment
from practice.caseload.models import AttentionItem, CareTeamMember, Couple, Partner
from practice.caseload.services import WEIGHT_SOON
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.models import ExerciseVersion
from practice.db import keys, scope
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Submission

PAGE_SIZE = 25
# No queue is this long; a larger number would not fit into the database's own.
_FURTHEST = 100_000
_heaviest = func.max(AttentionItem.weight)
Wanted = Select[UUID, UUID, datetime, UUID, UUID, int]


@dataclass(frozen=True)
class Within:
    """What of the queue is wanted: one couple's, one module's, or all."""

    couple_id: UUID | None = None
    module: str = ""


@dataclass(frozen=True)
class Unread:
    """One submission that nobody of the care team has read; ``is_first`` when something asks for a look before the rest."""

    couple_id: UUID
    submission_id: UUID
    submitted_at: datetime
    is_first: bool
    partner: Partner | None
    partners: dict[str, Partner]
    definition: ExerciseDefinition


@dataclass(frozen=True)
class Queue:
    """One page of the queue, and how much there is in all."""

    number: int
    last: int
    total: int
    rows: list[Unread]


def unread_queue(actor: Actor, within: Within, page: int = 1, size: int = PAGE_SIZE) -> Queue:
    """Return one page: what should be read first, then the oldest first; the number of queries does not grow.

    A page beyond the last one gives the last one.
    """
    with scope.opened(everything=True):
        # Ids, times and weights alone are read here, over the actor's own couples; no sealed field is opened.
        wanted = _wanted(actor, within)
        total = db.session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
        last = max(1, -(-total // size))
        number = min(max(page, 1), last, _FURTHEST)
        rows = db.session.execute(
            wanted.order_by(_heaviest.desc(), Submission.submitted_at, Submission.id)
            .limit(size)
            .offset((number - 1) * size)
        ).all()
    return Queue(number, last, total, _opened(rows))


def neighbours(
    actor: Actor, of: Submission, within: Within | None = None
) -> tuple[tuple[UUID, UUID] | None, tuple[UUID, UUID] | None]:
    """Return (couple, submission) of the unread ones before and after a submission in the queue's order, read or not."""
    with scope.opened(everything=True):
        wanted = _wanted(actor, within or Within()).where(Submission.id != of.id)
        after = wanted.having(_comes_after(of)).order_by(
            _heaviest.desc(), Submission.submitted_at, Submission.id
        )
        before = wanted.having(~_comes_after(of)).order_by(
            _heaviest, Submission.submitted_at.desc(), Submission.id.desc()
        )
        return _first(before), _first(after)


def next_unread(
    actor: Actor, of: Submission, within: Within | None = None
) -> tuple[UUID, UUID] | None:
    """Return the next one to read: the one after, or else the first of all."""
    before, after = neighbours(actor, of, within)
    if after is not None or before is None:
        return after
    with scope.opened(everything=True):
        return _first(
            _wanted(actor, within or Within())
            .where(Submission.id != of.id)
            .order_by(_heaviest.desc(), Submission.submitted_at, Submission.id)
        )


def may_be_read_at_once(actor: Actor, ids: Collection[UUID]) -> list[tuple[UUID, UUID]]:
    """Return (couple, submission) of those that are unread, the actor's own, and not to be read first, by couple."""
    with scope.opened(everything=True):
        rows = db.session.execute(
            _wanted(actor, Within())
            .where(Submission.id.in_(ids))
            .having(_heaviest <= WEIGHT_SOON)
            .order_by(CareTeamMember.couple_id, Submission.submitted_at)
        ).all()
    return [(row[0], row[1]) for row in rows]


def modules() -> list[str]:
    """Return the modules that exercises in use belong to, by name."""
    return sorted({found.module for _, found in catalogue.library()})


def _first(query: Wanted) -> tuple[UUID, UUID] | None:
    row = db.session.execute(query.limit(1)).first()
    return (row[0], row[1]) if row else None


def _comes_after(of: Submission) -> ColumnElement[bool]:
    """Whether a submission stands behind another in the queue: lighter, or as heavy and later."""
    item, at = aliased(AttentionItem), of.submitted_at
    heaviest = select(func.max(item.weight)).where(item.source == of.id).scalar_subquery()
    weight = func.coalesce(heaviest, WEIGHT_SOON)
    later = or_(
        Submission.submitted_at > at,
        and_(Submission.submitted_at == at, Submission.id > of.id),
    )
    return or_(_heaviest < weight, and_(_heaviest <= weight, later))


def _wanted(actor: Actor, within: Within) -> Wanted:
    query = (
        select(
            CareTeamMember.couple_id,
            Submission.id,
            Submission.submitted_at,
            Submission.container_id,
            Assignment.version_id,
            _heaviest,
        )
        .join(AttentionItem, AttentionItem.source == Submission.id)
        .join(CareTeamMember, CareTeamMember.care_id == AttentionItem.container_id)
        .join(Assignment, Assignment.id == Submission.assignment_id)
        .where(CareTeamMember.user_id == actor.user_id, CareTeamMember.left_at.is_(None))
        .where(AttentionItem.done_at.is_(None), AttentionItem.shows_from <= clock.now())
        # One submission may have several open items: to be read, and to be looked at in private.
        .group_by(
            CareTeamMember.couple_id,
            Submission.id,
            Submission.submitted_at,
            Submission.container_id,
            Assignment.version_id,
        )
    )
    if within.couple_id is not None:
        query = query.where(CareTeamMember.couple_id == within.couple_id)
    if within.module:
        query = query.where(Assignment.version_id.in_(_versions_of(within.module)))
    return query


def _versions_of(module: str) -> list[UUID]:
    """Return every wording of the exercises of a module; raise :class:`NotFound` for one that there is not."""
    found = catalogue.definitions(db.session.scalars(select(ExerciseVersion.id)))
    versions = [version for version, definition in found.items() if definition.module == module]
    if not versions:
        raise NotFound(module)
    return versions


def _opened(rows: Iterable[Any]) -> list[Unread]:
    rows = list(rows)
    couples = {row[0] for row in rows}
    shared = [scope.container_id(couple, "couple") for couple in couples]
    scope.open_for(shared)
    keys.load(shared)
    partners = _partners(couples)
    definitions = catalogue.definitions(row[4] for row in rows)
    return [
        Unread(
            couple_id=couple_id,
            submission_id=submission_id,
            submitted_at=at,
            is_first=weight > WEIGHT_SOON,
            partner=_whose(couple_id, container_id, partners[couple_id]),
            partners=partners[couple_id],
            definition=definitions[version_id],
        )
        for couple_id, submission_id, at, container_id, version_id, weight in rows
    ]


def _partners(couples: Iterable[UUID]) -> dict[UUID, dict[str, Partner]]:
    found: dict[UUID, dict[str, Partner]] = {}
    for partner in db.session.scalars(
        select(Partner).join(Couple, Couple.id == Partner.couple_id).where(Couple.id.in_(couples))
    ):
        found.setdefault(partner.couple_id, {})[partner.side] = partner
    return found


def _whose(couple_id: UUID, container_id: UUID, partners: dict[str, Partner]) -> Partner | None:
    for side, partner in partners.items():
        if scope.container_id(couple_id, f"partner_{side}") == container_id:
            return partner
    return None
