"""A guess of the other person's answer; it has the shape of the question that it guesses."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType
from practice.catalogue.fields import (
    emotion_wheel,
    likert_matrix,
    long_text,
    multi_choice,
    short_text,
    single_choice,
    table,
)
from practice.catalogue.fields.contract import Answer, AnswerView, Behaviour

_SHAPES: Mapping[FieldType, Behaviour] = {
    module.FIELD_TYPE.kind: module.FIELD_TYPE
    for module in (
        emotion_wheel,
        likert_matrix,
        long_text,
        multi_choice,
        short_text,
        single_choice,
        table,
    )
}


class Predict(Behaviour):
    """Everything is asked of the shape; ``definition`` carries its own options, rows and scale."""

    kind = FieldType.PREDICT

    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """The inputs of the shape."""
        return _shape(field).inputs(field)

    def typed(self, field: FieldDefinition, data: Mapping[str, Any]) -> Answer | None:
        """As the shape reads its inputs."""
        return _shape(field).typed(field, data)

    def form_data_from_answer(self, field: FieldDefinition, answer: Answer) -> Mapping[str, Any]:
        """As the shape fills its inputs."""
        return _shape(field).form_data_from_answer(field, answer)

    def clean(self, field: FieldDefinition, raw: object) -> Answer | None:
        """As the shape checks."""
        return _shape(field).clean(field, raw)

    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """As the shape reads."""
        return _shape(field).display(field, answer)

    def is_answered(self, field: FieldDefinition, answer: Answer) -> bool:
        """As the shape decides."""
        return _shape(field).is_answered(field, answer)

    def answered_rows(self, field: FieldDefinition, answer: Answer) -> frozenset[str] | None:
        """The rows of the shape."""
        return _shape(field).answered_rows(field, answer)

    def only_rows(self, field: FieldDefinition, answer: Answer, rows: Collection[str]) -> Answer:
        """As the shape leaves rows out."""
        return _shape(field).only_rows(field, answer, rows)


def _shape(field: FieldDefinition) -> Behaviour:
    return _SHAPES[field.shape or FieldType.SHORT_TEXT]


FIELD_TYPE = Predict()
