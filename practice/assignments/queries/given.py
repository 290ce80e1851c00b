"""One assignment with the wording it was given in: a partner finds only what is in reach and was not taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.assignments.models import Asks, Assignment, OpensBy
from practice.assignments.queries.rhythms import meetings_for, meetings_of, rhythm_of
from practice.assignments.rules import Meeting, Rhythm
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition
from practice.db.limiting import made_once
from practice.extensions import db


@dataclass(frozen=True)
class Given:
    """One assignment with the wording it was given in, and the case it belongs to."""

    case: Case
    assignment: Assignment
    definition: ExerciseDefinition
    meetings: Sequence[Meeting] = ()

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.case.standing

    @property
    def id(self) -> UUID:
        """The assignment's id."""
        return self.assignment.id

    @property
    def is_joint(self) -> bool:
        """Whether both write on this one form."""
        return self.assignment.asks is Asks.TOGETHER

    @property
    def side(self) -> str | None:
        """Whose it is, ``a`` or ``b``; None for a form of both."""
        return side_of(self.case, self.assignment.container_id)

    def rhythm(self, sent_before_on: date | None = None) -> Rhythm:
        """When it comes round; ``sent_before_on`` is the day on which its person first sent what it follows."""
        return rhythm_of(self.assignment, meetings=self.meetings, sent_before_on=sent_before_on)

    @property
    def is_opened_by_hand(self) -> bool:
        """Whether the clinician opens it, and nothing else does."""
        return (
            self.definition.gates.clinician_opens or self.assignment.opens_by is OpensBy.CLINICIAN
        )

    @property
    def gate_is_open(self) -> bool:
        """Whether its gate lets it be written: by the clinician's acts alone, so it is the same for both partners."""
        if self.is_opened_by_hand and self.assignment.opened_at is None:
            return False
        return caseload_rules.can_open(
            self.definition.gates.fill.value,
            shared_work_open=self.case.couple.shared_work_open,
            sexual_work_open=self.case.couple.sexual_work_open,
        )


def side_of(case: Case, container_id: UUID) -> str | None:
    """Return whose container it is, ``a`` or ``b``; None for the couple's."""
    return next((s for s in "ab" if case.container(f"partner_{s}") == container_id), None)


def own_assignment(actor: Actor, assignment_id: UUID) -> Given:
    """Load what was given to the acting partner, alone or with the other; raise :class:`NotFound`."""
    case = caseload.own_case(actor)
    own = [case.container("couple"), case.own_container]
    assignment = db.session.scalar(_not_withdrawn(), {"id": assignment_id, "containers": own})
    if assignment is None:
        raise NotFound(assignment_id)
    return _given(case, [assignment])[0]


@made_once
def _not_withdrawn() -> Select[Assignment]:
    # Made once: it comes before every save of what is being written.
    return (
        select(Assignment)
        .where(Assignment.id == bindparam("id"), Assignment.withdrawn_at.is_(None))
        .where(Assignment.container_id.in_(bindparam("containers", expanding=True)))
    )


def given_to(case: Case) -> list[Given]:
    """Return all that the acting partner was given and that was not taken back, oldest first; two queries, three with sessions."""
    return given_in(case, [case.container("couple"), case.own_container])


def given_in(case: Case, containers: Sequence[UUID]) -> list[Given]:
    """Return all in these containers that was not taken back, oldest first; as many queries."""
    rows = db.session.scalars(
        select(Assignment)
        .where(Assignment.container_id.in_(containers))
        .where(Assignment.withdrawn_at.is_(None))
        .order_by(Assignment.starts_on, Assignment.made_at, Assignment.id)
    ).all()
    return _given(case, rows)


def assignment_of(actor: Actor, couple_id: UUID, assignment_id: UUID) -> Given:
    """Load one assignment of a couple of the actor's caseload; raise :class:`NotFound`."""
    case = caseload.case(actor, couple_id)
    assignment = db.session.scalar(
        select(Assignment).where(
            Assignment.id == assignment_id, Assignment.container_id.in_(shared_work(case))
        )
    )
    if assignment is None:
        raise NotFound(assignment_id)
    return _given(case, [assignment])[0]


def shared_work(case: Case) -> list[UUID]:
    """Return the containers that hold homework."""
    return [case.container(kind) for kind in ("couple", "partner_a", "partner_b")]


def _given(case: Case, rows: Sequence[Assignment]) -> list[Given]:
    definitions = catalogue.definitions(r.version_id for r in rows)
    found = meetings_of(case, rows)
    return [
        Given(case, r, definition, meetings_for(case, r, definition, found))
        for r in rows
        for definition in (definitions[r.version_id],)
    ]
