"""Repeated lines of typed columns, or one line for each fixed row.

An answer is a list of ``{column: value}``; with fixed rows each also carries ``"row"``. Lines with nothing in
them are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from practice.catalogue.definition import Column, FieldDefinition, FieldType
from practice.catalogue.fields.checks import known_keys, mapping_of, unreadable
from practice.catalogue.fields.columns import cell_input, cell_value, cell_words, typed_again
from practice.catalogue.fields.contract import (
    Answer,
    AnswerInvalid,
    AnswerView,
    Behaviour,
    ViewKind,
    is_skipped,
)
from practice.catalogue.fields.inputs import button_input, count_input, line_button

ROW = "row"
MOST_LINES = 12


class Table(Behaviour):
    """Every possible line has inputs; the page shows those in use, and one more when asked."""

    kind = FieldType.TABLE

    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """``<line>__<column>`` for every line, the number of lines shown, and the buttons to add one and to take one out."""
        cells = {
            f"{line}__{column.key}": cell_input(column)
            for line in range(lines_possible(field))
            for column in field.columns
        }
        if field.rows:
            return cells
        buttons = {"add": button_input(), "out": line_button()}
        return {**cells, "shown": count_input(), **buttons}

    def typed(self, field: FieldDefinition, data: Mapping[str, Any]) -> list[dict[str, Any]]:
        """One mapping a line, empty lines included so that errors keep their place."""
        return [
            {column.key: data.get(f"{line}__{column.key}") for column in field.columns}
            | ({ROW: field.rows[line].value} if field.rows else {})
            for line in range(lines_possible(field))
        ]

    def form_data_from_answer(self, field: FieldDefinition, answer: Answer) -> Mapping[str, Any]:
        """Each cell's own input."""
        places = {row.value: place for place, row in enumerate(field.rows)}
        data: dict[str, Any] = {} if field.rows else {"shown": len(answer)}
        for order, line in enumerate(answer):
            place = places[line[ROW]] if field.rows else order
            for column in field.columns:
                if column.key in line:
                    data[f"{place}__{column.key}"] = typed_again(line[column.key])
        return data

    def clean(self, field: FieldDefinition, raw: object) -> list[dict[str, Any]] | None:
        """Lines with something in them, each cell checked by its column's type."""
        if raw is None or raw == "":
            return None
        if not isinstance(raw, list) or len(raw) > lines_possible(field):
            raise unreadable() if not isinstance(raw, list) else _too_many(field)
        lines = [_clean_line(field, order, mapping_of(line)) for order, line in enumerate(raw)]
        kept = [line for line in lines if set(line) - {ROW}]
        if len({line[ROW] for line in kept if ROW in line}) < len(kept) and field.rows:
            raise unreadable()
        return kept or None

    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """A table of words, or label and words where there is one column for fixed rows."""
        labels = {row.value: row.label for row in field.rows}
        words = [
            tuple(cell_words(column, line.get(column.key)) for column in field.columns)
            for line in answer
        ]
        if not field.rows:
            columns = tuple(column.label for column in field.columns)
            return AnswerView(ViewKind.TABLE, columns=columns, lines=tuple(words))
        named = [labels[line[ROW]] for line in answer]
        if len(field.columns) == 1:
            pairs = ((name, cells[0]) for name, cells in zip(named, words, strict=True))
            return AnswerView(ViewKind.ROWS, rows=tuple(pairs))
        columns = ("", *(column.label for column in field.columns))
        lines = tuple((name, *cells) for name, cells in zip(named, words, strict=True))
        return AnswerView(ViewKind.TABLE, columns=columns, lines=lines)

    def is_answered(self, field: FieldDefinition, answer: Answer) -> bool:
        """True when at least one line holds something."""
        return bool(answer) and not is_skipped(answer)

    def answered_rows(self, field: FieldDefinition, answer: Answer) -> frozenset[str] | None:
        """The fixed rows with something in them; free lines have no counterpart to be matched with."""
        if not field.rows:
            return None
        if not self.is_answered(field, answer):
            return frozenset()
        return frozenset(line[ROW] for line in answer)

    def only_rows(self, field: FieldDefinition, answer: Answer, rows: Collection[str]) -> Answer:
        """The lines of ``rows``."""
        return [line for line in answer if line.get(ROW) in rows]


def lines_possible(field: FieldDefinition) -> int:
    """How many lines the table may have."""
    return len(field.rows) or field.max_rows or MOST_LINES


def _clean_line(field: FieldDefinition, order: int, line: dict[str, object]) -> dict[str, Any]:
    known_keys(line, [column.key for column in field.columns] + ([ROW] if field.rows else []))
    cells = {column.key: _cell(column, line.get(column.key), order) for column in field.columns}
    kept = {key: value for key, value in cells.items() if value is not None}
    if not field.rows:
        return kept
    row = line.get(ROW)
    if row not in {known.value for known in field.rows}:
        raise unreadable()
    return {ROW: row, **kept}


def _cell(column: Column, raw: object, order: int) -> Any:
    return cell_value(column, raw, f"{order}__{column.key}")


def _too_many(field: FieldDefinition) -> AnswerInvalid:
    return AnswerInvalid(
        f"There is room for {lines_possible(field)} lines here. Take one out to go on."
    )


FIELD_TYPE = Table()
