"""Words for the library and for giving homework."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from practice.assignments.models import Assignment
from practice.assignments.queries import side_of
from practice.caseload.queries import Case
from practice.catalogue.definition import (
    Audience,
    ExerciseDefinition,
    FieldDefinition,
    Gate,
    Stage,
    Visibility,
    Who,
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


def people(case: Case, definition: ExerciseDefinition) -> list[tuple[str, str]]:
    """Return for whom an exercise can be chosen, as (value, words)."""
    a, b = case.a.first_name, case.b.first_name
    both = ("ab", f"{a} and {b}")
    if definition.who is Who.JOINT:
        return [("ab", f"{a} and {b}, on one form")]
    if definition.who is Who.ONE_PARTNER:
        return [("a", a), ("b", b)]
    return [both, ("a", f"{a} alone"), ("b", f"{b} alone")]


def what_will_happen(definition: ExerciseDefinition) -> str:
    """Say in one sentence what giving this exercise does."""
    if definition.who is Who.JOINT:
        return "Both find one form that they write together; it comes into force when both have signed and you confirm it."
    if definition.gates.clinician_opens:
        return "It waits, closed, until you open it; nothing is shown to the other partner before you release it."
    if definition.gates.show is Gate.NEVER or not _can_be_shown(definition):
        return "Each answers alone, and nothing of it is ever shown to the other."
    return "Each answers alone; neither sees the other's answers, or whether there are any, until you release them."


def _can_be_shown(definition: ExerciseDefinition) -> bool:
    return any(f.visibility is Visibility.REVEAL for f in definition.fields)


def already_out(case: Case, running: Iterable[Assignment], day: Any) -> str:
    """Warn that the same exercise is out already; "" when it is not. ``day`` puts a date into words."""
    rows = list(running)
    if not rows:
        return ""
    sides = {side_of(case, row.container_id) for row in rows}
    names = [case.partners[s].first_name for s in "ab" if s in sides or None in sides]
    since = day(min(row.starts_on for row in rows))
    return (
        f"{' and '.join(names)} already {'has' if len(names) == 1 else 'have'} this, since {since}."
    )
