"""Reading the catalogue as stored: what was assigned keeps the wording it was given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from practice.access.decide import NotFound
from practice.catalogue import loading
from practice.catalogue.definition import ExerciseDefinition, Kind
from practice.catalogue.models import Exercise, ExerciseVersion, Origin
from practice.extensions import db

# A version never changes and its id is never used again, so its parsed form is kept in every process.
_parsed: dict[UUID, ExerciseDefinition] = {}


def definition(version_id: UUID) -> ExerciseDefinition:
    """Return the definition of one stored version; raise :class:`NotFound`."""
    found = definitions([version_id]).get(version_id)
    if found is None:
        raise NotFound(version_id)
    return found


def definitions(version_ids: Iterable[UUID]) -> dict[UUID, ExerciseDefinition]:
    """Return the definitions of several versions in one query, or in none once they are known."""
    wanted = set(version_ids)
    unknown = wanted - _parsed.keys()
    if unknown:
        version = ExerciseVersion
        rows = db.session.execute(
            select(version.id, version.definition).where(version.id.in_(unknown))
        )
        _parsed.update((i, loading.definition_from_json(stored)) for i, stored in rows)
    return {i: _parsed[i] for i in wanted if i in _parsed}


def newest(slug: str) -> tuple[UUID, ExerciseDefinition]:
    """Return id and definition of the newest version of an exercise; raise :class:`NotFound`."""
    found = db.session.scalar(
        select(ExerciseVersion.id)
        .join(Exercise, Exercise.id == ExerciseVersion.exercise_id)
        .where(Exercise.slug == slug, Exercise.retired_at.is_(None))
        .order_by(ExerciseVersion.loaded_at.desc(), ExerciseVersion.version.desc())
        .limit(1)
    )
    if found is None:
        raise NotFound(slug)
    return found, definition(found)


def library(kind: Kind = Kind.EXERCISE) -> Sequence[tuple[UUID, ExerciseDefinition]]:
    """Return the newest version of every definition of one kind in use, by module and title."""
    rows = db.session.execute(
        select(ExerciseVersion.exercise_id, ExerciseVersion.id)
        .join(Exercise, Exercise.id == ExerciseVersion.exercise_id)
        .where(Exercise.retired_at.is_(None), Exercise.kind == kind)
        .order_by(ExerciseVersion.loaded_at, ExerciseVersion.version)
    )
    newest_of = dict(rows.all())
    found = definitions(newest_of.values()).items()
    return sorted(found, key=lambda pair: (pair[1].module, pair[1].title))


def made_here() -> frozenset[str]:
    """Return the slugs of what this practice made itself."""
    return frozenset(
        db.session.scalars(select(Exercise.slug).where(Exercise.origin == Origin.PRACTICE))
    )


def versions_of(slug: str) -> list[tuple[str, datetime]]:
    """Return every version of an exercise and when it came to this practice, newest first."""
    rows = db.session.execute(
        select(ExerciseVersion.version, ExerciseVersion.loaded_at)
        .join(Exercise, Exercise.id == ExerciseVersion.exercise_id)
        .where(Exercise.slug == slug)
        .order_by(ExerciseVersion.loaded_at.desc(), ExerciseVersion.version.desc())
    )
    return [(version, at) for version, at in rows]


def cards_about(slug: str) -> list[ExerciseDefinition]:
    """Return the cards to read that point to an exercise."""
    cards = (card for _, card in library(Kind.READING))
    return [card for card in cards if card.reading and slug in card.reading.see_also]
