"""Several lines answered on the same scale."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType, Option
from practice.catalogue.fields.checks import choice_of, known_keys, mapping_of
from practice.catalogue.fields.contract import (
    Answer,
    AnswerView,
    Behaviour,
    ViewKind,
    is_skipped,
)
from practice.catalogue.fields.inputs import choice_input


class LikertMatrix(Behaviour):
    """One set of radio buttons a row; a row left out is unanswered, an extra point is no score."""

    kind = FieldType.LIKERT_MATRIX

    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """One group of radio buttons for each row."""
        return {row.value: choice_input(self.points(field)) for row in field.rows}

    def typed(self, field: FieldDefinition, data: Mapping[str, Any]) -> dict[str, Any]:
        """The chosen point of each row."""
        return {row.value: data.get(row.value) for row in field.rows}

    def form_data_from_answer(self, field: FieldDefinition, answer: Answer) -> Mapping[str, Any]:
        """Each row's own input."""
        return dict(answer)

    def clean(self, field: FieldDefinition, raw: object) -> dict[str, str] | None:
        """Known rows with known points, in the order they are asked."""
        given = mapping_of(raw)
        known_keys(given, (row.value for row in field.rows))
        points = self.points(field)
        chosen = {
            row.value: choice_of(given.get(row.value), points, row.value) for row in field.rows
        }
        return {row: point for row, point in chosen.items() if point is not None} or None

    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """Each answered row with the point's label."""
        labels = {point.value: self.label_of(field, point) for point in self.points(field)}
        rows = ((row.label, labels[answer[row.value]]) for row in field.rows if row.value in answer)
        return AnswerView(ViewKind.ROWS, rows=tuple(rows))

    def is_answered(self, field: FieldDefinition, answer: Answer) -> bool:
        """True when at least one row has a point that counts."""
        return bool(self.answered_rows(field, answer))

    def answered_rows(self, field: FieldDefinition, answer: Answer) -> frozenset[str]:
        """The rows whose point is not a way of declining."""
        if answer is None or is_skipped(answer):
            return frozenset()
        declines = {point.value for point in self.points(field) if point.declines}
        return frozenset(row for row, point in answer.items() if point not in declines)

    def only_rows(self, field: FieldDefinition, answer: Answer, rows: Collection[str]) -> Answer:
        """The answer with only ``rows``."""
        return {row: point for row, point in answer.items() if row in rows}

    def points(self, field: FieldDefinition) -> tuple[Option, ...]:
        """The points of the scale, then those that are no score."""
        if field.scale is None:
            return ()
        extra = tuple(
            Option(point.value, point.label, declines=True) for point in field.scale.extra
        )
        return field.scale.points + extra

    def label_of(self, field: FieldDefinition, point: Option) -> str:
        """The point's label, with the words of the end it stands at."""
        scale = field.scale
        if scale is None or not scale.points:
            return point.label
        ends = {scale.points[0].value: scale.low, scale.points[-1].value: scale.high}
        words = ends.get(point.value, "")
        return f"{point.label} ({words})" if words and words != point.label else point.label


FIELD_TYPE = LikertMatrix()
