"""One round of the acting partner's own homework that passed with nothing sent."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.assignments import queries as assignments
from practice.assignments import rules as assignment_rules
from practice.assignments.queries import Given
from practice.assignments.rules import Occurrence
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Draft
from practice.responses.queries.rhythms import rhythm_of, sent_of


@dataclass(frozen=True)
class Passed:
    """A round that passed, and whether its person was asked about it already."""

    given: Given
    round: Occurrence
    was_asked: bool

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.given.standing

    @property
    def id(self) -> UUID:
        """The assignment's id."""
        return self.given.id


def own_passed(actor: Actor, assignment_id: UUID, key: str) -> Passed:
    """Load the round ``key`` of the acting partner's own homework; raise :class:`NotFound` unless it passed with nothing written."""
    given = assignments.own_assignment(actor, assignment_id)
    case = given.case
    sent, firsts = sent_of(case, [case.container("couple"), case.own_container])
    written = {*sent.get(given.id, {}), *_drafted(given)}
    today = clock.today(actor.zone)
    passed = assignment_rules.missed(rhythm_of(given, firsts), today, written)
    found = next((one for one in passed if one.key == key), None)
    if found is None or given.is_joint:
        raise NotFound(key)
    return Passed(given, found, key in assignments.asked_about(case).get(given.id, {}))


def _drafted(given: Given) -> list[str]:
    return list(
        db.session.scalars(
            select(Draft.occurrence).where(
                Draft.assignment_id == given.id,
                Draft.container_id == given.assignment.container_id,
            )
        )
    )
