"""The scales of a measure: both partners at the start and now, described and never classified."""

from __future__ import annotations

from dataclasses import dataclass

from practice.measures import dyad
from practice.measures.model import Measure, Subscale
from practice.measures.quantity import written
from practice.outcomes import rules
from practice.outcomes.queries import Courses
from practice.outcomes.rules import Course


@dataclass(frozen=True)
class ScaleSide:
    """One partner on one scale; ``now`` and ``change`` are empty after one occasion."""

    side: str
    start: str
    now: str
    change: str


@dataclass(frozen=True)
class ScaleRow:
    """One scale, with both partners beside each other."""

    scale: str
    bounds: str
    direction: str
    sides: tuple[ScaleSide, ...]


def scales(measure: Measure, courses: Courses) -> tuple[ScaleRow, ...]:
    """Return a row for each scale of a measure."""
    return tuple(_row(scale, courses) for scale in measure.subscales)


def scale_name(scale_id: str) -> str:
    """Return how a scale is called: "Self demand"."""
    return scale_id.replace("_", " ").capitalize()


def number(value: float | None) -> str:
    """Return a figure as written, or "–" where there is none."""
    return "–" if value is None else written(value)


def signed(value: float | None) -> str:
    """Return a difference with its sign, or "–" where there is none."""
    if value is None:
        return "–"
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    return f"{sign}{written(abs(value))}"


def _row(scale: Subscale, courses: Courses) -> ScaleRow:
    return ScaleRow(
        scale=scale_name(scale.id),
        bounds=f"{written(scale.low)} to {written(scale.high)}",
        direction=rules.direction_words(scale.direction),
        sides=tuple(_side(scale, side, courses[side]) for side in "ab"),
    )


def _side(scale: Subscale, side: str, course: Course) -> ScaleSide:
    if not course.readings:
        return ScaleSide(side, "–", "", "")
    start, now = course.readings[0], course.readings[-1]
    first, last = start.subscales.get(scale.id), now.subscales.get(scale.id)
    if now is start:
        return ScaleSide(side, number(first), "", "")
    return ScaleSide(side, number(first), number(last), signed(dyad.discrepancy(last, first)))
