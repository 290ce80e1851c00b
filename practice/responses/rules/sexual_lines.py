"""Lines of a table that hold sexual content although their question does not: showing them needs what sexual work needs.

Source: clinical catalogue, introduction: any showing to the partner needs G1, of sexual content G2, whatever the exercise's own gate.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from practice.catalogue.definition import ExerciseDefinition, FieldDefinition, Gate
from practice.catalogue.fields import is_skipped


@dataclass(frozen=True, slots=True)
class SexualLines:
    """The question, and the column and values that mark a line as sexual content."""

    key: str
    column: str
    values: frozenset[str]


LINES: Mapping[str, SexualLines] = {
    "hb-boundaries": SexualLines("limits", "area", frozenset({"sex"})),
}


def within_gates(
    definition: ExerciseDefinition, answers: Mapping[str, Any], gates: Collection[Gate]
) -> dict[str, Any]:
    """Return answers without the lines whose showing needs a gate that is closed."""
    marked = LINES.get(definition.slug)
    if marked is None or Gate.G2 in gates or not has_sexual_lines(definition, answers):
        return dict(answers)
    kept = [line for line in answers[marked.key] if line.get(marked.column) not in marked.values]
    return {**answers, marked.key: kept}


def has_sexual_lines(definition: ExerciseDefinition, answers: Mapping[str, Any]) -> bool:
    """Return whether any line of an answer is of sexual content."""
    marked = LINES.get(definition.slug)
    answer = answers.get(marked.key) if marked else None
    if marked is None or not answer or is_skipped(answer):
        return False
    return any(line.get(marked.column) in marked.values for line in answer)


def gated_keys(definition: ExerciseDefinition, *answers: Mapping[str, Any]) -> frozenset[str]:
    """Return the questions that stand open only as long as sexual work does, though their exercise asks for less.

    Only lines that are shown count. Were a line that its author keeps back counted too, what closes again with sexual work would
    tell the other that there is one.
    """
    marked = LINES.get(definition.slug)
    if marked is None:
        return frozenset()
    field = definition.field(marked.key)
    shown = [{marked.key: _shown_lines(field, one.get(marked.key))} for one in answers]
    if not any(has_sexual_lines(definition, one) for one in shown):
        return frozenset()
    return frozenset({marked.key})


def _shown_lines(field: FieldDefinition, answer: Any) -> list[Mapping[str, Any]]:
    if not answer or is_skipped(answer):
        return []
    rule = field.release_rows
    return [line for line in answer if rule is None or line.get(rule.column) in rule.values]
