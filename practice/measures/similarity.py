"""How alike two profiles are: Pearson's r and the double-entry intraclass correlation.

Pearson ignores the level; the double-entry ICC counts it: it is Pearson's r of (x1..xk, y1..yk) with
(y1..yk, x1..xk). Ordinary profile r is inflated by what all couples have in common, so neither is a verdict.
Shown from four items upwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, isfinite, sqrt

FEWEST_ITEMS = 2
FEWEST_ITEMS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Moments:
    """Population moments of two profiles."""

    mean_x: float
    mean_y: float
    var_x: float
    var_y: float
    cov: float


def pearson(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Pearson's r of two profiles, -1 to 1; `None` (undefined) when either is flat or has under 2 items.

    Raises:
        ValueError: the profiles have different lengths.
    """
    _check_lengths(x, y)
    if len(x) < FEWEST_ITEMS or min(x) == max(x) or min(y) == max(y):
        return None
    m = _moments(x, y)
    return _ratio(m.cov, sqrt(m.var_x) * sqrt(m.var_y))


def double_entry_icc(x: Sequence[float], y: Sequence[float]) -> float | None:
    """[cov - (Mx-My)^2/4] / [(Vx+Vy)/2 + (Mx-My)^2/4] with population moments, -1 to 1.

    `None` (undefined) when all values of both profiles are equal, or with under 2 items.

    Raises:
        ValueError: the profiles have different lengths.
    """
    _check_lengths(x, y)
    if len(x) < FEWEST_ITEMS or min(*x, *y) == max(*x, *y):
        return None
    m = _moments(x, y)
    between = (m.mean_x - m.mean_y) ** 2 / 4
    return _ratio(m.cov - between, (m.var_x + m.var_y) / 2 + between)


def _check_lengths(x: Sequence[float], y: Sequence[float]) -> None:
    if len(x) != len(y):
        raise ValueError("Two profiles need the same number of items.")


def _moments(x: Sequence[float], y: Sequence[float]) -> _Moments:
    count = len(x)
    mean_x, mean_y = fsum(x) / count, fsum(y) / count
    from_x = [value - mean_x for value in x]
    from_y = [value - mean_y for value in y]
    return _Moments(
        mean_x,
        mean_y,
        fsum(d * d for d in from_x) / count,
        fsum(d * d for d in from_y) / count,
        fsum(dx * dy for dx, dy in zip(from_x, from_y, strict=True)) / count,
    )


def _ratio(above: float, below: float) -> float | None:
    """The coefficient held within -1 to 1; `None` where floats cannot tell the spread from zero."""
    if below == 0:
        return None
    value = above / below
    return max(-1.0, min(1.0, value)) if isfinite(value) else None
