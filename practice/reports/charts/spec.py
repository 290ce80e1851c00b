"""What each chart is told: frozen plain data, stored as it is inside a report document.

A missing value is ``None`` and is drawn as a gap, never as zero. Side ``a`` and ``b`` decide colour and shape
together, so that colour never carries meaning alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Side = Literal["a", "b"]
Value = int | float | None


@dataclass(frozen=True)
class Series:
    """One partner's values in the order of the chart's dates."""

    side: Side
    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class CutOff:
    """A published threshold: which side of ``value`` it marks, and what that means in words."""

    value: int | float
    marks: Literal["below", "above"]
    words: str


@dataclass(frozen=True)
class Trend:
    """The course of one measure over dates, both partners in one frame."""

    title: str
    dates: tuple[date, ...]
    series: tuple[Series, ...]
    low: int | float
    high: int | float
    cut_off: CutOff | None = None


@dataclass(frozen=True)
class Gap:
    """One topic that both answered."""

    label: str
    a: Value
    b: Value


@dataclass(frozen=True)
class Dumbbells:
    """Where two partners stand on each topic, the widest gap first."""

    title: str
    name_a: str
    name_b: str
    rows: tuple[Gap, ...]
    low: int | float
    high: int | float
    low_words: str = ""
    high_words: str = ""


@dataclass(frozen=True)
class Profile:
    """One partner's now and wish, in the order of the wheel's axes."""

    side: Side
    name: str
    now: tuple[Value, ...]
    wish: tuple[Value, ...]


@dataclass(frozen=True)
class Wheel:
    """The balance wheel drawn flat: for each axis an arrow from now to wish for each partner."""

    title: str
    axes: tuple[str, ...]
    profiles: tuple[Profile, ...]
    low: int | float = 0
    high: int | float = 10


@dataclass(frozen=True)
class Sparkline:
    """A course small enough to stand in a line of text or a table row."""

    title: str
    series: tuple[Series, ...]
    low: int | float
    high: int | float


@dataclass(frozen=True)
class Bar:
    """A count out of a whole; ``side`` is None for what both did together."""

    label: str
    value: Value
    of: int | float
    side: Side | None = None


@dataclass(frozen=True)
class Bars:
    """Small horizontal bars, each a count out of its own whole."""

    title: str
    rows: tuple[Bar, ...]
    unit: str = ""


@dataclass(frozen=True)
class HeatMap:
    """Weeks across, days down. ``values[week][day]`` runs from 0 to ``high``."""

    title: str
    weeks: tuple[date, ...]
    values: tuple[tuple[Value, ...], ...]
    high: int | float
    low_words: str
    high_words: str
    side: Side | None = None
    days: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True)
class GoalLine:
    """One goal's attainment levels, -2 to +2, in the order of the chart's dates."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class GoalLines:
    """Goal attainment over time on the five-level scale of Kiresuk and Sherman (1968)."""

    title: str
    dates: tuple[date, ...]
    goals: tuple[GoalLine, ...]


@dataclass(frozen=True)
class Overlap:
    """How close one partner places the two, from 1 (apart) to 7 (almost one)."""

    side: Side
    name: str
    label: str
    value: Value


@dataclass(frozen=True)
class Circles:
    """Pairs of circles, own graphic, whose overlap grows in seven even steps."""

    title: str
    items: tuple[Overlap, ...]


Chart = Trend | Dumbbells | Wheel | Sparkline | Bars | HeatMap | GoalLines | Circles
