"""A course small enough for a table row: no axis, the last point marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from practice.reports.charts.frame import build, runs
from practice.reports.charts.palette import DASH, LIGHT, Palette, marker
from practice.reports.charts.spec import Series, Sparkline
from practice.reports.charts.svg import drawing, polyline
from practice.reports.charts.words import describe

_START = date(2000, 1, 1)


def sparkline(
    chart: Sparkline, *, width: float = 96, height: float = 28, palette: Palette = LIGHT
) -> str:
    """Return the sparkline as SVG; points stand at even distances."""
    length = max((len(series.values) for series in chart.series), default=0)
    dates = tuple(_START + timedelta(days=index) for index in range(length))
    frame = build(dates, chart.low, chart.high, left=-9, right=width + 9, top=5, bottom=height - 5)

    def course(series: Series) -> Iterator[str]:
        colour, held = palette.of(series.side), runs(frame, dates, series.values)
        dash = DASH[series.side] and "3 2"
        yield from (
            polyline(run, stroke=colour, width=1.5, dash=dash) for run in held if len(run) > 1
        )
        # A value between two gaps has no line to show it.
        yield from (
            marker(series.side, *run[0], colour=colour, size=1.2) for run in held if len(run) == 1
        )
        if held:
            yield marker(series.side, *held[-1][-1], colour=colour, size=2.6)

    parts = chain.from_iterable(course(series) for series in chart.series)
    return drawing(width, height, chart.title, describe(chart), parts)
