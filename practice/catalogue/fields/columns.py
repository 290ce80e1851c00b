"""The cells of a table: for each column type an input, a check and the words to read."""

from __future__ import annotations

from typing import Any

from practice.catalogue.definition import Column, FieldType
from practice.catalogue.fields.checks import (
    SHORT,
    choice_of,
    date_of,
    number_of,
    text_of,
    whole_number_of,
)
from practice.catalogue.fields.date import in_words
from practice.catalogue.fields.inputs import choice_input, text_input
from practice.catalogue.fields.rating_0_10 import POINTS


def cell_input(column: Column) -> Any:
    """Radio buttons for a choice, a text input for everything else (a rating is a short list)."""
    if column.type is FieldType.SINGLE_CHOICE:
        return choice_input(column.options)
    if column.type is FieldType.RATING_0_10:
        return choice_input(POINTS)
    return text_input()


def cell_value(column: Column, raw: object, at: str) -> Any:
    """Return the checked value of one cell, or None when it is empty; raise ``AnswerInvalid``."""
    match column.type:
        case FieldType.SINGLE_CHOICE:
            return choice_of(raw, column.options, at)
        case FieldType.RATING_0_10:
            return whole_number_of(raw, 0, 10, at)
        case FieldType.NUMBER:
            return number_of(raw, column.min, column.max, at)
        case FieldType.DATE:
            return date_of(raw, at)
        case _:
            return text_of(raw, SHORT, at)


def cell_words(column: Column, value: Any) -> str:
    """Return the words of one cell; an empty cell reads as nothing."""
    if value is None:
        return ""
    if column.type is FieldType.SINGLE_CHOICE:
        return {option.value: option.label for option in column.options}[value]
    return in_words(value) if column.type is FieldType.DATE else str(value)


def typed_again(value: Any) -> str:
    """Return what the cell's input should hold."""
    return str(value)
