"""The acting partner's own intake. Nothing in it depends on the other: own sections, own signatures, own private questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.assignments import queries as assignments
from practice.assignments.queries import Given
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.caseload.rules import OwnAgreements
from practice.catalogue.definition import Kind
from practice.extensions import db
from practice.intake import rules
from practice.intake.queries.sections import Section, sections_in
from practice.lib import clock
from practice.responses import queries as responses
from practice.responses.models import Submission
from practice.responses.queries import Round, Sent
from practice.safety import queries as safety
from practice.safety import rules as safety_rules


@dataclass(frozen=True)
class OwnIntake:
    """All that is asked of the acting partner at the start, and how it stands for that person."""

    sections: Sequence[Section]
    agreements: OwnAgreements
    questions_are_due: bool

    @property
    def is_given(self) -> bool:
        """Whether anything was given yet."""
        return bool(self.sections)


@dataclass(frozen=True)
class OwnSection:
    """One section of the acting partner's own intake, to be left out as a whole."""

    round: Round

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.round.given.standing

    @property
    def id(self) -> UUID:
        """The assignment's id."""
        return self.round.given.id


def own_intake(case: Case, agreements: OwnAgreements | None = None) -> OwnIntake:
    """Return the acting partner's own intake."""
    return OwnIntake(
        sections=sections_in([case.own_container])[case.own_container],
        agreements=agreements or caseload.agreements_of(case, case.side),
        questions_are_due=safety_rules.is_due(safety.last_sent_at(case), clock.now()),
    )


def own_section(actor: Actor, assignment_id: UUID) -> OwnSection:
    """Load one section of the acting partner's own intake; raise :class:`NotFound` for anything else."""
    given = assignments.own_assignment(actor, assignment_id)
    if given.definition.kind is not Kind.INTAKE:
        raise NotFound(assignment_id)
    return OwnSection(responses.round_of(given))


def sent_sections(case: Case) -> list[Sent]:
    """Return the newest of what the acting partner sent to each section, in the order they are read."""
    sections = sections_in([case.own_container])[case.own_container]
    rows = db.session.scalars(
        select(Submission)
        .where(Submission.id.in_([s.sent_id for s in sections if s.sent_id]))
        .where(Submission.container_id == case.own_container)
    )
    by_assignment = {row.assignment_id: row for row in rows}
    return [
        Sent(Given(case, section.assignment, section.definition), by_assignment[section.id])
        for section in sorted(sections, key=lambda s: rules.number_of(s.definition))
        if section.id in by_assignment
    ]
