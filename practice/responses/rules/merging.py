"""Putting two versions of one answer together, where that loses nothing of either."""

from __future__ import annotations

from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType
from practice.catalogue.fields import is_skipped

_BETWEEN = {FieldType.LONG_TEXT: "\n\n", FieldType.SHORT_TEXT: " / "}
_SEVERAL = frozenset({FieldType.MULTI_CHOICE, FieldType.BODY_MAP, FieldType.EMOTION_WHEEL})


def can_be_merged(field: FieldDefinition, saved: Any, typed: Any) -> bool:
    """Return whether both versions can stand in one answer: words and ticks can, a choice of one cannot."""
    if saved is None or typed is None or saved == typed or is_skipped(saved) or is_skipped(typed):
        return False
    return field.answer_type in _BETWEEN or field.answer_type in _SEVERAL


def merged(field: FieldDefinition, saved: Any, typed: Any) -> Any:
    """Return both versions as one answer, the saved one first; of two that cannot be merged the typed one.

    Words that already hold the other version stay as they are. The result may be longer than the question allows: its page then
    says so, and keeps it.
    """
    if not can_be_merged(field, saved, typed):
        return typed if typed is not None else saved
    if field.answer_type in _SEVERAL:
        return list(dict.fromkeys([*saved, *typed]))
    if saved in typed:
        return typed
    return saved if typed in saved else saved + _BETWEEN[field.answer_type] + typed
