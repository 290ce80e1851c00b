"""One sentence to agree to, with a tick."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType
from practice.catalogue.fields.checks import unreadable
from practice.catalogue.fields.contract import Answer, AnswerView, Behaviour, ViewKind
from practice.catalogue.fields.inputs import tick_input


class ConsentCheck(Behaviour):
    """Ticked is true; not ticked is no answer, never a refusal."""

    kind = FieldType.CONSENT_CHECK

    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """One checkbox."""
        return {"": tick_input()}

    def clean(self, field: FieldDefinition, raw: object) -> bool | None:
        """True, or nothing."""
        if raw is None or raw == "":
            return None
        if not isinstance(raw, bool):
            raise unreadable()
        return raw or None

    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """The word for a tick."""
        return AnswerView(ViewKind.TEXT, text="Agreed")

    def is_answered(self, field: FieldDefinition, answer: Answer) -> bool:
        """True only for a tick."""
        return answer is True


FIELD_TYPE = ConsentCheck()
