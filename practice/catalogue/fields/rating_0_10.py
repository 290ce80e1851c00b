"""A whole number from 0 to 10, as eleven radio buttons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType, Option
from practice.catalogue.fields.checks import whole_number_of
from practice.catalogue.fields.contract import Answer, AnswerView, Behaviour, ViewKind
from practice.catalogue.fields.inputs import choice_input

POINTS = tuple(Option(str(point), str(point)) for point in range(11))


class Rating(Behaviour):
    """Nothing is chosen to begin with, so that an untouched rating is no answer."""

    kind = FieldType.RATING_0_10

    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """Eleven radio buttons."""
        return {"": choice_input(POINTS)}

    def form_data_from_answer(self, field: FieldDefinition, answer: Answer) -> Mapping[str, Any]:
        """Radio buttons hold text."""
        return {"": str(answer)}

    def clean(self, field: FieldDefinition, raw: object) -> int | None:
        """A whole number from 0 to 10."""
        return whole_number_of(raw, 0, 10)

    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """The number with its range."""
        return AnswerView(ViewKind.TEXT, text=f"{answer} out of 10")


FIELD_TYPE = Rating()
