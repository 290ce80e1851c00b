"""Places in the body, as checkboxes beside a drawing."""

from __future__ import annotations

from practice.catalogue.definition import FieldType
from practice.catalogue.fields.multi_choice import MultiChoice


class BodyMap(MultiChoice):
    """As several choices; the drawing is decoration and carries no answer."""

    kind = FieldType.BODY_MAP


FIELD_TYPE = BodyMap()
