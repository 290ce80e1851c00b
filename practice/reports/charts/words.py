"""The same data as each chart, as a table and as sentences: what a screen reader, a printout and a test read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from practice.reports.charts.lettering import number, short_date, signed
from practice.reports.charts.scale import present
from practice.reports.charts.spec import (
    Bars,
    Chart,
    Circles,
    Dumbbells,
    Gap,
    GoalLines,
    HeatMap,
    Series,
    Sparkline,
    Trend,
    Value,
    Wheel,
)

_LONG = 8


@dataclass(frozen=True)
class DataTable:
    """Column headings and rows of words; the first cell of a row is its heading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def gap_of(row: Gap) -> float | None:
    """Return how far apart two answers lie, or None where one is missing."""
    a, b = present(row.a), present(row.b)
    return None if a is None or b is None else abs(a - b)


def by_gap(rows: Sequence[Gap]) -> list[Gap]:
    """Return rows with the widest gap first, equal gaps in the order asked, incomplete rows last."""
    return sorted(
        rows, key=lambda row: -1.0 if gap_of(row) is None else gap_of(row) or 0.0, reverse=True
    )


def describe(chart: Chart) -> str:
    """Return the chart's data as sentences, one for each row of its table."""
    table = data_table(chart)
    return " ".join(_sentence(table.columns[1:], row) for row in table.rows) or "No data yet."


def _sentence(columns: Sequence[str], row: Sequence[str]) -> str:
    cells = [f"{column} {cell}".strip() for column, cell in zip(columns, row[1:], strict=True)]
    return f"{row[0]}: {', '.join(cells)}."


@singledispatch
def data_table(chart: Chart) -> DataTable:
    """Return every value that ``chart`` draws; TypeError for what is not a chart."""
    raise TypeError(f"not a chart: {type(chart).__name__}")


def _dated(
    first: str,
    dates: Sequence[date],
    courses: Sequence[tuple[str, Sequence[Value]]],
    say: object = number,
) -> DataTable:
    """Dates run down when there are many, so that the table stays narrower than the page."""
    words = signed if say is signed else number
    held = [(label, [words(v) for v in values]) for label, values in courses]
    days = [short_date(day, year=True) for day in dates]
    if len(days) <= _LONG:
        rows = tuple((label, *_padded(values, len(days))) for label, values in held)
        return DataTable((first, *days), rows)
    columns = [_padded(values, len(days)) for _, values in held]
    return DataTable(
        ("Date", *(label for label, _ in held)),
        tuple((day, *(column[index] for column in columns)) for index, day in enumerate(days)),
    )


def _padded(values: Sequence[str], length: int) -> list[str]:
    return [*values[:length], *["–"] * (length - len(values))]


@data_table.register
def _(chart: Trend) -> DataTable:
    return _dated("Partner", chart.dates, [(s.name, s.values) for s in chart.series])


@data_table.register
def _(chart: GoalLines) -> DataTable:
    return _dated("Goal", chart.dates, [(g.label, g.values) for g in chart.goals], signed)


@data_table.register
def _(chart: Sparkline) -> DataTable:
    def ends(series: Series) -> tuple[str, str, str]:
        held = [value for value in series.values if present(value) is not None]
        return series.name, number(held[0] if held else None), number(held[-1] if held else None)

    return DataTable(("Partner", "first", "latest"), tuple(ends(series) for series in chart.series))


@data_table.register
def _(chart: Dumbbells) -> DataTable:
    return DataTable(
        ("Topic", chart.name_a, chart.name_b, "Apart by"),
        tuple((r.label, number(r.a), number(r.b), number(gap_of(r))) for r in by_gap(chart.rows)),
    )


@data_table.register
def _(chart: Wheel) -> DataTable:
    columns = [f"{p.name}, {moment}" for p in chart.profiles for moment in ("now", "wish")]
    values = [v for p in chart.profiles for v in (p.now, p.wish)]
    return DataTable(
        ("Part of life", *columns),
        tuple(
            (axis, *(number(v[i]) if i < len(v) else "–" for v in values))
            for i, axis in enumerate(chart.axes)
        ),
    )


@data_table.register
def _(chart: Bars) -> DataTable:
    return DataTable(
        ("What", chart.unit or "Done", "Out of"),
        tuple((row.label, number(row.value), number(row.of)) for row in chart.rows),
    )


@data_table.register
def _(chart: HeatMap) -> DataTable:
    """One cell for a week: seven cells a week would cost a report more time than all its charts."""
    rows = (
        (
            short_date(week, year=True),
            ", ".join(_padded([number(v) for v in days], len(chart.days))),
        )
        for week, days in zip(chart.weeks, chart.values, strict=False)
    )
    ends = f"{chart.days[0]} to {chart.days[-1]}" if chart.days else "Days"
    return DataTable(("Week from", ends), tuple(rows))


@data_table.register
def _(chart: Circles) -> DataTable:
    return DataTable(
        ("Partner", "Which", "Closeness, 1 to 7"),
        tuple((item.name, item.label, number(item.value)) for item in chart.items),
    )
