"""Numbers as the measures need them: what counts as one, how it is rounded, how it is written for people."""

from __future__ import annotations

from math import floor, isfinite
from typing import TypeGuard

LARGEST = 1_000_000_000
"""No clinical figure comes near this; beyond it arithmetic on floats stops being trustworthy."""


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether `value` is a finite number of ordinary size. True and False are not numbers."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return -LARGEST <= value <= LARGEST and isfinite(value)


def half_up(value: float) -> int:
    """The nearest whole number, halves upwards (Python's own `round` sends 2.5 to 2)."""
    return floor(value + 0.5)


def rounded(value: float, digits: int) -> float:
    """`value` to `digits` decimals, never minus zero. A whole number given as int stays one."""
    return value if isinstance(value, int) else round(value, digits) + 0.0


def written(value: float) -> str:
    """A number for a sentence: at most two decimals and no trailing zeros (11.58, 6, 0.5)."""
    return f"{rounded(float(value), 2):.2f}".rstrip("0").rstrip(".")


def points(value: float) -> str:
    """A size in points for a sentence: "1 point", "15 points"."""
    return "1 point" if written(value) == "1" else f"{written(value)} points"
