"""The parts that a question and a whole definition are put together from: frozen data."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from practice.catalogue.definition.words import (
    FieldType,
    Gate,
    ScheduleKind,
)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose. ``declines`` marks "rather not say" and its kind: never scored, never shown.

    ``score`` is what it counts in the form's own scores; without it a value that is a whole number counts as that number.
    """

    value: str
    label: str
    declines: bool = False
    score: float | None = None


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """A core feeling and its nuances, on the emotion wheel."""

    value: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a matrix, or a fixed line of a table.

    ``opt_out`` names what a person may opt out of; their page then leaves the line out.
    """

    value: str
    label: str
    reverse: bool = False
    group: str = ""
    opt_out: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The points of a matrix, the words at its two ends, and the points that are no score."""

    points: tuple[Option, ...]
    low: str = ""
    high: str = ""
    extra: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One typed column of a table; ``partners`` means options a and b stand for the two people."""

    key: str
    label: str
    type: FieldType
    options: tuple[Option, ...] = ()
    min: float | None = None
    max: float | None = None
    partners: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Ask only when an earlier question was answered with one of these values."""

    field: str
    any_of: tuple[str, ...] = dataclasses.field(metadata={"json": "is"})


@dataclass(frozen=True, slots=True)
class Alert:
    """When an answer raises a private attention item.

    At or below ``max``, at or above ``min``, after a fall of ``fall`` since last time, or on one of ``values``; of a matrix, on its ``row``.
    """

    row: str = ""
    max: float | None = None
    min: float | None = None
    fall: float | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseRows:
    """Only table lines whose ``column`` holds one of ``values`` are ever released."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowsPage:
    """Answering with one of ``values`` opens the named page next, such as ``crisis_page``."""

    page: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gates:
    """What must hold to fill in an exercise and to show it to the other person."""

    fill: Gate
    show: Gate
    clinician_opens: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """The suggested rhythm; ``n`` counts days, weeks or times where the kind needs it."""

    kind: ScheduleKind
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a card: paragraphs, and what one may try or talk about afterwards."""

    body: tuple[str, ...]
    try_this: str = ""
    talk_about: str = ""
    see_also: tuple[str, ...] = ()
    guard: str = ""
    sources: tuple[str, ...] = ()
