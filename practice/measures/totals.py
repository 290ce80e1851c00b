"""Score-only entry: totals and subscales from a paper form, without its items."""

from __future__ import annotations

from collections.abc import Mapping

from practice.measures.errors import AnswerError
from practice.measures.model import Aggregation, Measure
from practice.measures.quantity import is_number, rounded
from practice.measures.score import Score
from practice.measures.scoring import make_score


def score_from_totals(
    measure: Measure, total: float | None, subscales: Mapping[str, float | None] | None = None
) -> Score:
    """A score from figures worked out on paper. What was not entered is `None`.

    Raises:
        AnswerError: a figure outside its range, an unknown subscale, or figures that do not add up.
    """
    entered = {s.id: (subscales or {}).get(s.id) for s in measure.subscales}
    if unknown := set(subscales or {}) - set(entered):
        msg = f"{measure.short_name} has no subscale called {', '.join(sorted(unknown))}."
        raise AnswerError(msg)
    for subscale in measure.subscales:
        check_figure(measure, subscale.id, entered[subscale.id], (subscale.low, subscale.high))
    check_figure(measure, "total", total, measure.total_range)
    _check_sum(measure, total, entered)
    mean = None
    if measure.reports_mean and total is not None:
        mean = total / measure.item_count
    if total is not None and _is_whole(measure):
        total = int(total)
    reason = None
    if total is None and measure.total_range is not None:
        reason = f"No total was entered for {measure.short_name}."
    return make_score(measure, total, entered, mean=mean, reason=reason)


def check_figure(
    measure: Measure, name: str, value: object, bounds: tuple[float, float] | None
) -> None:
    """Refuse a figure that its scale cannot have.

    Raises:
        AnswerError: not a number, outside `bounds`, or a total where the measure has none.
    """
    if value is None:
        return
    if bounds is None:
        msg = f"{measure.short_name} has no total; enter its subscales."
        raise AnswerError(msg)
    low, high = bounds
    if is_number(value) and low <= value <= high and _has_right_fraction(measure, value):
        return
    kind = "whole number" if _is_whole(measure) else "number"
    msg = f"{measure.short_name}: the {name} must be a {kind} from {low:g} to {high:g}."
    raise AnswerError(msg)


def _is_whole(measure: Measure) -> bool:
    return measure.aggregation is Aggregation.SUM and measure.answers_are_whole


def _has_right_fraction(measure: Measure, value: float) -> bool:
    return not _is_whole(measure) or value == int(value)


def _check_sum(
    measure: Measure, total: float | None, subscales: Mapping[str, float | None]
) -> None:
    """Where the subscales share out all items between them, their sum is the total."""
    numbered = sorted(number for s in measure.subscales for number in s.items)
    parts = [value for value in subscales.values() if value is not None]
    shares_all = numbered == list(range(1, measure.item_count + 1))
    if total is None or not shares_all or len(parts) < len(subscales):
        return
    if rounded(sum(parts), 2) != rounded(total, 2):
        msg = f"{measure.short_name}: the subscales do not add up to the total."
        raise AnswerError(msg)
