"""Reading the catalogue as stored: what was assigned keeps the wording it was given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from practice.access.decide import NotFound
from practice.catalogue import loading
from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.models import Exercise, ExerciseVersion
from practice.extensions import db

# A version never changes, so its parsed form may be kept by digest in every process.
_parsed: dict[str, ExerciseDefinition] = {}


def _parse(row: ExerciseVersion) -> ExerciseDefinition:
    if row.digest not in _parsed:
        _parsed[row.digest] = loading.definition_from_json(row.definition)
    return _parsed[row.digest]


def definition(version_id: UUID) -> ExerciseDefinition:
    """Return the definition of one stored version; raise :class:`NotFound`."""
    row = db.session.get(ExerciseVersion, version_id)
    if row is None:
        raise NotFound(version_id)
    return _parse(row)


def definitions(version_ids: Iterable[UUID]) -> dict[UUID, ExerciseDefinition]:
    """Return the definitions of several versions in one query."""
    wanted = set(version_ids)
    rows = db.session.scalars(select(ExerciseVersion).where(ExerciseVersion.id.in_(wanted)))
    return {r.id: _parse(r) for r in rows}


def newest(slug: str) -> tuple[UUID, ExerciseDefinition]:
    """Return id and definition of the newest version of an exercise; raise :class:`NotFound`."""
    row = db.session.scalar(
        select(ExerciseVersion)
        .join(Exercise, Exercise.id == ExerciseVersion.exercise_id)
        .where(Exercise.slug == slug, Exercise.retired_at.is_(None))
        .order_by(ExerciseVersion.loaded_at.desc(), ExerciseVersion.version.desc())
        .limit(1)
    )
    if row is None:
        raise NotFound(slug)
    return row.id, _parse(row)


def library() -> Sequence[tuple[UUID, ExerciseDefinition]]:
    """Return the newest version of every exercise in use, by module and title."""
    rows = db.session.scalars(
        select(ExerciseVersion)
        .join(Exercise, Exercise.id == ExerciseVersion.exercise_id)
        .where(Exercise.retired_at.is_(None))
        .order_by(ExerciseVersion.loaded_at, ExerciseVersion.version)
    )
    newest_of = {r.exercise_id: (r.id, _parse(r)) for r in rows}
    return sorted(newest_of.values(), key=lambda pair: (pair[1].module, pair[1].title))
