"""All that was given of one exercise at one time, for the care team."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.assignments.models import Asks, Assignment
from practice.assignments.queries.given import shared_work, side_of
from practice.assignments.queries.rhythms import rhythm_of
from practice.assignments.rules import State, state
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition, Who
from practice.catalogue.models import Exercise, ExerciseVersion
from practice.extensions import db
from practice.lib import clock


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

    def standing_rows(self, whom: str = "ab") -> list[Assignment]:
        """Return the rows given at first that still stand, of these partners and of both; nothing that came with a release."""
        is_joint = self.definition.who is Who.JOINT
        found = [
            (side_of(self.case, row.container_id) or "", row)
            for row in self.assignments
            if row.withdrawn_at is None
            and (row.asks is Asks.ALONE or (row.asks is Asks.TOGETHER and is_joint))
        ]
        wanted = [(side, row) for side, row in found if side in whom]
        return [row for _, row in sorted(wanted, key=lambda one: one[0])]

    @property
    def sides(self) -> list[str]:
        """Return the partners of whom a row of their own stands."""
        own = {side_of(self.case, row.container_id) for row in self.standing_rows()}
        return [side for side in "ab" if side in own]

    def one(self, side: str | None, asks: Asks = Asks.ALONE) -> Assignment | None:
        """Return the row of one partner (or of both: None) that asks these questions."""
        for assignment in self.assignments:
            if assignment.asks is asks and side_of(self.case, assignment.container_id) == side:
                return assignment
        return None


def set_of(actor: Actor, couple_id: UUID, set_id: UUID) -> GivenSet:
    """Load all rows of one set of a couple of the actor's caseload; raise :class:`NotFound`."""
    case = caseload.case(actor, couple_id)
    return rows_of_set(case, set_id)


def rows_of_set(case: Case, set_id: UUID) -> GivenSet:
    """Return all rows of one set of an open case; raise :class:`NotFound`."""
    rows = db.session.scalars(
        select(Assignment)
        .where(Assignment.set_id == set_id, Assignment.container_id.in_(shared_work(case)))
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
        .where(Assignment.container_id.in_(shared_work(case)))
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
    """Return what is out already of the same exercise, in any wording: to warn before it is given twice.

    What is past its last day, its window or its last round is out no more.
    """
    today = clock.today(case.actor.zone)
    exercise = (
        select(ExerciseVersion.exercise_id)
        .where(ExerciseVersion.id == exercise_version)
        .scalar_subquery()
    )
    rows = db.session.scalars(
        select(Assignment)
        .join(ExerciseVersion, ExerciseVersion.id == Assignment.version_id)
        .where(ExerciseVersion.exercise_id == exercise, Assignment.withdrawn_at.is_(None))
        .where(Assignment.container_id.in_(shared_work(case)))
        .where(or_(Assignment.ends_on.is_(None), Assignment.ends_on >= today))
        .order_by(Assignment.made_at)
    )
    return [row for row in rows if state(rhythm_of(row), today, ()) is not State.OVER]


def given_before(case: Case) -> frozenset[str]:
    """Return the slugs of all exercises that a couple was given and that were not taken back."""
    rows = db.session.scalars(
        select(Exercise.slug)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Exercise.id)
        .join(Assignment, Assignment.version_id == ExerciseVersion.id)
        .where(Assignment.container_id.in_(shared_work(case)), Assignment.withdrawn_at.is_(None))
        .distinct()
    )
    return frozenset(rows)
