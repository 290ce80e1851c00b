"""Two partners on each topic, joined by a bar, the widest gap first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from practice.reports.charts.frame import SMALL
from practice.reports.charts.lettering import number
from practice.reports.charts.palette import LIGHT, Palette, marker
from practice.reports.charts.rows import end_words, key_start, label, label_room, partner_key
from practice.reports.charts.scale import Scale, present, ticks
from practice.reports.charts.spec import Dumbbells, Gap, Side
from practice.reports.charts.svg import drawing, line, text
from practice.reports.charts.words import by_gap, describe, gap_of

_ROW = 32
_HEAD = 56


def dumbbells(chart: Dumbbells, *, width: float = 640, palette: Palette = LIGHT) -> str:
    """Return the comparison as SVG, as tall as its rows need."""
    rows = by_gap(chart.rows)
    left = label_room((row.label for row in rows), width) + 26
    right = width - 64
    key = key_start(left - 6, width)
    scale = Scale(chart.low, chart.high, left, right)
    bottom = _HEAD + _ROW * len(rows)
    parts = chain(
        partner_key((("a", chart.name_a), ("b", chart.name_b)), key, 16, right - key, palette),
        [text(width, 16, "Apart by", fill=palette.muted, size=SMALL, anchor="end")],
        _ticks(scale, bottom, palette),
        chain.from_iterable(
            _row(row, _HEAD + _ROW * (index + 0.5), scale, left - 26, width, palette)
            for index, row in enumerate(rows)
        ),
        end_words(
            chart.low_words, chart.high_words, key_start(left, width), right, bottom + 18, palette
        ),
    )
    return drawing(width, bottom + 28, chart.title, describe(chart), parts)


def _ticks(scale: Scale, bottom: float, palette: Palette) -> Iterator[str]:
    for mark in ticks(scale.low, scale.high, 8):
        x = scale.at(mark)
        yield line(x, _HEAD - 6, x, bottom, stroke=palette.line)
        yield text(x, _HEAD - 14, number(mark), fill=palette.muted, size=SMALL, anchor="middle")


def _row(
    row: Gap, y: float, scale: Scale, room: float, width: float, palette: Palette
) -> Iterator[str]:
    yield from label(row.label, y, room, palette)
    yield text(
        width, y + 4.5, number(gap_of(row)), fill=palette.ink, size=13, anchor="end", weight=600
    )
    a, b = present(row.a), present(row.b)
    places: list[tuple[Side, float]] = []
    if a is not None:
        places.append(("a", scale.at(a)))
    if b is not None:
        places.append(("b", scale.at(b)))
    close = len(places) == 2 and abs(places[0][1] - places[1][1]) < 11
    if len(places) == 2 and not close:
        yield line(places[0][1], y, places[1][1], y, stroke=palette.control, width=2)
    for side, x in places:
        # Two answers on one spot stand above each other rather than hide each other.
        shift = 0.0 if not close else -6.0 if side == "a" else 6.0
        yield marker(side, x, y + shift, colour=palette.of(side), size=5.5)
