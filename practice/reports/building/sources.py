"""Reading what a report may hold. Called with the scope already narrowed to the report's own containers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from practice.assignments.models import Assignment
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition, Kind
from practice.catalogue.fields import AnswerView, ViewKind, display
from practice.catalogue.models import Exercise, ExerciseVersion
from practice.extensions import db
from practice.reports.building.allow_lists import CONJOINT_FIELDS, INDIVIDUAL_FIELDS, JOINT_FORMS
from practice.responses.models import Release, Submission
from practice.responses.queries import may_be_shown, set_aside_ids
from practice.treatment.models import TherapySession


@dataclass(frozen=True)
class Words:
    """One question with one or both answers, as both may read them (or as its author wrote it)."""

    slug: str
    key: str
    prompt: str
    a: AnswerView | None
    b: AnswerView | None
    source: UUID
    on: date

    def of(self, side: str) -> AnswerView | None:
        """Return one partner's answer."""
        return self.a if side == "a" else self.b


def released_words(case: Case, kind: str) -> list[Words]:
    """Return what stands open in the couple's container and is on the list of this report, newest release of each."""
    allowed = CONJOINT_FIELDS[kind]
    rows = db.session.scalars(
        select(Release)
        .where(Release.container_id == case.container("couple"), Release.closed_at.is_(None))
        .order_by(Release.made_at.desc(), Release.id)
    ).all()
    definitions = catalogue.definitions(r.version_id for r in rows)
    found: list[Words] = []
    for row in rows:
        if not may_be_shown(case, definitions[row.version_id]):
            continue
        slug = definitions[row.version_id].slug
        fields = [f for f in row.content["fields"] if f["key"] in allowed.get(slug, ())]
        found += [_released(slug, row, field) for field in fields]
    return found


def _released(slug: str, row: Release, field: Mapping[str, Any]) -> Words:
    a, b = _view(field.get("a")), _view(field.get("b"))
    return Words(slug, field["key"], field["prompt"], a, b, row.id, row.made_at.date())


def _view(held: Mapping[str, Any] | None) -> AnswerView | None:
    """Return a frozen answer as it was released."""
    if not held:
        return None
    return AnswerView(
        kind=ViewKind(held["kind"]),
        text=held["text"],
        items=tuple(held["items"]),
        rows=tuple((label, words) for label, words in held["rows"]),
        columns=tuple(held["columns"]),
        lines=tuple(tuple(line) for line in held["lines"]),
    )


def agreements_in_force(case: Case) -> list[tuple[ExerciseDefinition, Submission]]:
    """Return the joint forms in force, newest of each exercise."""
    rows = db.session.execute(
        select(Submission, Assignment.version_id)
        .join(Assignment, Assignment.id == Submission.assignment_id)
        .where(Submission.container_id == case.container("couple"))
        .order_by(Submission.submitted_at.desc())
    ).all()
    definitions = catalogue.definitions(v for _, v in rows)
    newest: dict[str, tuple[ExerciseDefinition, Submission]] = {}
    for row, version in rows:
        definition = definitions[version]
        if definition.slug in JOINT_FORMS:
            newest.setdefault(definition.slug, (definition, row))
    return list(newest.values())


def own_words(case: Case, kind: str, side: str) -> list[Words]:
    """Return one person's own answers that are on the list of this report, from the newest submission of each exercise."""
    allowed = INDIVIDUAL_FIELDS[kind]
    found = []
    for definition, row in newest_submissions(case, side, allowed):
        for field in definition.fields:
            view = display(field, row.answers.get(field.key))
            if (
                field.key in allowed[definition.slug]
                and view is not None
                and view.kind != "skipped"
            ):
                found.append(
                    Words(
                        definition.slug,
                        field.key,
                        field.prompt,
                        view,
                        None,
                        row.id,
                        row.submitted_at.date(),
                    )
                )
    return found


def newest_submissions(
    case: Case, side: str, slugs: Collection[str] | None = None
) -> list[tuple[ExerciseDefinition, Submission]]:
    """Return one person's newest submission of each exercise."""
    rows = db.session.execute(
        select(Submission, Assignment.version_id)
        .join(Assignment, Assignment.id == Submission.assignment_id)
        .where(Submission.container_id == case.container(f"partner_{side}"))
        .where(Submission.withdrawn_at.is_(None))
        .where(Submission.id.not_in(set_aside_ids(case)))
        .order_by(Submission.submitted_at.desc())
    ).all()
    definitions = catalogue.definitions(v for _, v in rows)
    newest: dict[str, tuple[ExerciseDefinition, Submission]] = {}
    for row, version in rows:
        definition = definitions[version]
        if slugs is None or definition.slug in slugs:
            newest.setdefault(definition.slug, (definition, row))
    return list(newest.values())


def homework_counts(case: Case, side: str, until: date) -> tuple[int, int]:
    """Return how many pieces of homework one person was given and how many of them came back at least once."""
    container = case.container(f"partner_{side}")
    given = db.session.scalar(
        select(func.count())
        .select_from(Assignment)
        .where(Assignment.container_id == container, Assignment.withdrawn_at.is_(None))
        .where(Assignment.starts_on <= until, Assignment.version_id.not_in(_of_the_intake()))
    )
    done = db.session.scalar(
        select(func.count(func.distinct(Submission.assignment_id)))
        .join(Assignment, Assignment.id == Submission.assignment_id)
        .where(Submission.container_id == container, Assignment.withdrawn_at.is_(None))
        .where(Assignment.version_id.not_in(_of_the_intake()))
        .where(Submission.withdrawn_at.is_(None))
        .where(Submission.id.not_in(set_aside_ids(case)))
    )
    return given or 0, done or 0


def _of_the_intake() -> Select[UUID]:
    """Every version of a section of the intake: asked once at the start, and no homework."""
    return (
        select(ExerciseVersion.id)
        .join(Exercise, Exercise.id == ExerciseVersion.exercise_id)
        .where(Exercise.kind == Kind.INTAKE)
    )


def sessions_held(case: Case, kind: str) -> int:
    """Return how many sessions in one container took place."""
    return (
        db.session.scalar(
            select(func.count())
            .select_from(TherapySession)
            .where(TherapySession.container_id == case.container(kind))
            .where(TherapySession.attended.is_(True))
        )
        or 0
    )
