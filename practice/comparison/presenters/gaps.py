"""Numbers of both on one scale: a dumbbell chart, its sentence, and the same data as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from practice.catalogue.definition import Column, FieldDefinition, FieldType
from practice.catalogue.fields import is_skipped
from practice.catalogue.fields.table import ROW
from practice.reports import charts

Names = tuple[str, str]
Say = Callable[[Sequence[charts.Gap], "Ends", Names], str]

# Two answers this near to each other, as a share of the scale, are called close.
NEAR = 0.1
# A sentence that names more than this many topics is no sentence any more.
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of a scale, in numbers and in words."""

    low: float
    high: float
    low_words: str = ""
    high_words: str = ""


@dataclass(frozen=True)
class Comparison:
    """One chart with its sentence and the same data as a table."""

    title: str
    pattern: str
    source: str
    words: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Scored:
    """One set of rows that stand on the same scale."""

    title: str
    ends: Ends
    rows: tuple[charts.Gap, ...]


def scored(
    fields: Iterable[FieldDefinition], a: Mapping[str, Any], b: Mapping[str, Any]
) -> list[Scored]:
    """Return everything of two people's answers that stands on a scale; single questions of one scale stand together."""
    found: list[Scored] = []
    singles: dict[Ends, list[charts.Gap]] = {}
    for field in fields:
        found += _tables(field, a.get(field.key), b.get(field.key))
        ends = ends_of(field)
        if ends is None:
            continue
        if field.answer_type is FieldType.LIKERT_MATRIX:
            rows = tuple(_matrix_row(field, row, a, b) for row in field.rows)
            found.append(Scored(field.prompt, ends, rows))
        else:
            gap = charts.Gap(field.prompt, number(a.get(field.key)), number(b.get(field.key)))
            singles.setdefault(ends, []).append(gap)
    found += [Scored("Single questions", ends, tuple(rows)) for ends, rows in singles.items()]
    kept = (replace(one, rows=tuple(filter(_has_number, one.rows))) for one in found)
    return [one for one in kept if one.rows]


def only_of_both(found: Iterable[Scored]) -> list[Scored]:
    """Return the rows that both answered, and what is left of each set: a mark alone would tell of a silence."""
    kept = (
        replace(one, rows=tuple(r for r in one.rows if r.a is not None and r.b is not None))
        for one in found
    )
    return [one for one in kept if one.rows]


def comparison(found: Scored, names: Names, say: Say, *, width: float = 680) -> Comparison:
    """Draw one set of rows; ``say`` makes its sentence."""
    ends = found.ends
    chart = charts.Dumbbells(
        found.title, *names, found.rows, ends.low, ends.high, ends.low_words, ends.high_words
    )
    table = charts.data_table(chart)
    return Comparison(
        title=found.title,
        pattern=say(found.rows, ends, names),
        source=charts.as_data_uri(charts.dumbbells(chart, width=width)),
        words=f"{found.title}. {charts.describe(chart)}",
        columns=table.columns,
        rows=table.rows,
    )


def pattern(rows: Iterable[charts.Gap], low: float, high: float, names: Names) -> str:
    """Say which topics stand above the middle of the scale for both, for one alone, and for neither (care team).

    Topics that one of the two left out are not judged.
    """
    middle = (low + high) / 2
    groups: dict[str, list[str]] = {"both": [], "a": [], "b": [], "neither": []}
    for row in rows:
        if isinstance(row.a, int | float) and isinstance(row.b, int | float):
            above = (row.a > middle, row.b > middle)
            name = {(True, True): "both", (True, False): "a", (False, True): "b"}.get(above)
            groups[name or "neither"].append(row.label.rstrip("?"))
    words = (
        ("both", "for both"),
        ("a", f"for {names[0]} alone"),
        ("b", f"for {names[1]} alone"),
        ("neither", "for neither"),
    )
    said = [f"{whom}: {', '.join(groups[key])}" for key, whom in words if groups[key]]
    return f"Above the middle of the scale {'; '.join(said)}." if said else ""


