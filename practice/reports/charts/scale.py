"""Scales: values and dates to places on paper, and ticks at sensible steps."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from practice.reports.charts.lettering import short_date, width_of
from practice.reports.charts.spec import Value

_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class Scale:
    """A linear scale from [low, high] to [start, end]; values outside are held at the edge."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of ``value``."""
        if not math.isfinite(self.high - self.low) or self.high <= self.low:
            return (self.start + self.end) / 2
        share = (value - self.low) / (self.high - self.low)
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)


def present(value: Value) -> float | None:
    """Return a number that can be drawn, or None."""
    if value is None or not math.isfinite(value):
        return None
    return float(value)


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Return round values inside [low, high], at most ``most`` of them; the ends when nothing fits."""
    span = high - low
    if not math.isfinite(span) or span <= 0:
        return [low] if math.isfinite(low) else []
    raw = span / max(most - 1, 1)
    magnitude = 10 ** math.floor(math.log10(raw)) if raw > 0 else 0
    step = next((s * magnitude for s in _STEPS if s * magnitude >= raw), 0)
    if isinstance(low, int) and isinstance(high, int):
        step = max(step, 1)  # a scale of whole numbers has no half marks
    if step <= 0:
        return [low, high]
    first = math.ceil(low / step)
    last = math.floor(high / step)
    if not 0 < last - first < most + 1:
        return [low, high]
    return [index * step for index in range(first, last + 1)]


@dataclass(frozen=True)
class DateScale:
    """Dates to places by days between them; one date stands in the middle."""

    dates: tuple[date, ...]
    start: float
    end: float

    def at(self, day: date) -> float:
        """Return the place of ``day``."""
        first, days = self._span
        if not days:
            return (self.start + self.end) / 2
        return self.start + (day - first).days / days * (self.end - self.start)

    @cached_property
    def _span(self) -> tuple[date, int]:
        first = min(self.dates)
        return first, (max(self.dates) - first).days

    def labels(self, size: float = 12) -> Iterator[tuple[float, str]]:
        """Yield places and words for as many dates as fit, the last first in right; a year where it changes."""
        chosen = _thin(sorted(set(self.dates)), self, width_of("28 Mar 2026", size) + 8)
        year = None
        for day in chosen:
            yield self.at(day), short_date(day, year=day.year != year)
            year = day.year


def _thin(days: Sequence[date], scale: DateScale, room: float) -> list[date]:
    if not days:
        return []
    kept = [days[0]]
    for day in days[1:-1]:
        clear_before = scale.at(day) - scale.at(kept[-1]) >= room
        if clear_before and scale.at(days[-1]) - scale.at(day) >= room:
            kept.append(day)
    if len(days) > 1:
        kept.append(days[-1])
    return kept
