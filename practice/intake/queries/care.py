"""What the care team reads of the intake: how it stands on both sides, and one person's answers with their own notes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.assignments import queries as assignments
from practice.assignments.queries import Given
from practice.caseload import queries as caseload
from practice.caseload.models import AttentionItem
from practice.caseload.queries import Case
from practice.catalogue.definition import FieldDefinition, Kind, WrittenBy
from practice.extensions import db
from practice.intake.queries.sections import Section, sections_in
from practice.responses import queries as responses
from practice.responses.models import ClinicianRating, Release, Submission

SIDES = ("a", "b")


@dataclass(frozen=True)
class CareIntake:
    """The intake of both, as the care team alone sees it side by side."""

    case: Case
    sides: Mapping[str, Sequence[Section]]
    unread: frozenset[UUID]
    released: frozenset[UUID]
    set_aside: frozenset[UUID]


@dataclass(frozen=True)
class Reading:
    """One person's intake to be read: every section that was sent with its answers, and what the clinician noted beside it."""

    case: Case
    side: str
    sections: Sequence[Section]
    submissions: Mapping[UUID, Submission]
    notes: Mapping[UUID, Mapping[str, Any]]

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.case.standing

    @property
    def id(self) -> UUID:
        """The person's id, for the access log."""
        return self.case.partners[self.side].id


@dataclass(frozen=True)
class ClinicianFields:
    """The questions of one section that the clinician answers about one person, and what was noted last."""

    given: Given
    fields: tuple[FieldDefinition, ...]
    noted: Mapping[str, Any]

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.given.standing

    @property
    def id(self) -> UUID:
        """The assignment's id."""
        return self.given.id


def intake_of(case: Case) -> CareIntake:
    """Return how the intake stands on both sides; six queries."""
    containers = {case.container(f"partner_{side}"): side for side in SIDES}
    found = sections_in(list(containers))
    items = db.session.scalars(
        select(AttentionItem.source).where(
            AttentionItem.container_id == case.container("care"), AttentionItem.done_at.is_(None)
        )
    )
    released = db.session.scalars(
        select(Release.set_id).where(
            Release.container_id == case.container("couple"), Release.closed_at.is_(None)
        )
    )
    return CareIntake(
        case=case,
        sides={side: found[container] for container, side in containers.items()},
        unread=frozenset(source for source in items if source is not None),
        released=frozenset(released),
        set_aside=responses.set_aside_ids(case),
    )


def reading_of(actor: Actor, couple_id: UUID, side: str) -> Reading:
    """Load one person's intake of a couple of the actor's caseload; raise :class:`NotFound`."""
    case = caseload.case(actor, couple_id)
    if side not in SIDES:
        raise NotFound(side)
    container = case.container(f"partner_{side}")
    sections = sections_in([container])[container]
    rows = db.session.scalars(
        select(Submission)
        .where(Submission.id.in_([s.sent_id for s in sections if s.sent_id]))
        .where(Submission.container_id == container)
    )
    return Reading(
        case,
        side,
        sections,
        {row.assignment_id: row for row in rows},
        _noted(case, [s.id for s in sections]),
    )


def clinician_fields(actor: Actor, couple_id: UUID, assignment_id: UUID) -> ClinicianFields:
    """Load the clinician's own questions of one section given to one person; raise :class:`NotFound`."""
    given = assignments.assignment_of(actor, couple_id, assignment_id)
    fields = written_by_clinician(given.definition.fields)
    if given.definition.kind is not Kind.INTAKE or not fields:
        raise NotFound(assignment_id)
    return ClinicianFields(given, fields, _noted(given.case, [given.id]).get(given.id, {}))


def written_by_clinician(fields: Collection[FieldDefinition]) -> tuple[FieldDefinition, ...]:
    """Return the questions that the clinician answers."""
    return tuple(f for f in fields if f.by is WrittenBy.CLINICIAN)


def _noted(case: Case, ids: Collection[UUID]) -> dict[UUID, dict[str, Any]]:
    """What the clinician noted last, by assignment."""
    rows = db.session.scalars(
        select(ClinicianRating)
        .where(ClinicianRating.container_id == case.container("care"))
        .where(ClinicianRating.assignment_id.in_(ids))
        .order_by(ClinicianRating.made_at, ClinicianRating.id)
    )
    return {row.assignment_id: dict(row.content) for row in rows}
