"""When homework comes round, given what its person has sent so far: of this exercise, and of the one it follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from practice.assignments import queries as assignments
from practice.assignments.queries import Given, GivenSet
from practice.assignments.rules import Rhythm
from practice.caseload.queries import Case
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Submission

Sent = Mapping[UUID, Mapping[str, UUID]]
Firsts = Mapping[UUID, datetime]


def sent_of(case: Case, containers: Collection[UUID]) -> tuple[Sent, Firsts]:
    """Return, by assignment, the newest submission of each round, and when the first of all was sent; one query.

    What its author took back is as good as not sent.
    """
    rows = db.session.execute(
        select(
            Submission.assignment_id, Submission.occurrence, Submission.id, Submission.submitted_at
        )
        .where(Submission.container_id.in_(containers), Submission.withdrawn_at.is_(None))
        .order_by(Submission.submitted_at, Submission.id)
    )
    sent: dict[UUID, dict[str, UUID]] = {}
    firsts: dict[UUID, datetime] = {}
    for assignment_id, occurrence, submission_id, at in rows:
        sent.setdefault(assignment_id, {})[occurrence] = submission_id
        firsts.setdefault(assignment_id, at)
    return sent, firsts


def rhythm_of(given: Given, firsts: Firsts) -> Rhythm:
    """Return when one piece of homework comes round; days are those of the reader's zone."""
    before = given.assignment.follows_id
    first = firsts.get(before) if before else None
    return given.rhythm(clock.day_of(first, given.case.actor.zone) if first else None)


def rhythms_of(case: Case, sets: Iterable[GivenSet], firsts: Firsts) -> dict[UUID, Rhythm]:
    """Return when each row of some sets comes round, for the care team; days are those where each person is.

    One query for the sessions where something goes by them, and one for the zones where a zone matters.
    """
    rows = [(row, found.definition) for found in sets for row in found.assignments]
    meetings = assignments.meetings_of(case, [row for row, _ in rows])
    zones = assignments.zones_of(case) if any(row.follows_id for row, _ in rows) else {}
    rhythms = {}
    for row, definition in rows:
        first = firsts.get(row.follows_id) if row.follows_id else None
        zone = zones.get(assignments.side_of(case, row.container_id) or "", case.actor.zone)
        rhythms[row.id] = assignments.rhythm_of(
            row,
            meetings=assignments.meetings_for(case, row, definition, meetings),
            sent_before_on=clock.day_of(first, zone) if first else None,
        )
    return rhythms


def sent_among(found: GivenSet) -> frozenset[UUID]:
    """Return the rows of a set of which something was sent."""
    ids = [row.id for row in found.assignments]
    rows = db.session.scalars(
        select(Submission.assignment_id).where(Submission.assignment_id.in_(ids)).distinct()
    )
    return frozenset(rows)
