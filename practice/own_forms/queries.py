"""The practice's own forms: those in the making, those published, and one with all its versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.accounts.models import User
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.models import Exercise, ExerciseVersion, Origin
from practice.extensions import db
from practice.own_forms.models import OwnForm
from practice.own_forms.rules import drafting


@dataclass(frozen=True)
class Version:
    """One published version."""

    id: UUID
    number: str
    published_at: datetime
    exercise_id: UUID


@dataclass(frozen=True)
class FormFound:
    """One form in the making as an actor may work on it."""

    row: OwnForm
    actor: Actor
    exercise: Exercise | None
    versions: tuple[Version, ...]
    base: ExerciseDefinition | None

    @property
    def id(self) -> UUID:
        """The form's id."""
        return self.row.id

    @property
    def standing(self) -> Actor:
        """Who works on it: a form belongs to the practice and to no couple."""
        return self.actor

    @property
    def draft(self) -> drafting.Json:
        """The definition in the making."""
        return self.row.definition

    @property
    def newest(self) -> ExerciseDefinition | None:
        """The version last published."""
        return catalogue.definition(self.versions[0].id) if self.versions else None

    @property
    def is_retired(self) -> bool:
        """Whether it was taken out of the library."""
        return self.exercise is not None and self.exercise.retired_at is not None


@dataclass(frozen=True)
class PartFound:
    """One question or score of a form; ``held`` is None where it is not there (any more)."""

    form: FormFound
    key: str
    held: drafting.Json | None

    @property
    def id(self) -> UUID:
        """The form's id."""
        return self.form.id

    @property
    def standing(self) -> Actor:
        """Who works on it."""
        return self.form.actor


@dataclass(frozen=True)
class Listed:
    """One line of the list: a form in the making, a published one, or both."""

    slug: str
    form: OwnForm | None
    exercise: Exercise | None
    versions: tuple[Version, ...]
    saved_by: str


@dataclass(frozen=True)
class Published:
    """One published version, to be written to a file."""

    id: UUID
    definition: ExerciseDefinition
    standing: Actor


def forms(actor: Actor) -> list[Listed]:
    """Return every form of the practice, the one worked on last first; four queries."""
    drafts = db.session.execute(
        select(OwnForm, User)
        .join(User, User.id == OwnForm.saved_by)
        .order_by(OwnForm.saved_at.desc())
    ).all()
    exercises = list(
        db.session.scalars(
            select(Exercise).where(Exercise.origin == Origin.PRACTICE).order_by(Exercise.slug)
        )
    )
    versions = _versions(exercise.id for exercise in exercises)
    by_id = {exercise.id: exercise for exercise in exercises}
    listed = [
        Listed(
            form.slug,
            form,
            by_id.get(form.exercise_id) if form.exercise_id else None,
            versions.get(form.exercise_id, ()) if form.exercise_id else (),
            user.name,
        )
        for form, user in drafts
    ]
    known = {form.exercise_id for form, _ in drafts}
    listed += [
        Listed(one.slug, None, one, versions.get(one.id, ()), "")
        for one in exercises
        if one.id not in known
    ]
    return listed


def own_form(actor: Actor, form_id: UUID) -> FormFound:
    """Return a form in the making; raise :class:`NotFound`."""
    row = db.session.get(OwnForm, form_id)
    if row is None:
        raise NotFound(form_id)
    exercise = db.session.get(Exercise, row.exercise_id) if row.exercise_id else None
    base = catalogue.definition(row.base_version_id) if row.base_version_id else None
    versions = _versions([exercise.id]).get(exercise.id, ()) if exercise else ()
    return FormFound(row, actor, exercise, versions, base)


def question_of(actor: Actor, form_id: UUID, key: str) -> PartFound:
    """Return a question; one that is not there is None, so that what was typed for it is not lost."""
    return _part(own_form(actor, form_id), "fields", key)


def score_of(actor: Actor, form_id: UUID, key: str) -> PartFound:
    """Return a score; one that is not there is None, so that what was typed for it is not lost."""
    return _part(own_form(actor, form_id), "scores", key)


def form_of(slug: str) -> OwnForm | None:
    """Return the form in the making of this name."""
    return db.session.scalar(select(OwnForm).where(OwnForm.slug == slug))


def own_exercise(slug: str) -> Exercise:
    """Return a published form of the practice; raise :class:`NotFound`."""
    found = db.session.scalar(
        select(Exercise).where(Exercise.slug == slug, Exercise.origin == Origin.PRACTICE)
    )
    if found is None:
        raise NotFound(slug)
    return found


def published(actor: Actor, version_id: UUID) -> Published:
    """Return one published version of the practice's own; raise :class:`NotFound`."""
    found = db.session.scalar(
        select(ExerciseVersion.id)
        .join(Exercise, Exercise.id == ExerciseVersion.exercise_id)
        .where(ExerciseVersion.id == version_id, Exercise.origin == Origin.PRACTICE)
    )
    if found is None:
        raise NotFound(version_id)
    return Published(found, catalogue.definition(found), actor)


def copyable() -> dict[UUID, ExerciseDefinition]:
    """Return the newest version of everything that can be copied, in the order of the library."""
    return dict(catalogue.library())


def slugs() -> set[str]:
    """Return every name that is taken, of exercises and of forms in the making."""
    return {*db.session.scalars(select(Exercise.slug)), *db.session.scalars(select(OwnForm.slug))}


def newest_version_id(exercise_id: UUID) -> UUID | None:
    """Return the id of the version last published."""
    versions = _versions([exercise_id]).get(exercise_id)
    return versions[0].id if versions else None


def _part(form: FormFound, name: str, key: str) -> PartFound:
    listed = form.draft.get(name, ())
    return PartFound(form, key, next((one for one in listed if one["key"] == key), None))


def _versions(exercise_ids: Iterable[UUID]) -> dict[UUID, tuple[Version, ...]]:
    """Return the versions of exercises, the newest first; one query."""
    version = ExerciseVersion
    rows = db.session.execute(
        select(version.id, version.version, version.loaded_at, version.exercise_id)
        .where(version.exercise_id.in_(list(exercise_ids)))
        .order_by(version.loaded_at.desc(), version.version.desc())
    )
    found: dict[UUID, list[Version]] = {}
    for row in rows:
        found.setdefault(row.exercise_id, []).append(Version(*row))
    return {key: tuple(versions) for key, versions in found.items()}
