"""The plot area that charts over time share: value grid, date axis and labels at the line ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from practice.reports.charts.lettering import number, spread, width_of
from practice.reports.charts.palette import Palette
from practice.reports.charts.scale import DateScale, Scale, present, ticks
from practice.reports.charts.spec import Value
from practice.reports.charts.svg import line, text

SMALL = 12
BODY = 13
Point = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """The edges of a plot area, in drawing units, with its two scales."""

    left: float
    right: float
    top: float
    bottom: float
    values: Scale
    days: DateScale


def build(
    dates: tuple[date, ...],
    low: float,
    high: float,
    *,
    left: float,
    right: float,
    top: float,
    bottom: float,
) -> Frame:
    """Return a frame whose date scale keeps markers clear of both edges."""
    days = DateScale(dates or (date(2000, 1, 1),), left + 14, right - 14)
    return Frame(left, right, top, bottom, Scale(low, high, bottom, top), days)


def value_grid(
    frame: Frame,
    palette: Palette,
    *,
    words: Callable[[float], str] = number,
    marks: Sequence[float] | None = None,
) -> Iterable[str]:
    """Yield hairlines with their values to the left."""
    for mark in ticks(frame.values.low, frame.values.high) if marks is None else marks:
        y = frame.values.at(mark)
        yield line(frame.left, y, frame.right, y, stroke=palette.line)
        yield text(frame.left - 8, y + 4, words(mark), fill=palette.muted, size=SMALL, anchor="end")


def date_axis(frame: Frame, palette: Palette) -> Iterable[str]:
    """Yield the base line, a small tick per labelled date and its words."""
    yield line(frame.left, frame.bottom, frame.right, frame.bottom, stroke=palette.control)
    for x, words in frame.days.labels(SMALL):
        yield line(x, frame.bottom, x, frame.bottom + 4, stroke=palette.control)
        room = width_of(words, SMALL) / 2
        anchor = "start" if x - room < 0 else "middle"
        yield text(
            x if anchor == "middle" else 0,
            frame.bottom + 18,
            words,
            fill=palette.muted,
            size=SMALL,
            anchor=anchor,
        )


def runs(frame: Frame, dates: Sequence[date], values: Sequence[Value]) -> list[list[Point]]:
    """Return the points of one line, broken wherever a value is missing."""
    broken: list[list[Point]] = [[]]
    for day, value in zip(dates, values, strict=False):
        held = present(value)
        if held is None:
            broken.append([])
        else:
            broken[-1].append((frame.days.at(day), frame.values.at(held)))
    return [run for run in broken if run]


def apart(frame: Frame, ends: Sequence[float], gap: float) -> list[float]:
    """Return label heights near ``ends`` that neither overlap nor leave the frame."""
    return spread(ends, gap, frame.top + 2, frame.bottom - 4)
