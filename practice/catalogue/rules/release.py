"""What is shown on release: reveal answers alone, and nothing that lets an absent one be noticed (D8)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

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
from practice.catalogue.fields import Answer, AnswerView, behaviour_of, display, is_answered
from practice.catalogue.rules.asking import visible_fields


@dataclass(frozen=True, slots=True)
class Released:
    """One question as both may read it. An answer that is not there is None and is not rendered at all."""

    key: str
    prompt: str
    a: AnswerView | None
    b: AnswerView | None


def shown_on_release(
    definition: ExerciseDefinition,
    answers_a: Mapping[str, Answer],
    answers_b: Mapping[str, Answer],
    withheld_a: Collection[str] = (),
    withheld_b: Collection[str] = (),
    *,
    open_gates: Collection[Gate],
    left_out: Collection[str] = (),
) -> tuple[Released, ...]:
    """Return what both partners may see, in the order asked, without gaps, dashes or counts.

    Only ``reveal`` questions that a person answers alone. Rows and choices appear where both answered and
    neither withheld, skipped or declined, free words included: one's own words without the other's beside them would
    tell that the other kept something back. Only a one-partner exercise shows its one author's. ``withheld`` and ``left_out`` (by the clinician) hold ``key`` or ``key.row``.
    What needs a gate that is not among ``open_gates`` is not shown.
    """
    kept_a = _kept(definition, answers_a, {*withheld_a, *left_out})
    kept_b = _kept(definition, answers_b, {*withheld_b, *left_out})
    shown = [
        _released(definition, field, kept_a.get(field.key), kept_b.get(field.key))
        for field in definition.fields
        if _may_show(definition, field, open_gates)
    ]
    return tuple(one for one in shown if one is not None)


def _may_show(
    definition: ExerciseDefinition, field: FieldDefinition, open_gates: Collection[Gate]
) -> bool:
    if field.visibility is not Visibility.REVEAL or field.stage is not Stage.ALONE:
        return False
    gates = {definition.gates.show, field.show_gate or definition.gates.show}
    return field.by is WrittenBy.AUTHOR and Gate.NEVER not in gates and gates <= set(open_gates)


def _kept(
    definition: ExerciseDefinition, answers: Mapping[str, Answer], withheld: Collection[str]
) -> dict[str, Answer]:
    """Return the answers that count and are not withheld, with withheld and declined rows taken out."""
    asked = visible_fields(definition, answers, audience=Audience.AUTHOR, has_sexual_consent=True)
    kept = {}
    for field in asked:
        answer = answers.get(field.key)
        if field.key not in withheld and is_answered(field, answer):
            remaining = _without_withheld(field, answer, withheld)
            if is_answered(field, remaining):
                kept[field.key] = remaining
    return kept


def _without_withheld(field: FieldDefinition, answer: Answer, withheld: Collection[str]) -> Answer:
    if rule := field.release_rows:
        answer = [line for line in answer if line.get(rule.column) in rule.values]
    rows = behaviour_of(field).answered_rows(field, answer)
    if rows is None:
        return answer
    open_rows = {row for row in rows if f"{field.key}.{row}" not in withheld}
    return behaviour_of(field).only_rows(field, answer, open_rows)


def _released(
    definition: ExerciseDefinition, field: FieldDefinition, a: Answer | None, b: Answer | None
) -> Released | None:
    if definition.who is not Who.ONE_PARTNER:
        if a is None or b is None:
            return None
        a, b = _common_rows(field, a, b)
        if not (is_answered(field, a) and is_answered(field, b)):
            return None
    if a is None and b is None:
        return None
    shown = _without_choosing(field)
    return Released(field.key, field.prompt, display(shown, a), display(shown, b))


def _without_choosing(field: FieldDefinition) -> FieldDefinition:
    """The column by which an author chooses what is shown has done its work: it says the same on every line that is."""
    if field.release_rows is None:
        return field
    columns = tuple(c for c in field.columns if c.key != field.release_rows.column)
    return replace(field, columns=columns)


def _common_rows(field: FieldDefinition, a: Answer, b: Answer) -> tuple[Answer, Answer]:
    behaviour = behaviour_of(field)
    rows_a, rows_b = behaviour.answered_rows(field, a), behaviour.answered_rows(field, b)
    if rows_a is None or rows_b is None:
        return a, b
    both = rows_a & rows_b
    return behaviour.only_rows(field, a, both), behaviour.only_rows(field, b, both)
