"""Words for the library: what there is to give, and what it asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from practice.caseload.queries import Case
from practice.catalogue.definition import (
    Audience,
    ExerciseDefinition,
    FieldDefinition,
    Stage,
    Visibility,
    WrittenBy,
)
from practice.catalogue.presenters import ExerciseCard, exercise_card
from practice.catalogue.rules import with_partner_names

_VISIBILITY = {
    Visibility.OWN: "Its author and the care team",
    Visibility.REVEAL: "Its author and the care team, and both once you release it",
    Visibility.JOINT: "Both write and read this",
    Visibility.FLAG: "Its author and the care team; some answers bring you a private notice",
    Visibility.CLIN: "You fill this in; only the care team reads it",
}


@dataclass(frozen=True)
class Module:
    """One module of the library with its exercises."""

    name: str
    cards: tuple[ExerciseCard, ...]


@dataclass(frozen=True)
class PreviewQuestion:
    """One question as a partner will see it, and who may read the answer."""

    field: FieldDefinition
    who_sees: str
    written_by: str


def modules(definitions: Iterable[ExerciseDefinition]) -> list[Module]:
    """Return the library by module, both in order."""
    grouped: dict[str, list[ExerciseCard]] = {}
    for definition in definitions:
        grouped.setdefault(definition.module, []).append(exercise_card(definition))
    return [Module(name, tuple(cards)) for name, cards in grouped.items()]


def preview(definition: ExerciseDefinition, case: Case | None = None) -> list[PreviewQuestion]:
    """Return every question of an exercise in order, with the names of the couple where there is one."""
    a, b = (case.a.first_name, case.b.first_name) if case else ("Partner A", "Partner B")
    return [
        PreviewQuestion(
            with_partner_names(field, a, b), _VISIBILITY[field.visibility], _written_by(field)
        )
        for field in definition.fields
    ]


def _written_by(field: FieldDefinition) -> str:
    if field.by is WrittenBy(Audience.CLINICIAN.value):
        return "You fill this in."
    if field.by is WrittenBy.PARTNER:
        return "The other partner writes this, after the release."
    if field.stage is Stage.TOGETHER:
        return "Written together."
    return ""
