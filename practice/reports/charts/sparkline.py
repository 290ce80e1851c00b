"""A course small enough for a table row: no axis, the last point marked.

A list shows dozens of these, so places are reckoned here and not by the date scale of the larger charts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from practice.reports.charts.palette import DASH, LIGHT, Palette, marker
from practice.reports.charts.scale import Scale, present
from practice.reports.charts.spec import Series, Sparkline
from practice.reports.charts.svg import drawing, polyline
from practice.reports.charts.words import describe

_MARGIN = 5.0
Run = list[tuple[float, float]]


def sparkline(
    chart: Sparkline, *, width: float = 96, height: float = 28, palette: Palette = LIGHT
) -> str:
    """Return the sparkline as SVG; points stand at even distances."""
    length = max((len(series.values) for series in chart.series), default=0)
    places = _places(length, width)
    scale = Scale(chart.low, chart.high, height - _MARGIN, _MARGIN)
    parts = chain.from_iterable(
        _course(series, _runs(series, places, scale), palette) for series in chart.series
    )
    return drawing(width, height, chart.title, describe(chart), parts)


def _places(length: int, width: float) -> list[float]:
    if length < 2:
        return [width / 2] * length
    step = (width - 2 * _MARGIN) / (length - 1)
    return [_MARGIN + index * step for index in range(length)]


def _runs(series: Series, places: list[float], scale: Scale) -> list[Run]:
    """Return the points of one course, broken wherever a value is missing."""
    broken: list[Run] = [[]]
    for x, value in zip(places, series.values, strict=False):
        held = present(value)
        if held is None:
            broken.append([])
        else:
            broken[-1].append((x, scale.at(held)))
    return [run for run in broken if run]


def _course(series: Series, runs: list[Run], palette: Palette) -> Iterator[str]:
    colour, dash = palette.of(series.side), DASH[series.side] and "3 2"
    for run in runs:
        if len(run) > 1:
            yield polyline(run, stroke=colour, width=1.5, dash=dash)
    for run in runs:
        # A value between two gaps has no line to show it.
        if len(run) == 1:
            yield marker(series.side, *run[0], colour=colour, size=1.2)
    if runs:
        yield marker(series.side, *runs[-1][-1], colour=colour, size=2.6)
