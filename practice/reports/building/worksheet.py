"""R10: an exercise, a section of the intake or a card as a blank worksheet, from its definition alone.

Nothing here reads an answer. Questions that the clinician answers, and those that look at the other's released
answers, are not on paper.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from practice.catalogue.definition import (
    Audience,
    ExerciseDefinition,
    FieldDefinition,
    Needs,
    Stage,
    Visibility,
)
from practice.catalogue.rules import with_partner_names
from practice.reports.building.controls import control_of
from practice.reports.document import (
    AskedOnPaper,
    CardText,
    Letterhead,
    Paper,
    QuestionRun,
    Worksheet,
    WorksheetPart,
)

WhoSees = Callable[[FieldDefinition], str]

KEEP_SAFE = "Paper can be found and read by others. Keep it where only you can reach it, or hand it straight to your clinician."
NOT_WATCHED = "Paper is read once it is handed in. In danger, call your local emergency number."
_MAY_SKIP = "Leave out whatever you would rather not answer."
_PART_TITLES = {
    Stage.ALONE: "For each of you, alone",
    Stage.TOGETHER: "Together, on one sheet",
}
# Without a couple there is no policy yet: what holds under every one of them.
_UNDER_EVERY_POLICY = {
    Visibility.OWN: "For you and your care team.",
    Visibility.FLAG: "For you and your care team.",
    Visibility.REVEAL: "For you and your care team, and for both of you once your clinician opens it.",
    Visibility.JOINT: "For both of you and your care team.",
}


@dataclass(frozen=True)
class Paperwork:
    """How a worksheet is printed: whose head stands on it, on which paper, for whom."""

    letterhead: Letterhead
    paper: Paper = "A4"
    names: tuple[str, str] = ("A", "B")
    stages: Collection[Stage] = (Stage.ALONE, Stage.TOGETHER)
    without: Collection[Needs] = ()
    fictional: bool = False


def who_sees_under_every_policy(field: FieldDefinition) -> str:
    """Return who will read an answer, where no couple is known."""
    return _UNDER_EVERY_POLICY[field.visibility]


def worksheet_of(
    definition: ExerciseDefinition,
    paperwork: Paperwork,
    who_sees: WhoSees = who_sees_under_every_policy,
) -> Worksheet | None:
    """Return the blank worksheet of a definition; None when nothing of it is answered on paper."""
    parts = [
        (stage, fields)
        for stage in Stage
        if stage in paperwork.stages and (fields := _asked(definition, stage, paperwork))
    ]
    if not parts:
        return None
    return Worksheet(
        title=definition.neutral_title,
        letterhead=paperwork.letterhead,
        lead=_lead(definition),
        parts=tuple(
            WorksheetPart(_PART_TITLES[stage] if len(parts) > 1 else "", _runs(fields, who_sees))
            for stage, fields in parts
        ),
        card=_card(definition),
        closing=_closing(definition, [field for _, fields in parts for field in fields]),
        paper=paperwork.paper,
        fictional=paperwork.fictional,
    )


def _asked(
    definition: ExerciseDefinition, stage: Stage, paperwork: Paperwork
) -> list[FieldDefinition]:
    """Every question of one stage in the order it is numbered, those with a condition too."""
    return [
        with_partner_names(field, *paperwork.names)
        for field in definition.fields
        if field.by is Audience.AUTHOR
        and field.stage is stage
        and not {definition.needs, field.needs} & set(paperwork.without)
    ]


def _lead(definition: ExerciseDefinition) -> tuple[str, ...]:
    if definition.reading is not None:
        return ()
    words = "minute" if definition.minutes == 1 else "minutes"
    return (definition.purpose, f"About {definition.minutes} {words}. {_MAY_SKIP}")


def _card(definition: ExerciseDefinition) -> CardText | None:
    reading = definition.reading
    if reading is None:
        return None
    return CardText(
        definition.title, reading.body, reading.try_this, reading.talk_about, reading.guard
    )


def _closing(definition: ExerciseDefinition, fields: Iterable[FieldDefinition]) -> tuple[str, ...]:
    tender = definition.crisis_footer or any(f.visibility is Visibility.FLAG for f in fields)
    return (KEEP_SAFE, NOT_WATCHED) if tender else (KEEP_SAFE,)


def _runs(fields: list[FieldDefinition], who_sees: WhoSees) -> tuple[QuestionRun, ...]:
    numbers = {field.key: number for number, field in enumerate(fields, start=1)}
    by_key = {field.key: field for field in fields}
    return tuple(
        QuestionRun(line, tuple(_question(field, numbers, by_key) for field in run))
        for line, run in groupby(fields, who_sees)
    )


def _question(
    field: FieldDefinition, numbers: dict[str, int], by_key: dict[str, FieldDefinition]
) -> AskedOnPaper:
    return AskedOnPaper(
        numbers[field.key],
        field.prompt,
        control_of(field),
        field.hint,
        _condition(field, numbers, by_key),
    )


def _condition(
    field: FieldDefinition, numbers: dict[str, int], by_key: dict[str, FieldDefinition]
) -> str:
    """Say when a question is asked, in the words and numbers of the sheet; "" when it always is."""
    condition = field.condition
    if condition is None or condition.field not in by_key:
        return ""
    labels = {"true": "Yes", "false": "No"}
    labels |= {option.value: option.label for option in by_key[condition.field].options}
    named = [f"\u201c{labels.get(value, value)}\u201d" for value in condition.any_of]
    words = " or ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
    return f"Only if you ticked {words} in {numbers[condition.field]}."
