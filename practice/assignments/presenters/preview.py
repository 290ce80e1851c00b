"""An exercise as each partner will see it, page by page as on the phone; nothing here can be sent.

Which pages a person gets depends on what they answer; here every question stands, with the words that say when
it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from practice.caseload import rules as caseload_rules
from practice.catalogue.definition import (
    Audience,
    ExerciseDefinition,
    FieldDefinition,
    Needs,
    Stage,
    Visibility,
)
from practice.catalogue.rules import parts, with_partner_names

# Without a couple there is no policy yet: said to the clinician, in words that hold under every one.
_VISIBILITY = {
    Visibility.OWN: "Its author and the care team",
    Visibility.REVEAL: "Its author and the care team, and both once you release it",
    Visibility.JOINT: "Both write and read this",
    Visibility.FLAG: "Its author and the care team; some answers bring you a private notice",
    Visibility.CLIN: "You fill this in; only the care team reads it",
}
_GROUPS: dict[tuple[Audience, Stage], str] = {
    (Audience.AUTHOR, Stage.ALONE): "Alone",
    (Audience.AUTHOR, Stage.TOGETHER): "Together, on one form",
    (Audience.PARTNER, Stage.TOGETHER): "After the release, by the other",
    (Audience.CLINICIAN, Stage.ALONE): "By you",
}


@dataclass(frozen=True)
class Reader:
    """Through whose eyes: the names of both, and what one of them has agreed to; ``policy`` None without a couple."""

    names: tuple[str, str] = ("Partner A", "Partner B")
    policy: str | None = None
    name: str = ""
    has_sexual_consent: bool = True


@dataclass(frozen=True)
class PreviewQuestion:
    """One question as a partner will see it, who may read the answer, and what decides whether it is asked."""

    field: FieldDefinition
    who_sees: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class PreviewPage:
    """One page on the phone: whose it is, and "Part ``number`` of ``total``" there."""

    group: str
    number: int
    total: int
    questions: tuple[PreviewQuestion, ...]


def preview_pages(definition: ExerciseDefinition, reader: Reader) -> list[PreviewPage]:
    """Return every page of an exercise: each alone, together, by the other after a release, and the clinician's own."""
    return [
        page
        for (audience, stage), group in _GROUPS.items()
        for page in _pages(definition, _asked(definition, audience, stage), group, reader)
    ]


def _asked(
    definition: ExerciseDefinition, audience: Audience, stage: Stage
) -> list[FieldDefinition]:
    if audience is Audience.CLINICIAN:
        return [field for field in definition.fields if field.by is audience]
    return [f for f in definition.fields if f.by is audience and f.stage is stage]


def _pages(
    definition: ExerciseDefinition, fields: Sequence[FieldDefinition], group: str, reader: Reader
) -> Iterable[PreviewPage]:
    for part in parts(fields):
        questions = tuple(
            PreviewQuestion(
                with_partner_names(field, *reader.names),
                _who_sees(field, reader.policy),
                tuple(_notes(definition, field, reader)),
            )
            for field in part.fields
        )
        yield PreviewPage(group, part.number, part.total, questions)


def _who_sees(field: FieldDefinition, policy: str | None) -> str:
    if policy is None or field.visibility is Visibility.CLIN:
        return _VISIBILITY[field.visibility]
    return caseload_rules.who_sees_line(
        field.visibility.value, policy, field.stage.value, protected=field.protected
    )


def _notes(definition: ExerciseDefinition, field: FieldDefinition, reader: Reader) -> Iterable[str]:
    if field.condition is not None:
        yield _asked_if(definition, field)
    needs = Needs.SEXUAL_CONTENT_CONSENT in {definition.needs, field.needs}
    if needs and reader.policy is None:
        yield "Asked only of those who have consented to sexual content."
    elif needs and not reader.has_sexual_consent:
        yield f"Not asked of {reader.name} for now: {reader.name} has not consented to sexual content."
    if field.alert is not None:
        yield "Some answers bring you a private notice."


def _asked_if(definition: ExerciseDefinition, field: FieldDefinition) -> str:
    condition = field.condition
    if condition is None:
        return ""
    asked = definition.field(condition.field)
    labels = {"true": "Yes", "false": "No"} | {o.value: o.label for o in asked.options}
    named = " or ".join(f"“{labels.get(value, value)}”" for value in condition.any_of)
    return f"Asked only after {named} to “{asked.prompt}”"
