"""Feeling words on two levels: core feelings, and the nuances within each."""

from __future__ import annotations

from practice.catalogue.definition import FieldDefinition, FieldType, Option
from practice.catalogue.fields.multi_choice import MultiChoice


class EmotionWheel(MultiChoice):
    """A core word may be chosen, a nuance, or both."""

    kind = FieldType.EMOTION_WHEEL

    def offered(self, field: FieldDefinition) -> tuple[Option, ...]:
        """Each core word followed by its nuances."""
        return tuple(
            option
            for group in field.groups
            for option in (Option(group.value, group.label), *group.options)
        )


FIELD_TYPE = EmotionWheel()
