"""How each kind of question is answered by hand: lines to write on, boxes to tick, circles to mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from practice.catalogue.definition import Column, FieldDefinition, FieldType, Option
from practice.reports.document import (
    Blank,
    BlankColumn,
    BlankTable,
    Boxes,
    BoxGroup,
    BoxGroups,
    Circles,
    Grid,
    GridRow,
    Lines,
)
from practice.reports.document.worksheet import Control

_LINES = {FieldType.SHORT_TEXT: 2, FieldType.LONG_TEXT: 6}
# Empty lines of a table on paper: enough to begin with, few enough for one page.
_FEWEST, _MOST = 3, 6
_TICKED_IN_A_CELL = 4
_IN_A_LINE = 64
_COLUMNS = ((13, 4), (21, 3), (36, 2))
_NARROW = {FieldType.RATING_0_10, FieldType.NUMBER, FieldType.DATE}


def control_of(field: FieldDefinition) -> Control:
    """Return how a question is answered on paper."""
    return _CONTROLS[field.answer_type](field)


def _lines(field: FieldDefinition) -> Control:
    return Lines(_LINES[field.answer_type])


def _blank(field: FieldDefinition) -> Control:
    return Blank(field.unit)


def _one_box(field: FieldDefinition) -> Control:
    return Boxes(("Yes",))


def _boxes(field: FieldDefinition) -> Control:
    labels = _labels(field.options)
    note = "Tick one." if field.answer_type is FieldType.SINGLE_CHOICE else _how_many(field)
    drawn = field.picture is not None
    return Boxes(labels, 1 if drawn else columns_for(labels), note, drawn)


def columns_for(labels: Sequence[str]) -> int:
    """Return in how many columns boxes stand: 0 sets short ones in one line."""
    if sum(len(label) + 6 for label in labels) <= _IN_A_LINE:
        return 0
    longest = max(map(len, labels))
    return next((columns for width, columns in _COLUMNS if longest <= width), 1)


def _how_many(field: FieldDefinition) -> str:
    if field.max_choices and field.min_choices == field.max_choices:
        return f"Tick {field.max_choices}."
    return f"Tick up to {field.max_choices}." if field.max_choices else "Tick all that fit."


def _groups(field: FieldDefinition) -> Control:
    groups = tuple(BoxGroup(g.label, _labels(g.options)) for g in field.groups)
    return BoxGroups(groups, _how_many(field))


def _rating(field: FieldDefinition) -> Control:
    return Circles(tuple(str(point) for point in range(11)), field.low, field.high)


def _grid(field: FieldDefinition) -> Control:
    scale = field.scale
    if scale is None:  # rated from the lowest to the highest number
        low, high = int(field.min or 0), int(field.max if field.max is not None else 10)
        points: tuple[str, ...] = tuple(str(point) for point in range(low, high + 1))
        return Grid(_rows(field), points, (), field.low, field.high)
    return Grid(_rows(field), _labels(scale.points), _labels(scale.extra), scale.low, scale.high)


def _rows(field: FieldDefinition) -> tuple[GridRow, ...]:
    made, group = [], ""
    for row in field.rows:
        made.append(GridRow(row.label, row.group if row.group != group else ""))
        group = row.group
    return tuple(made)


def _table(field: FieldDefinition) -> Control:
    columns = tuple(_column(column) for column in field.columns)
    if field.rows:
        return BlankTable(columns, tuple(row.label for row in field.rows))
    most = min(field.max_rows or _MOST, _MOST)
    return BlankTable(columns, empty_rows=max(min(_FEWEST, most), most, field.min_rows))


def _column(column: Column) -> BlankColumn:
    labels = _labels(column.options)
    if len(labels) > _TICKED_IN_A_CELL:
        return BlankColumn(column.label, key=labels)
    return BlankColumn(column.label, labels, narrow=column.type in _NARROW)


def _labels(options: Iterable[Option]) -> tuple[str, ...]:
    return tuple(option.label for option in options)


_CONTROLS: dict[FieldType, Callable[[FieldDefinition], Control]] = {
    FieldType.SHORT_TEXT: _lines,
    FieldType.LONG_TEXT: _lines,
    FieldType.SINGLE_CHOICE: _boxes,
    FieldType.MULTI_CHOICE: _boxes,
    FieldType.RATING_0_10: _rating,
    FieldType.LIKERT_MATRIX: _grid,
    FieldType.CLINICIAN_RATING: _grid,
    FieldType.EMOTION_WHEEL: _groups,
    FieldType.BODY_MAP: _boxes,
    FieldType.DATE: _blank,
    FieldType.NUMBER: _blank,
    FieldType.TABLE: _table,
    FieldType.CONSENT_CHECK: _one_box,
}
