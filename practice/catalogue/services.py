"""Bringing the shipped definitions into the database: a new wording is a new version, an old one is never changed."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import select

from practice.catalogue import loading
from practice.catalogue.models import Exercise, ExerciseVersion
from practice.extensions import db


def load_shipped() -> int:
    """Add what the shipped definitions hold and the database does not; return how many versions are new."""
    exercises = {e.slug: e for e in db.session.scalars(select(Exercise))}
    known = set(db.session.execute(select(ExerciseVersion.exercise_id, ExerciseVersion.digest)))
    new = 0
    for slug, definition in loading.load_definitions().items():
        exercise = exercises.get(slug)
        if exercise is None:
            exercise = Exercise(
                id=uuid4(), slug=slug, module=definition.module, kind=definition.kind
            )
            db.session.add(exercise)
        digest = loading.digest_of(definition)
        if (exercise.id, digest) not in known:
            db.session.add(
                ExerciseVersion(
                    exercise_id=exercise.id,
                    version=definition.version,
                    digest=digest,
                    definition=loading.definition_to_json(definition),
                )
            )
            new += 1
    db.session.flush()
    return new
