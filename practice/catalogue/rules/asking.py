"""Which questions a person is asked. A function of that person's own answers and consents only (D8)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from practice.catalogue.definition import (
    Audience,
    Column,
    Condition,
    ExerciseDefinition,
    FieldDefinition,
    Needs,
    Option,
    Stage,
)
from practice.catalogue.fields import Answer, behaviour_of, is_skipped


def possible_fields(
    definition: ExerciseDefinition,
    *,
    audience: Audience,
    has_sexual_consent: bool,
    stage: Stage | None = None,
    opted_out: Collection[str] = (),
) -> tuple[FieldDefinition, ...]:
    """Return the questions that may come up on this person's pages, whatever they answer, in order.

    The author and the partner get the questions that they write; the clinician reads every one. Without the author's own
    consent to sexual content the questions that need it are left out, except for the clinician, who reads what was given.
    Questions with pages of their own (``FieldDefinition.flow``) are never among them.

    ``stage`` None means both. ``opted_out`` names what the person opted out of (``Row.opt_out``); those lines are left out.
    """
    chosen = []
    for field in definition.fields:
        if field.flow is not None or (stage is not None and field.stage is not stage):
            continue
        if not _is_for(field, audience):
            continue
        if audience is Audience.CLINICIAN or _consented(definition, field, has_sexual_consent):
            chosen.append(_without_rows(field, opted_out))
    return tuple(field for field in chosen if field is not None)


def visible_fields(
    definition: ExerciseDefinition,
    answers: Mapping[str, Answer],
    *,
    audience: Audience,
    has_sexual_consent: bool,
    stage: Stage | None = None,
    opted_out: Collection[str] = (),
) -> tuple[FieldDefinition, ...]:
    """Return those of the :func:`possible_fields` whose condition is met by ``answers``.

    ``answers`` are those of whoever is asked; nobody else's may be passed.
    """
    possible = possible_fields(
        definition,
        audience=audience,
        has_sexual_consent=has_sexual_consent,
        stage=stage,
        opted_out=opted_out,
    )
    return tuple(field for field in possible if is_asked(definition, field, answers))


def is_asked(
    definition: ExerciseDefinition, field: FieldDefinition, answers: Mapping[str, Answer]
) -> bool:
    """Return whether the condition of a question is met, and that of the question it looks at, and so on."""
    condition = field.condition
    if condition is None:
        return True
    if not is_asked(definition, definition.field(condition.field), answers):
        return False
    return _matches(condition, answers.get(condition.field))


def only_asked(
    fields: Iterable[FieldDefinition], answers: Mapping[str, Answer]
) -> dict[str, Answer]:
    """Return the answers to ``fields`` alone: what a submission keeps when a condition has changed."""
    kept: dict[str, Answer] = {}
    for field in fields:
        answer = answers.get(field.key)
        if answer is None:
            continue
        if field.rows and not is_skipped(answer):
            rows = {row.value for row in field.rows}
            answer = behaviour_of(field).only_rows(field, answer, rows)
        if answer not in ({}, []):
            kept[field.key] = answer
    return kept


def names_partners(field: FieldDefinition) -> bool:
    """Return whether options of a question stand for the two people, so that it is read with their names."""
    return field.partners or any(column.partners for column in field.columns)


def with_partner_names(field: FieldDefinition, a: str, b: str) -> FieldDefinition:
    """Return the question with the two people's names in place of A and B where its options mean them."""
    if not names_partners(field):
        return field
    columns = tuple(_named_column(column, a, b) for column in field.columns)
    options = _named(field.options, a, b) if field.partners else field.options
    return replace(field, options=options, columns=columns)


def _is_for(field: FieldDefinition, audience: Audience) -> bool:
    return audience is Audience.CLINICIAN or field.by is audience


def _consented(
    definition: ExerciseDefinition, field: FieldDefinition, has_sexual_consent: bool
) -> bool:
    needed = Needs.SEXUAL_CONTENT_CONSENT in {definition.needs, field.needs}
    return has_sexual_consent or not needed


def _matches(condition: Condition, answer: Answer) -> bool:
    if answer is None or is_skipped(answer):
        return False
    given: list[Any] = answer if isinstance(answer, list) else [answer]
    return any(_as_value(one) in condition.any_of for one in given)


def _as_value(answer: object) -> str:
    return str(answer).lower() if isinstance(answer, bool) else str(answer)


def _without_rows(field: FieldDefinition, opted_out: Collection[str]) -> FieldDefinition | None:
    rows = tuple(row for row in field.rows if not row.opt_out or row.opt_out not in opted_out)
    if len(rows) == len(field.rows):
        return field
    return replace(field, rows=rows) if rows else None


def _named_column(column: Column, a: str, b: str) -> Column:
    return replace(column, options=_named(column.options, a, b)) if column.partners else column


def _named(options: tuple[Option, ...], a: str, b: str) -> tuple[Option, ...]:
    names = {"a": a, "b": b}
    return tuple(replace(option, label=names.get(option.value, option.label)) for option in options)