def closeness(rows: Sequence[charts.Gap], ends: Ends) -> str:
    """Say where two people stand close to each other, and then where they are furthest apart: what is alike comes first."""
    apart = {
        row.label: abs(row.a - row.b)
        for row in rows
        if isinstance(row.a, int | float) and isinstance(row.b, int | float)
    }
    if not apart:
        return ""
    near = (ends.high - ends.low) * NEAR
    close = [label for label, gap in apart.items() if gap <= near]
    sentences = []
    if close:
        sentences.append("Close to each other: " + _listed(close))
    widest = max(apart.values())
    if widest > near:
        far = [label for label, gap in apart.items() if gap == widest]
        sentences.append("Furthest apart, and worth asking about: " + _listed(far))
    return " ".join(sentences)


def ends_of(field: FieldDefinition) -> Ends | None:
    """Return the scale of a question, or None where its answers are no numbers on one."""
    if field.type is FieldType.RATING_0_10:
        return Ends(0, 10, field.low, field.high)
    if field.answer_type is FieldType.LIKERT_MATRIX and field.scale:
        points = [number(point.value) for point in field.scale.points]
        return _between(points, field.scale.low, field.scale.high)
    if field.answer_type is FieldType.SINGLE_CHOICE:
        offered = [number(o.value) for o in field.options if not o.declines]
        return _between(offered, field.low, field.high)
    return None


def number(value: object) -> float | None:
    """Return a stored answer as a number, or None where it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _listed(labels: Sequence[str]) -> str:
    named = ", ".join(labels[:_MOST_NAMED])
    more = len(labels) - _MOST_NAMED
    return f"{named}, and {more} more." if more > 0 else f"{named}."


def _between(points: list[float | None], low: str, high: str) -> Ends | None:
    known = [p for p in points if p is not None]
    if len(known) < 2 or len(known) < len(points):
        return None
    return Ends(min(known), max(known), low, high)


def _matrix_row(
    field: FieldDefinition, row: Any, a: Mapping[str, Any], b: Mapping[str, Any]
) -> charts.Gap:
    return charts.Gap(row.label, *(_point(one.get(field.key), row.value) for one in (a, b)))


def _point(answer: Any, row: str) -> float | None:
    return number(answer.get(row)) if isinstance(answer, Mapping) else None


def _has_number(row: charts.Gap) -> bool:
    return row.a is not None or row.b is not None


def _tables(field: FieldDefinition, a: Any, b: Any) -> list[Scored]:
    """The rated columns of a table whose lines have a counterpart: a fixed row, or one that was chosen from a list."""
    if field.answer_type is not FieldType.TABLE or field.type is FieldType.PREDICT:
        return []
    named = _line_names(field)
    if named is None:
        return []
    by, labels = named
    return [
        Scored(
            f"{field.prompt}: {column.label}",
            _column_ends(column),
            tuple(
                charts.Gap(label, _cell(a, by, value, column), _cell(b, by, value, column))
                for value, label in labels.items()
            ),
        )
        for column in field.columns
        if column.type is FieldType.RATING_0_10
    ]


def _line_names(field: FieldDefinition) -> tuple[str, dict[str, str]] | None:
    if field.rows:
        return ROW, {row.value: row.label for row in field.rows}
    chosen = [c for c in field.columns if c.type is FieldType.SINGLE_CHOICE]
    if len(chosen) != 1:
        return None
    return chosen[0].key, {option.value: option.label for option in chosen[0].options}


def _column_ends(column: Column) -> Ends:
    return Ends(0 if column.min is None else column.min, 10 if column.max is None else column.max)


def _cell(answer: Any, by: str, value: str, column: Column) -> float | None:
    """The number on the line named ``value``; of several such lines, the highest."""
    if not answer or is_skipped(answer):
        return None
    found = [number(line.get(column.key)) for line in answer if line.get(by) == value]
    return max((n for n in found if n is not None), default=None)
