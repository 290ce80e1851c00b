"""Weeks across, days down: one tint per day on a single-hue ramp that also reads in grey."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from practice.reports.charts.frame import SMALL
from practice.reports.charts.lettering import short_date, width_of
from practice.reports.charts.palette import LIGHT, Palette
from practice.reports.charts.scale import present
from practice.reports.charts.spec import HeatMap
from practice.reports.charts.svg import coordinate, drawing, element, line, rectangle, text
from practice.reports.charts.words import describe

_MOST_STEPS = 5
_PALE = 0.12
_LARGEST = 24.0
_HEAD = 24


def heat_map(chart: HeatMap, *, width: float = 640, palette: Palette = LIGHT) -> str:
    """Return the calendar as SVG; a day without an entry is an outlined cell with a small stroke."""
    left = max((width_of(day, SMALL) for day in chart.days), default=0.0) + 10
    cell = max(min((width - left) / max(len(chart.weeks), 1), _LARGEST), 4.0)
    bottom = _HEAD + cell * len(chart.days)
    parts = chain(
        _weeks(chart, left, cell, palette),
        _days(chart, cell, palette),
        _cells(chart, left, cell, palette),
        _key(chart, left, bottom + 14, palette),
    )
    return drawing(width, bottom + 34, chart.title, describe(chart), parts)


def tint(share: float, colour: str) -> str:
    """Return ``colour`` mixed into white; ``share`` 0 gives a pale tint, 1 the full colour."""
    strength = _PALE + (1 - _PALE) * share
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (channel - 255) * strength):02X}" for channel in channels)


def _share(value: float, high: float) -> float:
    if high <= 0:
        return 0.0
    most = _steps(high) - 1
    return round(min(max(value / high, 0.0), 1.0) * most) / most


def _steps(high: float) -> int:
    """One tint per count while counts are few, five beyond that."""
    return int(high) + 1 if 1 <= high < _MOST_STEPS and high == int(high) else _MOST_STEPS


def _weeks(chart: HeatMap, left: float, cell: float, palette: Palette) -> Iterator[str]:
    """Label as many weeks as fit side by side, the first always."""
    free = left - 1.0
    year = None
    for index, week in enumerate(chart.weeks):
        words = short_date(week, year=week.year != year)
        if (x := left + cell * index) >= free:
            yield text(x, 14, words, fill=palette.muted, size=SMALL)
            free, year = x + width_of(words, SMALL) + 14, week.year


def _days(chart: HeatMap, cell: float, palette: Palette) -> Iterator[str]:
    for place, day in enumerate(chart.days):
        if cell >= 12 or place % 2 == 0:
            yield text(0, _HEAD + cell * (place + 0.5) + 4, day, fill=palette.muted, size=SMALL)


def _cells(chart: HeatMap, left: float, cell: float, palette: Palette) -> Iterator[str]:
    """Draw all days of one tint as one path: a shape for each day would double what the chart costs."""
    squares: dict[str, list[str]] = {}
    empty: list[str] = []
    strokes: list[str] = []
    side = cell - 3
    for week, days in enumerate(chart.values[: len(chart.weeks)]):
        for place in range(len(chart.days)):
            x, y = left + cell * week, _HEAD + cell * place
            held = present(days[place] if place < len(days) else None)
            if held is None:
                empty.append(_square(x + 0.5, y + 0.5, side - 1))
                strokes.append(_stroke(x, y, side))
            else:
                fill = tint(_share(held, chart.high), palette.of(chart.side))
                squares.setdefault(fill, []).append(_square(x, y, side))
    for fill, drawn in sorted(squares.items()):
        yield element("path", d="".join(drawn), fill=fill)
    if empty:
        yield element("path", d="".join(empty), fill="none", stroke=palette.line)
        yield element("path", d="".join(strokes), fill="none", stroke=palette.control)


def _square(x: float, y: float, side: float) -> str:
    size = coordinate(side)
    return f"M{coordinate(x)} {coordinate(y)}h{size}v{size}h-{size}z"


def _stroke(x: float, y: float, side: float) -> str:
    return f"M{coordinate(x + side / 2 - 3)} {coordinate(y + side / 2)}h6"


def _key(chart: HeatMap, left: float, y: float, palette: Palette) -> Iterator[str]:
    yield text(left, y + 12, chart.low_words, fill=palette.muted, size=SMALL)
    x = left + width_of(chart.low_words, SMALL) + 8
    steps = _steps(chart.high)
    for step in range(steps):
        fill = tint(step / (steps - 1), palette.of(chart.side))
        yield rectangle(x, y + 1, 13, 13, fill=fill)
        x += 16
    yield text(x + 5, y + 12, chart.high_words, fill=palette.muted, size=SMALL)
    x += 5 + width_of(chart.high_words, SMALL) + 26
    yield rectangle(x + 0.5, y + 1.5, 12, 12, fill=palette.paper, stroke=palette.line)
    yield line(x + 3.5, y + 7.5, x + 9.5, y + 7.5, stroke=palette.control)
    yield text(x + 20, y + 12, "no entry", fill=palette.muted, size=SMALL)
