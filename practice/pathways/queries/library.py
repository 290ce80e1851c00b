"""The pathways there are: ready-made ones for everyone, one's own for oneself alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.catalogue import loading as catalogue_loading
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition, Kind
from practice.extensions import db
from practice.pathways import loading
from practice.pathways.definition import PathwayDefinition, Step
from practice.pathways.models import Pathway, PathwayVersion
from practice.pathways.rules import drafting

# A version never changes and its id is never used again, so its parsed form is kept in every process.
_parsed: dict[UUID, PathwayDefinition] = {}


@dataclass(frozen=True)
class Listed:
    """One pathway with its newest version, where it has one."""

    pathway: Pathway
    version_id: UUID | None
    number: int
    definition: PathwayDefinition | None

    @property
    def id(self) -> UUID:
        """The pathway's id."""
        return self.pathway.id

    @property
    def is_own(self) -> bool:
        """Whether a clinician made it."""
        return self.pathway.maker_id is not None

    @property
    def working_copy(self) -> drafting.Draft:
        """The draft, or one that says what the newest version says."""
        if self.pathway.draft is not None:
            return self.pathway.draft
        if self.definition is None:
            return drafting.new_draft("")
        return drafting.draft_of(self.definition)


@dataclass(frozen=True)
class Startable:
    """What a couple can be put on: a version of a pathway in use."""

    id: UUID
    version_id: UUID
    definition: PathwayDefinition
    is_own: bool


@dataclass(frozen=True)
class PathwayFound(Listed):
    """One pathway as an actor may see it."""

    actor: Actor

    @property
    def standing(self) -> Actor:
        """Who looks: a pathway belongs to no couple."""
        return self.actor


def definition_of(version_id: UUID) -> PathwayDefinition:
    """Return one version; raise :class:`NotFound`."""
    found = definitions_of([version_id]).get(version_id)
    if found is None:
        raise NotFound(version_id)
    return found


def definitions_of(version_ids: Iterable[UUID]) -> dict[UUID, PathwayDefinition]:
    """Return several versions in one query, or in none once they are known."""
    wanted = set(version_ids)
    if unknown := wanted - _parsed.keys():
        rows = db.session.execute(
            select(PathwayVersion.id, PathwayVersion.definition).where(
                PathwayVersion.id.in_(unknown)
            )
        )
        _parsed.update((i, loading.pathway_from_json(stored)) for i, stored in rows)
    return {i: _parsed[i] for i in wanted if i in _parsed}


def ready_made() -> list[Listed]:
    """Return the pathways shipped with the product, by title; one query."""
    return _listed(_newest().where(Pathway.slug.is_not(None)))


def own(actor: Actor) -> list[Listed]:
    """Return what the actor has made, by title; retired ones last. One query."""
    return sorted(
        _listed(_newest().where(Pathway.maker_id == actor.user_id)),
        key=lambda listed: listed.pathway.retired_at is not None,
    )


def startable(actor: Actor) -> list[Startable]:
    """Return what the actor can put a couple on: own ones first, then the ready-made."""
    return [
        Startable(one.id, one.version_id, one.definition, one.is_own)
        for one in [*own(actor), *ready_made()]
        if one.version_id and one.definition and one.pathway.retired_at is None
    ]


def pathway(actor: Actor, pathway_id: UUID) -> PathwayFound:
    """Load a ready-made pathway or one of the actor's own; raise :class:`NotFound`."""
    rows = db.session.execute(_newest().where(Pathway.id == pathway_id)).all()
    if not rows or rows[0][0].maker_id not in (None, actor.user_id):
        raise NotFound(pathway_id)
    return PathwayFound(*_row(rows[0]), actor=actor)


def own_pathway(actor: Actor, pathway_id: UUID) -> PathwayFound:
    """Load one of the actor's own pathways; raise :class:`NotFound`."""
    found = pathway(actor, pathway_id)
    if not found.is_own:
        raise NotFound(pathway_id)
    return found


@dataclass(frozen=True)
class StepFound(PathwayFound):
    """One step of the draft of one's own pathway."""

    key: str
    step: Step


def own_pathway_step(actor: Actor, pathway_id: UUID, key: str) -> StepFound:
    """Load one step of a draft of the actor's own; raise :class:`NotFound`."""
    found = own_pathway(actor, pathway_id)
    for held, step in drafting.steps_of(found.working_copy):
        if held == key:
            return StepFound(
                found.pathway, found.version_id, found.number, found.definition, actor, key, step
            )
    raise NotFound(key)


def exercises() -> dict[str, ExerciseDefinition]:
    """Return every exercise in use by slug, in its newest wording, by module and title."""
    return {definition.slug: definition for _, definition in catalogue.library()}


def exercises_of(pathways: Iterable[PathwayDefinition]) -> dict[str, ExerciseDefinition]:
    """Return the exercises of pathways by slug: those in use, and for retired ones the wording shipped, if there is one."""
    in_use, shipped = exercises(), catalogue_loading.load_definitions()
    slugs = {step.exercise for one in pathways for step in one.steps}
    return {slug: found for slug in slugs if (found := in_use.get(slug) or shipped.get(slug))}


def cards_named(codes: Iterable[str]) -> list[ExerciseDefinition]:
    """Return the cards to read that a pathway names, in its order."""
    found = {definition.code: definition for _, definition in catalogue.library(Kind.READING)}
    return [found[code] for code in codes if code in found]


def _newest() -> Select[Any]:
    newest = (
        select(PathwayVersion.pathway_id, func.max(PathwayVersion.number).label("number"))
        .group_by(PathwayVersion.pathway_id)
        .subquery()
    )
    return (
        select(Pathway, PathwayVersion.id, PathwayVersion.number, PathwayVersion.definition)
        .outerjoin(newest, newest.c.pathway_id == Pathway.id)
        .outerjoin(
            PathwayVersion,
            (PathwayVersion.pathway_id == Pathway.id) & (PathwayVersion.number == newest.c.number),
        )
    )


def _listed(query: Select[Any]) -> list[Listed]:
    found = [Listed(*_row(row)) for row in db.session.execute(query)]
    return sorted(found, key=_title)


def _title(listed: Listed) -> str:
    if listed.definition is not None:
        return listed.definition.title.casefold()
    return str((listed.pathway.draft or {}).get("title", "")).casefold()


def _row(row: Any) -> tuple[Pathway, UUID | None, int, PathwayDefinition | None]:
    pathway, version_id, number, stored = row
    if version_id is None:
        return pathway, None, 0, None
    if version_id not in _parsed:
        _parsed[version_id] = loading.pathway_from_json(stored)
    return pathway, version_id, number, _parsed[version_id]
