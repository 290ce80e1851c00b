"""The cut-off and the direction of a measure in words, and where the cut-off comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from practice.measures.model import CutOff, Direction, Measure, Operator, Threshold
from practice.measures.quantity import written

_OPPOSITE: dict[Operator, Operator] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_SIDE: dict[Operator, str] = {
    "<": "below {}",
    "<=": "{} or below",
    ">": "above {}",
    ">=": "{} or above",
}


@dataclass(frozen=True)
class CutOffWords:
    """A line on the scale: its value, which side is the clinical range, and that in words."""

    value: float
    marks: Literal["below", "above"]
    words: str


def cut_off_of(measure: Measure) -> CutOffWords | None:
    """Return the line that change is judged by; None where none is held for the total."""
    if measure.functional is None:
        return None
    clinical = Threshold(_OPPOSITE[measure.functional.op], measure.functional.value)
    label = next((c.label for c in measure.cutoffs if _is_same(c, clinical)), "clinical range")
    side = _SIDE[clinical.op].format(written(clinical.value))
    marks: Literal["below", "above"] = "below" if clinical.op in ("<", "<=") else "above"
    # What stands in brackets in a definition is a remark about its source, not part of the label.
    return CutOffWords(clinical.value, marks, f"{side}: {label.split(' (')[0]}")


def _is_same(cut_off: CutOff, clinical: Threshold) -> bool:
    return cut_off.scale == "total" and cut_off.at == clinical


def direction_words(direction: Direction) -> str:
    """Return which end of a scale a person would wish for."""
    return {
        Direction.HIGHER_BETTER: "higher is better",
        Direction.HIGHER_WORSE: "lower is better",
        Direction.MIXED: "the direction differs by scale",
    }[direction]
