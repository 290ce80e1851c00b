"""The scales figures stand on, and putting a figure together in one call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from practice.measures.exercises.figure import Figure, Privacy, Reading, Subject


@dataclass(frozen=True, slots=True)
class Scale:
    """The lowest and highest value of a figure, its unit, and which way is better, if either is."""

    low: float | None
    high: float | None
    unit: str | None
    direction: Reading = "neutral"


WORDS = Scale(None, None, None)
"""A label, not a number."""

GOOD = Scale(0, 10, "points", "higher_better")
HEAVY = Scale(0, 10, "points", "lower_better")
EASING = Scale(-10, 10, "points", "higher_better")
PERCENT = Scale(0, 100, "%", "higher_better")
INDEX_GOOD = Scale(0, 100, "of 100", "higher_better")
INDEX_HEAVY = Scale(0, 100, "of 100", "lower_better")


def figure(
    key: str,
    label: str,
    value: float | str | None,
    words: str,
    scale: Scale,
    inputs: Iterable[str],
    *,
    privacy: Privacy = "author",
    subject: Subject | None = None,
    needs_released: Iterable[str] = (),
    sexual: bool = False,
    rows: tuple[str, ...] = (),
    period: str | None = None,
) -> Figure:
    """Return a figure on a scale; everything else as :class:`Figure` names it."""
    return Figure(
        key=key,
        label=label,
        value=value,
        unit=scale.unit,
        low=scale.low,
        high=scale.high,
        direction=scale.direction,
        words=words,
        inputs=frozenset(inputs),
        privacy=privacy,
        subject=subject,
        needs_released=frozenset(needs_released),
        sexual=sexual,
        rows=rows,
        period=period,
    )


def released(*fields: str) -> frozenset[str]:
    """Name fields that both partners' answers must have been released of."""
    return frozenset(f"{person}.{field}" for person in "ab" for field in fields)
