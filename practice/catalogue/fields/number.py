"""A number within a range, with its unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType
from practice.catalogue.fields.checks import number_of
from practice.catalogue.fields.contract import Answer, AnswerView, Behaviour, ViewKind
from practice.catalogue.fields.inputs import text_input


class Number(Behaviour):
    """Typed as text, so that what was typed can be shown again when it is no number."""

    kind = FieldType.NUMBER

    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """One text input."""
        return {"": text_input()}

    def form_data_from_answer(self, field: FieldDefinition, answer: Answer) -> Mapping[str, Any]:
        """The number as it is written."""
        return {"": f"{answer}"}

    def clean(self, field: FieldDefinition, raw: object) -> int | float | None:
        """A number between the definition's ``min`` and ``max``."""
        return number_of(raw, field.min, field.max)

    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """The number and its unit."""
        return AnswerView(ViewKind.TEXT, text=f"{answer} {field.unit}".strip())


FIELD_TYPE = Number()
