"""Words for the library: what there is to give, by module."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.presenters import ExerciseCard, exercise_card


@dataclass(frozen=True)
class Module:
    """One module of the library with its exercises."""

    name: str
    cards: tuple[ExerciseCard, ...]


def modules(definitions: Iterable[ExerciseDefinition]) -> list[Module]:
    """Return the library by module, both in order."""
    grouped: dict[str, list[ExerciseCard]] = {}
    for definition in definitions:
        grouped.setdefault(definition.module, []).append(exercise_card(definition))
    return [Module(name, tuple(cards)) for name, cards in grouped.items()]
