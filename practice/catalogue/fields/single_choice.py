"""One answer out of several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType
from practice.catalogue.fields.checks import choice_of
from practice.catalogue.fields.contract import (
    Answer,
    AnswerView,
    Behaviour,
    ViewKind,
    is_skipped,
)
from practice.catalogue.fields.inputs import choice_input


class SingleChoice(Behaviour):
    """Radio buttons; an option that declines ("rather not say") is kept and counts as not answered."""

    kind = FieldType.SINGLE_CHOICE

    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """One group of radio buttons."""
        return {"": choice_input(field.options)}

    def clean(self, field: FieldDefinition, raw: object) -> str | None:
        """The value of a known option."""
        return choice_of(raw, field.options)

    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """The label of the option chosen."""
        labels = {option.value: option.label for option in field.options}
        return AnswerView(ViewKind.TEXT, text=labels[answer])

    def is_answered(self, field: FieldDefinition, answer: Answer) -> bool:
        """True for an option that is not a way of declining."""
        if answer is None or is_skipped(answer):
            return False
        return answer not in {option.value for option in field.options if option.declines}


FIELD_TYPE = SingleChoice()
