"""What comes out of scoring: the figures of one measure, once, for one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """One answer that asks for attention: the item's number and why. The answer itself stays out."""

    item: int
    label: str


@dataclass(frozen=True, slots=True)
class Score:
    """The result of scoring. Every figure that the rules forbid is `None`, and `reason` says why.

    Attributes:
        measure_id: which measure.
        total: the score to show; whole numbers are int.
        exact: the same before rounding (a prorated 5 is kept as 5.142857...).
        mean: item mean, for measures that report one.
        subscales: by subscale id; empty where the measure has none.
        answered: how many items were answered; `None` when only totals were entered.
        items: how many items there are.
        functional: outside the clinical range? `None` without a total or without such a line.
        bands: labels of the cut-offs reached, in the order of the measure.
        flags: single answers that ask for attention, raised even when there is no score.
        reason: why there is no score, in words for people; `None` when there is one.
    """

    measure_id: str
    total: float | None
    exact: float | None
    mean: float | None
    subscales: Mapping[str, float | None]
    answered: int | None
    items: int
    functional: bool | None
    bands: tuple[str, ...]
    flags: tuple[RaisedFlag, ...]
    reason: str | None
