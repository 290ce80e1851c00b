"""Questions as they stand on paper, numbered, each with the names of the inputs it is entered in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from practice.catalogue.definition import FieldDefinition, FieldType
from practice.catalogue.fields import behaviour_of
from practice.catalogue.fields.table import lines_possible
from practice.catalogue.forms import input_name

# Buttons and counters are for the screen alone.
_NOT_ON_PAPER = {"add", "shown"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One input: its number and words on the paper, and its name in the form."""

    number: str
    label: str
    name: str
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One question: a single input, several numbered rows, or a grid of lines and columns."""

    number: str
    prompt: str
    hint: str
    key: str
    rows: tuple[Cell, ...] = ()
    columns: tuple[str, ...] = ()
    grid: tuple[tuple[str, tuple[Cell, ...]], ...] = ()


def items(fields: Iterable[FieldDefinition]) -> list[Item]:
    """Return the questions with their numbers: 1, 2, and 2.1 for the first row of the second."""
    return [_item(str(number), field) for number, field in enumerate(fields, start=1)]


def _item(number: str, field: FieldDefinition) -> Item:
    if field.answer_type is FieldType.TABLE:
        return Item(
            number,
            field.prompt,
            field.hint,
            field.key,
            columns=tuple(column.label for column in field.columns),
            grid=tuple(_line(number, field, line) for line in range(lines_possible(field))),
        )
    return Item(number, field.prompt, field.hint, field.key, rows=tuple(_rows(number, field)))


def _line(number: str, field: FieldDefinition, line: int) -> tuple[str, tuple[Cell, ...]]:
    label = field.rows[line].label if field.rows else f"Line {line + 1}"
    here = f"{number}.{line + 1}"
    cells = tuple(
        Cell(here, f"{label}, {column.label}", input_name(field.key, f"{line}__{column.key}"))
        for column in field.columns
    )
    return f"{here} {label}" if field.rows else here, cells


def _rows(number: str, field: FieldDefinition) -> Iterable[Cell]:
    suffixes = [s for s in behaviour_of(field).inputs(field) if s not in _NOT_ON_PAPER]
    labels = {row.value: row.label for row in field.rows}
    is_long = field.answer_type is FieldType.LONG_TEXT
    for place, suffix in enumerate(suffixes, start=1):
        alone = suffix == ""
        yield Cell(
            number if alone else f"{number}.{place}",
            field.prompt if alone else labels.get(suffix, suffix),
            input_name(field.key, suffix),
            is_long,
        )
