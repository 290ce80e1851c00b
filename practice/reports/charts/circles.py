"""Closeness as two circles that overlap more, in seven even steps; own graphic."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from practice.reports.charts.frame import BODY, SMALL
from practice.reports.charts.lettering import number, shorten
from practice.reports.charts.palette import LIGHT, Palette
from practice.reports.charts.scale import present
from practice.reports.charts.spec import Circles, Overlap
from practice.reports.charts.svg import drawing, element, text
from practice.reports.charts.words import describe

_CELL = 150
_RADIUS = 27.0
_APART, _TOGETHER = 2 * _RADIUS + 4, 9.0
_STEPS = 6


def circles(chart: Circles, *, width: float = 640, palette: Palette = LIGHT) -> str:
    """Return the pairs of circles as SVG, as many in a row as fit."""
    across = max(min(int(width // _CELL), len(chart.items)), 1)
    cell = width / across if across > 2 else _CELL * 1.2
    height = 106
    rows = -(-len(chart.items) // across) or 1
    parts = chain.from_iterable(
        _pair(item, cell * (index % across + 0.5), height * (index // across), cell, palette)
        for index, item in enumerate(chart.items)
    )
    return drawing(width, height * rows, chart.title, describe(chart), parts)


def distance(value: float) -> float:
    """Return how far apart the centres stand for an overlap of 1 (just apart) to 7 (almost one)."""
    share = (min(max(value, 1.0), 7.0) - 1) / _STEPS
    return _APART + (_TOGETHER - _APART) * share


def _pair(item: Overlap, x: float, top: float, cell: float, palette: Palette) -> Iterator[str]:
    colour, value, y = palette.of(item.side), present(item.value), top + _RADIUS + 6
    if value is not None:
        half = distance(value) / 2
        yield _ring(x - half, y, colour, fill_opacity="0.14")
        yield _ring(x + half, y, palette.muted, dash="4 3")
    words = f"{item.name}, {item.label}"
    yield text(
        x,
        y + _RADIUS + 20,
        shorten(words, cell - 8, BODY),
        fill=colour,
        size=BODY,
        anchor="middle",
        weight=600,
    )
    say = "no answer" if value is None else f"{number(value)} of 7"
    yield text(x, y + _RADIUS + 37, say, fill=palette.muted, size=SMALL, anchor="middle")


def _ring(
    x: float, y: float, colour: str, *, dash: str | None = None, fill_opacity: str | None = None
) -> str:
    return element(
        "circle",
        cx=x,
        cy=y,
        r=_RADIUS,
        fill=colour if fill_opacity else "none",
        fill_opacity=fill_opacity,
        stroke=colour,
        stroke_width=2,
        stroke_dasharray=dash,
    )
