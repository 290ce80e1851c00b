"""Goal attainment scaling: one T-score from goals rated -2 to +2 (Kiresuk & Sherman 1968).

T = 50 + 10 * sum(w x) / sqrt((1 - rho) * sum(w^2) + rho * (sum w)^2), with rho = .30. A widely cited 2009
guide misprinted the formula and published an erratum; the vectors in the tests follow the original.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from practice.measures.errors import AnswerError
from practice.measures.quantity import is_number

RHO = 0.30
LEVELS = range(-2, 3)
WEIGHTS = range(1, 10)
"""1 to 3, or importance (1-3) x difficulty (1-3)."""


def t_score(weights: Sequence[int], levels: Sequence[int | None]) -> float | None:
    """The T-score; 50 means that goals were met as expected, on the whole. `None` until all are rated.

    Args:
        weights: one per goal, whole, 1 to 9.
        levels: one per goal, -2 to +2 with 0 as expected; `None` for a goal not yet rated.

    Raises:
        AnswerError: no goals, unequal lengths, or a weight or level outside its range.
    """
    if not weights or len(weights) != len(levels):
        raise AnswerError("Each goal needs one weight and one level, and there must be a goal.")
    whole_weights = [_whole(weight, WEIGHTS, "weight") for weight in weights]
    rated = [_whole(level, LEVELS, "level") for level in levels if level is not None]
    if len(rated) < len(levels):
        return None
    attained = sum(weight * level for weight, level in zip(whole_weights, rated, strict=True))
    squares = sum(weight * weight for weight in whole_weights)
    return 50 + 10 * attained / sqrt((1 - RHO) * squares + RHO * sum(whole_weights) ** 2)


def _whole(value: object, allowed: range, what: str) -> int:
    if is_number(value) and value in allowed:
        return int(value)
    msg = f"A goal's {what} must be a whole number from {allowed[0]} to {allowed[-1]}."
    raise AnswerError(msg)
