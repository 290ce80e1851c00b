"""Several answers out of several, sometimes with a most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType, Option
from practice.catalogue.fields.checks import choices_of
from practice.catalogue.fields.contract import (
    Answer,
    AnswerView,
    Behaviour,
    ViewKind,
    is_skipped,
)
from practice.catalogue.fields.inputs import many_input


class MultiChoice(Behaviour):
    """Checkboxes; answers are kept in the order they are offered."""

    kind = FieldType.MULTI_CHOICE

    def offered(self, field: FieldDefinition) -> tuple[Option, ...]:
        """Every option that may be ticked."""
        return field.options

    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """One group of checkboxes."""
        return {"": many_input(self.offered(field))}

    def clean(self, field: FieldDefinition, raw: object) -> list[str] | None:
        """Known options, no more than ``max_choices``; too few is only unfinished, never an error."""
        return choices_of(raw, self.offered(field), field.max_choices)

    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """The labels ticked."""
        labels = {option.value: option.label for option in self.offered(field)}
        return AnswerView(ViewKind.ITEMS, items=tuple(labels[value] for value in answer))

    def is_answered(self, field: FieldDefinition, answer: Answer) -> bool:
        """True when at least one, and at least ``min_choices``, are ticked and none of them declines."""
        if not answer or is_skipped(answer):
            return False
        declines = {option.value for option in self.offered(field) if option.declines}
        return len(answer) >= field.min_choices and not declines.intersection(answer)


FIELD_TYPE = MultiChoice()
