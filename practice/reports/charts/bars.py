"""Small horizontal bars: counts out of a whole, with the count in words beside each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from practice.reports.charts.frame import BODY
from practice.reports.charts.lettering import number, width_of
from practice.reports.charts.palette import LIGHT, Palette
from practice.reports.charts.rows import label, label_room
from practice.reports.charts.scale import present
from practice.reports.charts.spec import Bar, Bars
from practice.reports.charts.svg import drawing, rectangle, text
from practice.reports.charts.words import describe

_ROW = 30
_THICK = 11
_TINY = 200


def bars(chart: Bars, *, width: float = 640, palette: Palette = LIGHT) -> str:
    """Return the bars as SVG; below 200 wide only the bars are drawn, for a table row that has the words."""
    tiny = width < _TINY
    row_height = 10 if tiny else _ROW
    left = 0.0 if tiny else label_room((row.label for row in chart.rows), width, 0.42) + 20
    words = [f"{number(row.value)} of {number(row.of)}" for row in chart.rows]
    right = (
        width if tiny else width - max((width_of(word, BODY) for word in words), default=0.0) - 14
    )
    parts = chain.from_iterable(
        _row(row, word, (index + 0.5) * row_height, left, right, width, palette)
        for index, (row, word) in enumerate(zip(chart.rows, words, strict=True))
    )
    return drawing(width, max(row_height * len(chart.rows), 4), chart.title, describe(chart), parts)


def _row(
    row: Bar, words: str, y: float, left: float, right: float, width: float, palette: Palette
) -> Iterator[str]:
    thick = _THICK if left else 6
    value, whole = present(row.value), present(row.of)
    share = min(max(value / whole, 0.0), 1.0) if value is not None and whole else 0.0
    yield rectangle(left, y - thick / 2, right - left, thick, fill=palette.line, radius=thick / 2)
    if share:
        filled = max((right - left) * share, thick)
        yield rectangle(
            left, y - thick / 2, filled, thick, fill=palette.of(row.side), radius=thick / 2
        )
    if left:
        yield from label(row.label, y, left - 20, palette)
        yield text(width, y + 4.5, words, fill=palette.ink, size=BODY, anchor="end", weight=600)
