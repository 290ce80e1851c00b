"""What a measure is: the facts needed to score it and to judge a change, without a word of its items."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Confidence = Literal["V", "MH", "MM", "ML", "D", "-"]
"""How a fact is known: V seen in a source; MH, MM, ML recalled with high, medium, low confidence;
D derived from the facts beside it; - not held."""

Operator = Literal["<", "<=", ">", ">="]


class Direction(StrEnum):
    """Which end of the scale a person would wish for."""

    HIGHER_BETTER = "higher_better"
    HIGHER_WORSE = "higher_worse"
    MIXED = "mixed"


class Aggregation(StrEnum):
    """How items become a score."""

    SUM = "sum"
    MEAN = "mean"
    WEIGHTED = "weighted"
    """Each subscale sum is multiplied by its weight; the total adds the subscales."""
    PERCENT = "percent"
    """(sum - N) x 100 / (range x N), with N the number of items answered."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A comparison with a fixed value, for example `>= 48`."""

    op: Operator
    value: float

    def reached_by(self, score: float) -> bool:
        """Whether `score` satisfies the comparison."""
        match self.op:
            case "<":
                return score < self.value
            case "<=":
                return score <= self.value
            case ">":
                return score > self.value
        return score >= self.value


@dataclass(frozen=True, slots=True)
class CutOff:
    """A labelled line on the scale. `scale` is "total", "mean" or the id of a subscale."""

    label: str
    at: Threshold
    confidence: Confidence
    scale: str = "total"


@dataclass(frozen=True, slots=True)
class Subscale:
    """A named group of items, numbered from 1 in printed order."""

    id: str
    items: tuple[int, ...]
    low: float
    high: float
    direction: Direction
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class MissingRule:
    """How many answers a score needs, and what happens to the gaps.

    `complete`: every item. `complete_per_subscale`: every item of a subscale for that subscale.
    `prorate`: at least `minimum`; the sum is scaled up to all items and rounded half up.
    `min_answered`: at least `minimum`; the formula itself uses the number answered.
    """

    kind: Literal["complete", "complete_per_subscale", "prorate", "min_answered"]
    minimum: int
    source: str


@dataclass(frozen=True, slots=True)
class ReliableChange:
    """The change in points beyond what measurement error alone explains at 95 %."""

    value: float
    source: Literal["published", "derived"]
    basis: str


@dataclass(frozen=True, slots=True)
class Norm:
    """Mean and standard deviation of a group, on the scale of the total."""

    group: str
    mean: float
    sd: float
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Reliability:
    """A published or recalled reliability; `value` is text where sources give a range."""

    kind: str
    value: float | str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Licence:
    """What a clinic may do. `delivery` says how the measure can reach a person at all."""

    status: Literal["free", "free_conditions", "permission", "paid", "paid_for_software"]
    delivery: Literal["may_bundle_with_notice", "text_pack", "score_only"]
    note: str


@dataclass(frozen=True, slots=True)
class ItemFlag:
    """A single answer that asks for a person's attention, whatever the total says.

    It is raised when any of `items` is answered from `low` to `high`.
    """

    items: tuple[int, ...]
    low: int
    high: int
    label: str


@dataclass(frozen=True, slots=True)
class FactConfidence:
    """How well each group of facts is known."""

    structure: Confidence
    keys: Confidence
    cutoffs: Confidence = "-"
    norms: Confidence = "-"
    change: Confidence = "-"


@dataclass(frozen=True, slots=True)
class Measure:
    """Everything needed to score one instrument. Items are numbered from 1 in printed order.

    `functional` is the range in which a person is counted as doing well when change is classified;
    `None` where no such line is held. `change` is `None` where no reliable change is held: change
    is then described, never classified. `total_range` is `None` where the authors define no total.
    """

    id: str
    short_name: str
    name: str
    item_ranges: tuple[tuple[int, int], ...]
    aggregation: Aggregation
    total_range: tuple[float, float] | None
    direction: Direction
    missing: MissingRule
    licence: Licence
    citation: str
    confidence: FactConfidence
    reverse_items: frozenset[int] = frozenset()
    subscales: tuple[Subscale, ...] = ()
    cutoffs: tuple[CutOff, ...] = ()
    functional: Threshold | None = None
    change: ReliableChange | None = None
    norms: tuple[Norm, ...] = ()
    reliabilities: tuple[Reliability, ...] = ()
    flags: tuple[ItemFlag, ...] = ()
    notes: tuple[str, ...] = ()
    item_labels: tuple[str, ...] = ()
    """Printed labels where they differ from 1, 2, 3 ... (CPQ-SF has 3a and 3b)."""
    answers_are_whole: bool = True
    reports_mean: bool = False
    no_activity_items: frozenset[int] = frozenset()
    """Items whose 0 says "no activity": the score then means something else and is not given."""

    @property
    def item_count(self) -> int:
        """The number of scored items."""
        return len(self.item_ranges)

    def is_functional(self, total: float | None) -> bool | None:
        """Whether `total` lies outside the clinical range; `None` without a total or a line."""
        if total is None or self.functional is None:
            return None
        return self.functional.reached_by(total)
