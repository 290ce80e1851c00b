"""A calendar day, kept as ISO text."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType
from practice.catalogue.fields.checks import date_of
from practice.catalogue.fields.contract import Answer, AnswerView, Behaviour, ViewKind
from practice.catalogue.fields.inputs import text_input


class Date(Behaviour):
    """A day without a time or a zone."""

    kind = FieldType.DATE

    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """One date input."""
        return {"": text_input()}

    def clean(self, field: FieldDefinition, raw: object) -> str | None:
        """A date from 1900 to 2200."""
        return date_of(raw)

    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """The day in words."""
        return AnswerView(ViewKind.TEXT, text=in_words(answer))


def in_words(iso: str) -> str:
    """Return "Thu 12 March 2026" for "2026-03-12"."""
    day = datetime.date.fromisoformat(iso)
    return f"{day:%a} {day.day} {day:%B %Y}"


FIELD_TYPE = Date()
