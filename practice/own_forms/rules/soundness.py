"""What still stands between a draft and its publication, each with its place and, for people, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from practice.catalogue import loading
from practice.catalogue.definition import (
    ExerciseDefinition,
    Gate,
    Kind,
    Stage,
    Visibility,
    Who,
    WrittenBy,
)
from practice.own_forms.rules.keeping import loosened


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. ``place`` is that of the file; ``kind`` and ``key`` say on which page it is mended."""

    place: str
    reason: str
    kind: str = "settings"
    key: str = ""


def problems(draft: Mapping[str, Any], base: ExerciseDefinition | None = None) -> list[Problem]:
    """Return everything that is wrong, in the order of the form; empty when it may be published."""
    if not draft.get("fields"):
        return [Problem("fields", "There is no question yet.", "questions")]
    found = [_problem(draft, *one) for one in loading.problems_of(draft)]
    if found:
        return found
    definition = loading.definition_from_json(draft)
    kept = loosened(base, definition) if base else ()
    return [_problem(draft, *one) for one in (*_as_a_whole(definition), *kept)]


def _as_a_whole(definition: ExerciseDefinition) -> Iterator[tuple[str, str]]:
    if definition.kind is not Kind.EXERCISE:
        yield "kind", "only exercises and questionnaires are made here"
    yield from _who_problems(definition)
    yield from _gate_problems(definition)


def _who_problems(definition: ExerciseDefinition) -> Iterator[tuple[str, str]]:
    stages = {field.stage for field in definition.fields if field.by is WrittenBy.AUTHOR}
    if definition.who is Who.JOINT and Stage.TOGETHER not in stages:
        yield "who", "both write on one form, but no question is written together"
    if definition.who in {Who.EACH_PRIVATELY, Who.ONE_PARTNER} and Stage.TOGETHER in stages:
        yield "who", "each writes alone, but a question is written together"
    if definition.who is Who.REVEAL and not _can_be_shown(definition):
        yield "who", "each writes alone and then both are shown it, but no question can be shown"


def _gate_problems(definition: ExerciseDefinition) -> Iterator[tuple[str, str]]:
    fill, show = definition.gates.fill, definition.gates.show
    if definition.who is Who.JOINT and fill is Gate.G0:
        yield "gates.fill", "what both write on opens once shared work is cleared (G1), or at G2"
    if show is Gate.NEVER:
        if _can_be_shown(definition):
            yield (
                "gates.show",
                "a question says that it can be shown to both, but the form is never shown",
            )
    elif definition.needs:
        if fill is not Gate.G2:
            yield "gates.fill", "sexual content that can be shown opens at G2"
        if show is not Gate.G2:
            yield "gates.show", "sexual content is shown at G2 or never"


def _can_be_shown(definition: ExerciseDefinition) -> bool:
    return any(field.visibility is Visibility.REVEAL for field in definition.fields)


def _problem(draft: Mapping[str, Any], place: str, reason: str) -> Problem:
    listed, _, rest = place.partition(".")
    if listed not in {"fields", "scores"}:
        return Problem(place, reason)
    name = rest.partition(".")[0]
    if name.isdigit():
        name = draft[listed][int(name)].get("key", "")
    return Problem(place, reason, "question" if listed == "fields" else "score", name)
