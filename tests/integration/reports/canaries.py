"""Answers in which every free text is a word that stands nowhere else, so that a report shows what it took up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from practice.catalogue.definition import ExerciseDefinition, FieldDefinition, FieldType
from tests.factories.homework import plausible_answer

TEXTS = (FieldType.SHORT_TEXT, FieldType.LONG_TEXT)


def canary(*names: str) -> str:
    """Return the one word of a place; capitals and digits are never hyphenated."""
    return "C" + hashlib.sha256("|".join(names).encode()).hexdigest()[:11].upper()


def answers(definition: ExerciseDefinition, side: str) -> dict[str, Any]:
    """Return an answer to every question that a person answers, with canaries where words are."""
    given = {
        f.key: answer(definition.slug, f, side) for f in definition.fields if f.by != "clinician"
    }
    for field in definition.fields:
        if field.condition and field.by != "clinician":
            # So that what is asked on a condition is asked.
            controller = definition.field(field.condition.field)
            chosen = field.condition.any_of[0]
            if controller.type is FieldType.SINGLE_CHOICE:
                given[controller.key] = chosen
            elif controller.type is FieldType.MULTI_CHOICE:
                given[controller.key] = sorted({*given[controller.key], chosen})
    return given


def answer(slug: str, field: FieldDefinition, side: str) -> Any:
    """Return one answer of the right shape."""
    if field.answer_type in TEXTS:
        return f"A word {canary(slug, field.key, side)} of mine."
    plain = plausible_answer(field)
    if field.answer_type is FieldType.TABLE:
        words = {c.key for c in field.columns if c.type in TEXTS}
        return [
            {k: canary(slug, field.key, side) if k in words else v for k, v in line.items()}
            for line in plain
        ]
    return plain


def has_words(field: FieldDefinition) -> bool:
    """Return whether a canary can stand in an answer to this question."""
    of_table = field.answer_type is FieldType.TABLE and any(c.type in TEXTS for c in field.columns)
    return field.answer_type in TEXTS or of_table


def every(
    definitions: Iterator[ExerciseDefinition] | list[ExerciseDefinition],
) -> dict[str, tuple[str, str, str]]:
    """Return every canary there can be, with (exercise, question, side)."""
    return {
        canary(d.slug, f.key, side): (d.slug, f.key, side)
        for d in definitions
        for f in d.fields
        if f.by != "clinician" and has_words(f)
        for side in "ab"
    }
