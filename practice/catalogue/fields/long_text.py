"""A box of text, up to 20,000 characters."""

from __future__ import annotations

from practice.catalogue.definition import FieldType
from practice.catalogue.fields.checks import LONG
from practice.catalogue.fields.short_text import ShortText


class LongText(ShortText):
    """As a line of text, with room for more."""

    kind = FieldType.LONG_TEXT
    longest = LONG


FIELD_TYPE = LongText()
