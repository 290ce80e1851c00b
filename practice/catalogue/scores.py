"""The words in which a form says what is worked out from its answers: frozen data, as in ``definition``."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class ScoreKind(StrEnum):
    """How points become one number."""

    SUM = "sum"
    MEAN = "mean"
    COUNT = "count"


class Direction(StrEnum):
    """Which way is better, if either is."""

    HIGHER_BETTER = "higher_better"
    LOWER_BETTER = "lower_better"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class ScoreItem:
    """One question, or one ``row`` of a question with rows; ``reverse`` counts it from the other end of its range."""

    field: str
    row: str = ""
    reverse: bool = False

    @property
    def name(self) -> str:
        """Its name among the items of a form: ``field`` or ``field.row``."""
        return f"{self.field}.{self.row}" if self.row else self.field


@dataclass(frozen=True, slots=True)
class Band:
    """Values from ``low`` to ``high``, both included, and the words for them. Our own words, never a cut-off."""

    low: float = field(metadata={"json": "from"})
    high: float = field(metadata={"json": "to"})
    label: str


@dataclass(frozen=True, slots=True)
class Score:
    """One number worked out from the answers of one person.

    ``part_of`` names the score that this one is a subscale of. ``may_miss`` says how many items may be unanswered: the mean is
    then that of the others, a sum or count is scaled up in proportion; 0 means no score unless all are answered. ``at_least``
    are the points from which ``count`` counts an item.
    """

    key: str
    label: str
    kind: ScoreKind
    items: tuple[ScoreItem, ...]
    part_of: str = ""
    direction: Direction = Direction.NEUTRAL
    may_miss: int = 0
    at_least: float = 1
    bands: tuple[Band, ...] = ()
