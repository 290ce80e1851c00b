"""What there is of the intake in the library, and what was given of it, with how each section stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select

from practice.assignments.models import Assignment
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition, Kind
from practice.catalogue.models import Exercise, ExerciseVersion
from practice.extensions import db
from practice.intake import rules
from practice.intake.rules import Progress
from practice.responses.models import Draft, Submission


@dataclass(frozen=True)
class Section:
    """One section as it was given to one person: what is being written of it and what was sent last."""

    assignment: Assignment
    definition: ExerciseDefinition
    is_drafted: bool = False
    sent_id: UUID | None = None
    sent_at: datetime | None = None

    @property
    def id(self) -> UUID:
        """The assignment's id."""
        return self.assignment.id

    @property
    def progress(self) -> Progress:
        """How it stands for the person it was given to."""
        return rules.progress(is_sent=self.sent_id is not None, is_drafted=self.is_drafted)


def library() -> list[tuple[UUID, ExerciseDefinition]]:
    """Return every section of the intake in its newest version, in the order they are read."""
    found = {definition.slug: version for version, definition in catalogue.library(Kind.INTAKE)}
    definitions = catalogue.definitions(found.values())
    return [(found[d.slug], d) for d in rules.in_order(definitions.values())]


def sections_in(containers: Collection[UUID]) -> dict[UUID, list[Section]]:
    """Return what was given of the intake and not taken back, by container and in order; three queries.

    Of a section given twice the newest counts.
    """
    newest = _newest(containers)
    ids = [assignment.id for assignment in newest]
    definitions = catalogue.definitions(a.version_id for a in newest)
    sent, drafted = _sent(ids), _drafted(ids)
    found: dict[UUID, list[Section]] = {container: [] for container in containers}
    for row in newest:
        sent_id, sent_at = sent.get(row.id, (None, None))
        found[row.container_id].append(
            Section(row, definitions[row.version_id], row.id in drafted, sent_id, sent_at)
        )
    return {container: _in_order(sections) for container, sections in found.items()}


def taken_back(containers: Collection[UUID]) -> dict[tuple[UUID, str], UUID]:
    """Return the set of every section that was taken back and not given anew, by container and name of the section."""
    rows = db.session.execute(
        _of_the_intake(containers).where(Assignment.withdrawn_at.is_not(None))
    )
    return {(row.container_id, slug): row.set_id for row, slug in rows}


def _in_order(sections: Iterable[Section]) -> list[Section]:
    return sorted(sections, key=lambda s: (s.definition.stage, rules.number_of(s.definition)))


def _newest(containers: Collection[UUID]) -> list[Assignment]:
    rows = db.session.execute(_of_the_intake(containers).where(Assignment.withdrawn_at.is_(None)))
    return list({(row.container_id, slug): row for row, slug in rows}.values())


def _of_the_intake(containers: Collection[UUID]) -> Select[Assignment, str]:
    return (
        select(Assignment, Exercise.slug)
        .join(ExerciseVersion, ExerciseVersion.id == Assignment.version_id)
        .join(Exercise, Exercise.id == ExerciseVersion.exercise_id)
        .where(Assignment.container_id.in_(containers), Exercise.kind == Kind.INTAKE)
        .order_by(Assignment.made_at, Assignment.id)
    )


def _sent(ids: Collection[UUID]) -> dict[UUID, tuple[UUID, datetime]]:
    """The newest submission to each that its author did not take back."""
    rows = db.session.execute(
        select(Submission.assignment_id, Submission.id, Submission.submitted_at)
        .where(Submission.assignment_id.in_(ids), Submission.withdrawn_at.is_(None))
        .order_by(Submission.submitted_at, Submission.id)
    )
    return {assignment: (submission, at) for assignment, submission, at in rows}


def _drafted(ids: Collection[UUID]) -> set[UUID]:
    return set(db.session.scalars(select(Draft.assignment_id).where(Draft.assignment_id.in_(ids))))
