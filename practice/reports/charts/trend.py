"""The course of one measure: both partners, the cut-off band in words, gaps where a session is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from practice.reports.charts.frame import (
    BODY,
    SMALL,
    Frame,
    Point,
    apart,
    build,
    date_axis,
    runs,
    value_grid,
)
from practice.reports.charts.lettering import number, shorten, width_of
from practice.reports.charts.palette import DASH, LIGHT, Palette, marker
from practice.reports.charts.scale import present
from practice.reports.charts.spec import CutOff, Series, Trend
from practice.reports.charts.svg import drawing, line, polyline, rectangle, text
from practice.reports.charts.words import describe

_FEW = 6
_MOST_LABEL_SHARE = 0.3


def trend(
    chart: Trend, *, width: float = 640, height: float = 214, palette: Palette = LIGHT
) -> str:
    """Return the trend chart as SVG; ``width`` from 320 (a phone) upwards, in CSS pixels."""
    ends = [_end_words(series) for series in chart.series]
    room = min(
        max((width_of(words, BODY) for words in ends), default=0) + 22, width * _MOST_LABEL_SHARE
    )
    left = max(width_of(number(chart.high), SMALL), width_of(number(chart.low), SMALL)) + 14
    frame = build(
        chart.dates,
        chart.low,
        chart.high,
        left=left,
        right=width - room - 4,
        top=14,
        bottom=height - 30,
    )
    lines = [runs(frame, chart.dates, series.values) for series in chart.series]
    parts = chain(
        _band(frame, chart.cut_off, palette),
        value_grid(frame, palette),
        _band_words(frame, chart.cut_off, [run for course in lines for run in course], palette),
        date_axis(frame, palette),
        _courses(chart, lines, palette),
        _point_words(chart, frame, palette),
        _end_labels(chart.series, ends, lines, frame, width - frame.right - 22, palette),
    )
    return drawing(width, height, chart.title, describe(chart), parts)


def _end_words(series: Series) -> str:
    last = next((value for value in reversed(series.values) if present(value) is not None), None)
    return series.name if last is None else f"{series.name} {number(last)}"


def _edges(frame: Frame, cut_off: CutOff) -> tuple[float, float]:
    y = frame.values.at(cut_off.value)
    return (y, frame.bottom) if cut_off.marks == "below" else (frame.top, y)


def _band(frame: Frame, cut_off: CutOff | None, palette: Palette) -> Iterator[str]:
    if cut_off is None or present(cut_off.value) is None:
        return
    top, bottom = _edges(frame, cut_off)
    y = frame.values.at(cut_off.value)
    yield rectangle(frame.left, top, frame.right - frame.left, bottom - top, fill=palette.attention)
    yield line(frame.left, y, frame.right, y, stroke=palette.attention_ink, width=1, dash="2 3")


def _band_words(
    frame: Frame, cut_off: CutOff | None, courses: Sequence[Sequence[Point]], palette: Palette
) -> Iterator[str]:
    """Write the band's meaning in the corner of the band that the lines leave freest."""
    if cut_off is None or present(cut_off.value) is None:
        return
    top, bottom = _edges(frame, cut_off)
    words = shorten(cut_off.words, frame.right - frame.left - 16, SMALL)
    length = width_of(words, SMALL)
    points = [point for course in courses for point in _dense(course)]
    heights = [bottom - 8, top + 16] if bottom - top > 24 else [(top + bottom) / 2 + 4]
    spots = [(x, y) for y in heights for x in (frame.left + 8, frame.right - 8 - length)]
    x, y = max(spots, key=lambda spot: (_clearance(spot, length, points), -spots.index(spot)))
    yield text(x, y, words, fill=palette.attention_ink, size=SMALL)


def _dense(course: Sequence[Point]) -> Iterator[Point]:
    yield from course
    for (x1, y1), (x2, y2) in pairwise(course):
        for step in range(1, 8):
            yield x1 + (x2 - x1) * step / 8, y1 + (y2 - y1) * step / 8


def _clearance(spot: Point, length: float, points: Sequence[Point]) -> float:
    x, y = spot
    near = [abs(y - 4 - py) for px, py in points if x - 12 <= px <= x + length + 12]
    return min(min(near, default=40.0), 40.0)


def _courses(chart: Trend, lines: Sequence[list[list[Point]]], palette: Palette) -> Iterator[str]:
    size = 4.5 if len(chart.dates) <= 12 else 3.2
    for series, course in zip(chart.series, lines, strict=True):
        colour = palette.of(series.side)
        for run in course:
            if len(run) > 1:
                yield polyline(run, stroke=colour, dash=DASH[series.side])
        for x, y in chain.from_iterable(course):
            yield marker(series.side, x, y, colour=colour, size=size)


def _point_words(chart: Trend, frame: Frame, palette: Palette) -> Iterator[str]:
    """Write each value at its point while points are few; the last one stands in the end label."""
    if len(chart.dates) > _FEW:
        return
    threshold = _threshold(chart, frame)
    for place, day in enumerate(chart.dates):
        here = [
            (held, series)
            for series in chart.series
            if place < len(series.values)
            and (held := present(series.values[place])) is not None
            and not _is_last(series, place)
        ]
        for rank, (value, series) in enumerate(sorted(here, key=lambda pair: -pair[0])):
            above = rank == 0
            y = _clear_of(threshold, frame.values.at(value) + (-10 if above else 20), above=above)
            held = min(max(y, frame.top + 8), frame.bottom - 4)
            yield text(
                frame.days.at(day),
                held,
                number(value),
                fill=palette.of(series.side),
                size=SMALL,
                anchor="middle",
            )


def _threshold(chart: Trend, frame: Frame) -> float | None:
    if chart.cut_off is None or (value := present(chart.cut_off.value)) is None:
        return None
    return frame.values.at(value)


def _clear_of(threshold: float | None, y: float, *, above: bool) -> float:
    """Move a value's baseline so that the cut-off line does not strike it through."""
    if threshold is None or not y - 11 < threshold < y + 3:
        return y
    return threshold - 4 if above else threshold + 13


def _is_last(series: Series, place: int) -> bool:
    return all(present(value) is None for value in series.values[place + 1 :])


def _end_labels(
    series: Sequence[Series],
    words: Sequence[str],
    lines: Sequence[list[list[Point]]],
    frame: Frame,
    room: float,
    palette: Palette,
) -> Iterator[str]:
    heights = [course[-1][-1][1] if course else frame.bottom for course in lines]
    x = frame.right + 10
    for one, label, y in zip(series, words, apart(frame, heights, 17), strict=True):
        colour = palette.of(one.side)
        yield marker(one.side, x, y, colour=colour, size=4)
        yield text(x + 10, y + 4.5, shorten(label, room, BODY), fill=colour, size=BODY, weight=600)
