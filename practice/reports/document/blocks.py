"""The blocks a report section is made of: frozen plain data, already in words people read.

A block holds what is printed and nothing else. What a block may hold is decided before, by allow-list; an
unknown kind of block cannot be stored or read back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from practice.reports.charts.spec import Chart, Side, Value


@dataclass(frozen=True)
class Paragraph:
    """Running text; an empty line starts a new paragraph."""

    text: str


@dataclass(frozen=True)
class Quote:
    """Somebody's own released words, with whose they are."""

    text: str
    name: str
    side: Side | None = None


@dataclass(frozen=True)
class Pair:
    """One topic in both partners' words."""

    label: str
    a: str
    b: str


@dataclass(frozen=True)
class SideBySide:
    """Both partners' words in two columns; only rows that both answered and released."""

    caption: str
    name_a: str
    name_b: str
    rows: tuple[Pair, ...]


@dataclass(frozen=True)
class BulletList:
    """Short points, numbered where their order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A small table; ``numeric`` names the columns (from 0) that are set to the right."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_headers: bool = True
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class MeasureRow:
    """One partner's scores on a measure, and the change in words ('improved, more than chance')."""

    name: str
    side: Side
    now: Value
    baseline: Value = None
    previous: Value = None
    change: str = ""


@dataclass(frozen=True)
class MeasureBlock:
    """Scores on one measure, never without range, direction, cut-off and what such a score can say.

    ``standing`` is ``screening`` for a published questionnaire and ``own_monitor`` for an own, unvalidated one.
    ``couple_line`` ('1 of 2 partners …') is present only after both opt-ins and the clinician's release.
    """

    measure: str
    low: int | float
    high: int | float
    better: Literal["higher", "lower"]
    rows: tuple[MeasureRow, ...]
    now_on: date
    baseline_on: date | None = None
    previous_on: date | None = None
    cut_off: str = ""
    cut_off_source: str = ""
    standing: Literal["screening", "own_monitor"] = "screening"
    couple_line: str = ""


@dataclass(frozen=True)
class ChartBlock:
    """A chart with its caption; the same data stands below as a table unless ``with_table`` is off.

    Leave the table out only where a neighbouring block already prints the same figures.
    """

    caption: str
    chart: Chart
    with_table: bool = True


@dataclass(frozen=True)
class GoalLevel:
    """What one level of a goal looks like, from -2 to +2."""

    level: int
    words: str


@dataclass(frozen=True)
class Goal:
    """One goal with where it stood and where it stands."""

    text: str
    owner: str
    now: int
    start: int | None = None
    levels: tuple[GoalLevel, ...] = ()


@dataclass(frozen=True)
class GoalBlock:
    """Goals on the five-level scale; T (mean 50, SD 10) after Kiresuk and Sherman (1968) where it may be shown."""

    goals: tuple[Goal, ...]
    t_now: int | float | None = None
    t_start: int | float | None = None


@dataclass(frozen=True)
class Note:
    """A boxed remark: ``plain`` for how to read something, ``attention`` for what must not be missed."""

    text: str
    tone: Literal["plain", "attention"] = "plain"


Block = (
    Paragraph
    | Quote
    | SideBySide
    | BulletList
    | Table
    | MeasureBlock
    | ChartBlock
    | GoalBlock
    | Note
)
