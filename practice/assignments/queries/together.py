"""Starter sets and the couples of one's own caseload to give them to."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.assignments import rules
from practice.assignments.models import StarterSet
from practice.assignments.rules import StarterPlan
from practice.caseload import queries as caseload
from practice.caseload.models import Stage
from practice.db import keys
from practice.extensions import db

_MOST_COUPLES = 500
_AT_WORK = frozenset({Stage.NEW, Stage.ACTIVE})


@dataclass(frozen=True)
class OwnSet:
    """One of the acting clinician's own sets."""

    actor: Actor
    row: StarterSet

    @property
    def standing(self) -> Actor:
        """Where the reader stands: it is nobody else's."""
        return self.actor

    @property
    def id(self) -> UUID:
        """The set's id."""
        return self.row.id


def starter_sets(actor: Actor) -> list[StarterPlan]:
    """Return the acting clinician's own sets by name, then those that come with the product; one query."""
    rows = db.session.scalars(select(StarterSet).where(StarterSet.made_by == actor.user_id)).all()
    if rows:
        keys.load([actor.user_id])
    own = sorted((_plan(row) for row in rows), key=lambda plan: plan.title.casefold())
    return [*own, *rules.shipped_sets()]


def starter_set(actor: Actor, key: str) -> StarterPlan:
    """Return one set by its key: a shipped one, or one of the acting clinician's own; raise :class:`NotFound`."""
    found = next((one for one in starter_sets(actor) if one.key == key), None)
    if found is None:
        raise NotFound(key)
    return found


def own_set(actor: Actor, set_id: UUID) -> OwnSet:
    """Load one of the acting clinician's own sets; raise :class:`NotFound` for any other."""
    row = db.session.scalar(
        select(StarterSet).where(StarterSet.id == set_id, StarterSet.made_by == actor.user_id)
    )
    if row is None:
        raise NotFound(set_id)
    return OwnSet(actor, row)


def couples_at_work(actor: Actor) -> list[tuple[UUID, str]]:
    """Return the couples of the acting clinician's caseload that are new or active, as (id, names), by name."""
    page = caseload.caseload(actor, size=_MOST_COUPLES, stages=_AT_WORK)
    found = [
        (row.couple_id, f"{row.partners['a'].name} and {row.partners['b'].name}")
        for row in page.rows
    ]
    return sorted(found, key=lambda one: one[1].casefold())


def _plan(row: StarterSet) -> StarterPlan:
    return StarterPlan(str(row.id), row.name, "", rules.read_items(row.items), is_own=True)
