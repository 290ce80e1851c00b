"""Lines that the clinician rates with whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType, Option
from practice.catalogue.fields.checks import known_keys, mapping_of, whole_number_of
from practice.catalogue.fields.contract import Answer, AnswerView, Behaviour, ViewKind
from practice.catalogue.fields.inputs import choice_input


class ClinicianRating(Behaviour):
    """One set of radio buttons a row, from the definition's ``min`` to its ``max``."""

    kind = FieldType.CLINICIAN_RATING

    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """One group of radio buttons for each row."""
        return {row.value: choice_input(self.points(field)) for row in field.rows}

    def typed(self, field: FieldDefinition, data: Mapping[str, Any]) -> dict[str, Any]:
        """The chosen number of each row."""
        return {row.value: data.get(row.value) for row in field.rows}

    def form_data_from_answer(self, field: FieldDefinition, answer: Answer) -> Mapping[str, Any]:
        """Radio buttons hold text."""
        return {row: str(value) for row, value in answer.items()}

    def clean(self, field: FieldDefinition, raw: object) -> dict[str, int] | None:
        """Known rows with whole numbers in range."""
        given = mapping_of(raw)
        known_keys(given, (row.value for row in field.rows))
        low, high = self.range_of(field)
        rated = {
            row.value: whole_number_of(given.get(row.value), low, high, row.value)
            for row in field.rows
        }
        return {row: value for row, value in rated.items() if value is not None} or None

    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """Each rated row with its number and the highest possible."""
        _, high = self.range_of(field)
        rows = (
            (row.label, f"{answer[row.value]} of {high}")
            for row in field.rows
            if row.value in answer
        )
        return AnswerView(ViewKind.ROWS, rows=tuple(rows))

    def points(self, field: FieldDefinition) -> tuple[Option, ...]:
        """The whole numbers that may be given."""
        low, high = self.range_of(field)
        return tuple(Option(str(value), str(value)) for value in range(low, high + 1))

    def range_of(self, field: FieldDefinition) -> tuple[int, int]:
        """The lowest and the highest number."""
        return int(field.min or 0), int(field.max if field.max is not None else 10)


FIELD_TYPE = ClinicianRating()
