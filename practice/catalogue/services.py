"""Bringing definitions into the database: a new wording is a new version, an old one is never changed.

They come from three places: shipped with the product, the practice's own folder (``instance/catalogue``), and the form builder.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select

from practice.catalogue import loading
from practice.catalogue.definition import ExerciseDefinition, Kind
from practice.catalogue.loading import DefinitionInvalid
from practice.catalogue.models import Exercise, ExerciseVersion, Origin
from practice.extensions import db
from practice.lib import clock


def load_shipped() -> int:
    """Add what the shipped definitions hold and the database does not; return how many versions are new."""
    exercises = {e.slug: e for e in db.session.scalars(select(Exercise))}
    known = set(db.session.execute(select(ExerciseVersion.exercise_id, ExerciseVersion.digest)))
    new = 0
    for slug, definition in loading.load_definitions().items():
        exercise = exercises.get(slug) or _new_exercise(definition, Origin.SHIPPED)
        if (exercise.id, loading.digest_of(definition)) not in known:
            _add_version(exercise, definition)
            new += 1
    db.session.flush()
    return new


def load_folder(folder: Path) -> list[DefinitionInvalid]:
    """Add what the files of the practice's own folder hold and the database does not.

    Returns the files that were refused, each with place and reason; all others are loaded.
    """
    found, refused = loading.read_folder(folder)
    for name, definition in found.items():
        try:
            add_own(definition, source=name)
        except DefinitionInvalid as invalid:
            refused.append(invalid)
    return refused


def add_own(definition: ExerciseDefinition, *, source: str = "definition") -> ExerciseVersion:
    """Add a version of one of the practice's own forms, or return the one that says the same.

    Raises :class:`DefinitionInvalid` for what may not come in: the name of a shipped exercise, a section of the intake, or other
    words under a version that is published already.
    """
    exercise = db.session.scalar(select(Exercise).where(Exercise.slug == definition.slug))
    _check_may_come_in(definition, exercise, source)
    if exercise is None:
        exercise = _new_exercise(definition, Origin.PRACTICE)
    digest = loading.digest_of(definition)
    for version in _versions(exercise):
        if version.digest == digest:
            return version
        if version.version == definition.version:
            raise DefinitionInvalid(
                source,
                "version",
                f"{definition.version} is published already and reads differently; give this a new version",
            )
    version = _add_version(exercise, definition)
    db.session.flush()
    return version


def publish_own(definition: ExerciseDefinition, *, zone: str = "UTC") -> ExerciseVersion:
    """Add a version with the next number of the month (``2026-11-2``); raise :class:`DefinitionInvalid`."""
    exercise = db.session.scalar(select(Exercise).where(Exercise.slug == definition.slug))
    known = {version.version for version in _versions(exercise)} if exercise else set()
    today = clock.today(zone)
    numbers = (f"{today.year}-{today.month}-{n}" for n in range(1, len(known) + 2))
    version = next(number for number in numbers if number not in known)
    return add_own(replace(definition, version=version))


def _check_may_come_in(
    definition: ExerciseDefinition, exercise: Exercise | None, source: str
) -> None:
    shipped = definition.slug in loading.load_definitions()
    if shipped or (exercise is not None and exercise.origin is Origin.SHIPPED):
        raise DefinitionInvalid(
            source, "slug", f"{definition.slug} is an exercise of the product; give this another"
        )
    if definition.kind is Kind.INTAKE:
        raise DefinitionInvalid(source, "kind", "the sections of the intake come with the product")


def _new_exercise(definition: ExerciseDefinition, origin: Origin) -> Exercise:
    exercise = Exercise(
        id=uuid4(),
        slug=definition.slug,
        module=definition.module,
        kind=definition.kind,
        origin=origin,
    )
    db.session.add(exercise)
    return exercise


def _add_version(exercise: Exercise, definition: ExerciseDefinition) -> ExerciseVersion:
    exercise.module = definition.module
    version = ExerciseVersion(
        exercise_id=exercise.id,
        version=definition.version,
        digest=loading.digest_of(definition),
        definition=loading.definition_to_json(definition),
    )
    db.session.add(version)
    return version


def _versions(exercise: Exercise) -> list[ExerciseVersion]:
    rows = db.session.scalars(
        select(ExerciseVersion).where(ExerciseVersion.exercise_id == exercise.id)
    )
    return list(rows)
