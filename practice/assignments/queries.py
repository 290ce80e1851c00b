"""Reading what was given: a partner finds only what is in the own or the couple's container and was not taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlalchemy import Select, bindparam, or_, select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.assignments.models import Asks, Assignment
from practice.assignments.rules import Rhythm
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition, ScheduleKind
from practice.catalogue.models import ExerciseVersion
from practice.extensions import db
from practice.lib import clock


@dataclass(frozen=True)
class Given:
    """One assignment with the wording it was given in, and the case it belongs to."""

    case: Case
    assignment: Assignment
    definition: ExerciseDefinition

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

    @property
    def rhythm(self) -> Rhythm:
        """When it comes round."""
        return rhythm_of(self.assignment)

    @property
    def gate_is_open(self) -> bool:
        """Whether its gate lets it be written: by the clinician's acts alone, so it is the same for both partners."""
        if self.definition.gates.clinician_opens and self.assignment.opened_at is None:
            return False
        return caseload_rules.can_open(
            self.definition.gates.fill.value,
            shared_work_open=self.case.couple.shared_work_open,
            sexual_work_open=self.case.couple.sexual_work_open,
        )


@dataclass(frozen=True)
class GivenSet:
    """All that was given of one exercise at one time: a row each, and one for a form of both."""

    case: Case
    set_id: UUID
    version_id: UUID
    definition: ExerciseDefinition
    assignments: tuple[Assignment, ...]

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.case.standing

    @property
    def id(self) -> UUID:
        """The set's id."""
        return self.set_id

    def one(self, side: str | None, asks: Asks = Asks.ALONE) -> Assignment | None:
        """Return the row of one partner (or of both: None) that asks these questions."""
        for assignment in self.assignments:
            if assignment.asks is asks and side_of(self.case, assignment.container_id) == side:
                return assignment
        return None


def side_of(case: Case, container_id: UUID) -> str | None:
    """Return whose container it is, ``a`` or ``b``; None for the couple's."""
    return next((s for s in "ab" if case.container(f"partner_{s}") == container_id), None)


def rhythm_of(assignment: Assignment) -> Rhythm:
    """Return when an assignment comes round."""
    return Rhythm(
        ScheduleKind(assignment.schedule_kind),
        assignment.starts_on,
        assignment.schedule_n,
        assignment.due_on,
        assignment.ends_on,
    )


def own_assignment(actor: Actor, assignment_id: UUID) -> Given:
    """Load what was given to the acting partner, alone or with the other; raise :class:`NotFound`."""
    case = caseload.own_case(actor)
    own = [case.container("couple"), case.own_container]
    assignment = db.session.scalar(_not_withdrawn(), {"id": assignment_id, "containers": own})
    if assignment is None:
        raise NotFound(assignment_id)
    return Given(case, assignment, catalogue.definition(assignment.version_id))


@cache
def _not_withdrawn() -> Select[Assignment]:
    # Made once: it comes before every save of what is being written.
    return (
        select(Assignment)
        .where(Assignment.id == bindparam("id"), Assignment.withdrawn_at.is_(None))
        .where(Assignment.container_id.in_(bindparam("containers", expanding=True)))
    )


def given_to(case: Case) -> list[Given]:
    """Return all that the acting partner was given and that was not taken back, oldest first; two queries."""
    rows = db.session.scalars(
        select(Assignment)
        .where(Assignment.container_id.in_([case.container("couple"), case.own_container]))
        .where(Assignment.withdrawn_at.is_(None))
        .order_by(Assignment.starts_on, Assignment.made_at, Assignment.id)
    ).all()
    return _with_definitions(case, rows)


def assignment_of(actor: Actor, couple_id: UUID, assignment_id: UUID) -> Given:
    """Load one assignment of a couple of the actor's caseload; raise :class:`NotFound`."""
    case = caseload.case(actor, couple_id)
    assignment = db.session.scalar(
        select(Assignment).where(
            Assignment.id == assignment_id, Assignment.container_id.in_(_shared_work(case))
        )
    )
    if assignment is None:
        raise NotFound(assignment_id)
    return Given(case, assignment, catalogue.definition(assignment.version_id))


def set_of(actor: Actor, couple_id: UUID, set_id: UUID) -> GivenSet:
    """Load all rows of one set of a couple of the actor's caseload; raise :class:`NotFound`."""
    case = caseload.case(actor, couple_id)
    return rows_of_set(case, set_id)


def rows_of_set(case: Case, set_id: UUID) -> GivenSet:
    """Return all rows of one set of an open case; raise :class:`NotFound`."""
    rows = db.session.scalars(
        select(Assignment)
        .where(Assignment.set_id == set_id, Assignment.container_id.in_(_shared_work(case)))
        .order_by(Assignment.made_at, Assignment.id)
    ).all()
    if not rows:
        raise NotFound(set_id)
    version_id = rows[0].version_id
    return GivenSet(case, set_id, version_id, catalogue.definition(version_id), tuple(rows))


def sets_of(case: Case) -> list[GivenSet]:
    """Return all that was given to a couple, newest first, one entry an exercise and time; two queries."""
    rows = db.session.scalars(
        select(Assignment)
        .where(Assignment.container_id.in_(_shared_work(case)))
        .order_by(Assignment.made_at.desc(), Assignment.id)
    ).all()
    definitions = catalogue.definitions(r.version_id for r in rows)
    grouped: dict[UUID, list[Assignment]] = {}
    for row in rows:
        grouped.setdefault(row.set_id, []).append(row)
    return [
        GivenSet(case, set_id, own[0].version_id, definitions[own[0].version_id], tuple(own))
        for set_id, own in grouped.items()
    ]


def still_running(case: Case, exercise_version: UUID) -> list[Assignment]:
    """Return what is out already of the same exercise, in any wording: to warn before it is given twice."""
    today = clock.today(case.actor.zone)
    exercise = (
        select(ExerciseVersion.exercise_id)
        .where(ExerciseVersion.id == exercise_version)
        .scalar_subquery()
    )
    return list(
        db.session.scalars(
            select(Assignment)
            .join(ExerciseVersion, ExerciseVersion.id == Assignment.version_id)
            .where(ExerciseVersion.exercise_id == exercise, Assignment.withdrawn_at.is_(None))
            .where(Assignment.container_id.in_(_shared_work(case)))
            .where(or_(Assignment.ends_on.is_(None), Assignment.ends_on >= today))
            .order_by(Assignment.made_at)
        )
    )


def _shared_work(case: Case) -> list[UUID]:
    return [case.container(kind) for kind in ("couple", "partner_a", "partner_b")]


def _with_definitions(case: Case, rows: Sequence[Assignment]) -> list[Given]:
    definitions = catalogue.definitions(r.version_id for r in rows)
    return [Given(case, r, definitions[r.version_id]) for r in rows]
