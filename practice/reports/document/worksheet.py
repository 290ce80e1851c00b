"""A blank worksheet (R10): what is asked, to be filled in by hand; frozen data, and nothing anyone answered.

A worksheet has no place for an answer, so it can never be pre-filled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from practice.reports.document.codec import DocumentError, encode
from practice.reports.document.report import Letterhead, Paper


@dataclass(frozen=True)
class Lines:
    """Room for words: so many ruled lines."""

    count: int


@dataclass(frozen=True)
class Blank:
    """A short gap for a date or a number, with its unit after it."""

    unit: str = ""


@dataclass(frozen=True)
class Boxes:
    """Boxes to tick, in so many columns; ``drawn`` puts our drawing of two circles beside each."""

    labels: tuple[str, ...]
    columns: int = 1
    note: str = ""
    drawn: bool = False


@dataclass(frozen=True)
class BoxGroup:
    """Boxes that belong together, under one word."""

    label: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class BoxGroups:
    """The emotion wheel on paper: a core feeling, and its nuances to tick."""

    groups: tuple[BoxGroup, ...]
    note: str = ""


@dataclass(frozen=True)
class Circles:
    """A scale as a row of circles with numbers in them, and words at its ends."""

    points: tuple[str, ...]
    low: str = ""
    high: str = ""


@dataclass(frozen=True)
class GridRow:
    """One line of a grid, under the heading of its group where it is the first of one."""

    label: str
    group: str = ""


@dataclass(frozen=True)
class Grid:
    """Lines by points: one circle to mark in each line; ``beside`` are the points that are no score."""

    rows: tuple[GridRow, ...]
    points: tuple[str, ...]
    beside: tuple[str, ...] = ()
    low: str = ""
    high: str = ""


@dataclass(frozen=True)
class BlankColumn:
    """One column of a table: what may be ticked in it, or what may be written; ``narrow`` for numbers and dates."""

    label: str
    options: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    narrow: bool = False


@dataclass(frozen=True)
class BlankTable:
    """A table to write in: fixed lines by name, or so many empty ones."""

    columns: tuple[BlankColumn, ...]
    rows: tuple[str, ...] = ()
    empty_rows: int = 0


Control = Lines | Blank | Boxes | BoxGroups | Circles | Grid | BlankTable


@dataclass(frozen=True)
class AskedOnPaper:
    """One question: its number on the sheet, its words, when it is asked at all, and how it is answered."""

    number: int
    prompt: str
    control: Control
    hint: str = ""
    condition: str = ""


@dataclass(frozen=True)
class QuestionRun:
    """Questions in a row that the same people will see."""

    who_sees: str
    questions: tuple[AskedOnPaper, ...]


@dataclass(frozen=True)
class WorksheetPart:
    """What one person, or both together, answer; each part begins on a page of its own."""

    title: str
    runs: tuple[QuestionRun, ...]


@dataclass(frozen=True)
class CardText:
    """The text of a card to read."""

    title: str
    body: tuple[str, ...]
    try_this: str = ""
    talk_about: str = ""
    guard: str = ""


@dataclass(frozen=True)
class Worksheet:
    """A whole worksheet. ``title`` is the neutral one; it stands on the page and in the file, and names nobody."""

    title: str
    letterhead: Letterhead
    lead: tuple[str, ...]
    parts: tuple[WorksheetPart, ...]
    card: CardText | None = None
    closing: tuple[str, ...] = ()
    paper: Paper = "A4"
    language: str = "en"
    fictional: bool = False
    kind: Literal["R10"] = "R10"
    schema: Literal[1] = 1

    def __post_init__(self) -> None:
        """Refuse a sheet that asks nothing; DocumentError says so."""
        if not any(run.questions for part in self.parts for run in part.runs):
            raise DocumentError("a worksheet asks something")

    def to_json(self) -> bytes:
        """Return the canonical JSON of this worksheet."""
        return encode(self)
