"""A line of text, up to 500 characters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType
from practice.catalogue.fields.checks import SHORT, text_of
from practice.catalogue.fields.contract import Answer, AnswerView, Behaviour, ViewKind
from practice.catalogue.fields.inputs import text_input


class ShortText(Behaviour):
    """Kept exactly as typed."""

    kind = FieldType.SHORT_TEXT
    longest = SHORT

    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """One text input."""
        return {"": text_input()}

    def clean(self, field: FieldDefinition, raw: object) -> str | None:
        """Text of a permitted length."""
        return text_of(raw, self.longest)

    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """The words as written."""
        return AnswerView(ViewKind.TEXT, text=answer)


FIELD_TYPE = ShortText()
