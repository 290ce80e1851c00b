"""From answers to a score, by the facts of the measure and by nothing else.

A skipped item is `None` and is never read as a midpoint or a zero. Rules: shared definitions in `model`;
sources: the citation on each measure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from practice.measures.answer_check import checked_answers
from practice.measures.model import Aggregation, Measure, Subscale
from practice.measures.quantity import half_up, rounded
from practice.measures.score import RaisedFlag, Score

Items = Sequence[float | None]


def score(measure: Measure, answers: Items) -> Score:
    """Score `answers`, given in printed item order and *before* any reversal.

    Args:
        measure: the definition to score by.
        answers: one number per item, `None` where it was skipped.

    Returns:
        The score; with `reason` and no figures when too much was skipped.

    Raises:
        AnswerError: the list has another length, or holds something outside the printed range.
    """
    items = checked_answers(measure, answers)
    answered = len(items) - items.count(None)
    flags = _raised_flags(measure, items)
    reason = _why_no_score(measure, items, answered)
    if reason is not None and measure.missing.kind != "complete_per_subscale":
        nothing: dict[str, float | None] = dict.fromkeys((s.id for s in measure.subscales), None)
        return make_score(measure, None, nothing, answered=answered, flags=flags, reason=reason)
    keyed = _keyed(measure, items)
    subscales = {s.id: _subscale(measure, s, keyed) for s in measure.subscales}
    exact = None if reason else _exact_total(measure, keyed, subscales, answered)
    mean = _mean(keyed, answered) if measure.reports_mean else None
    return make_score(
        measure, exact, subscales, mean=mean, answered=answered, flags=flags, reason=reason
    )


def make_score(
    measure: Measure,
    exact: float | None,
    subscales: Mapping[str, float | None],
    *,
    mean: float | None = None,
    answered: int | None = None,
    flags: tuple[RaisedFlag, ...] = (),
    reason: str | None = None,
) -> Score:
    """Round the total and read off the cut-offs; the last step of every way to a score."""
    total = None if exact is None else _total_to_show(measure, exact)
    return Score(
        measure_id=measure.id,
        total=total,
        exact=exact,
        mean=mean,
        subscales=subscales,
        answered=answered,
        items=len(measure.item_ranges),
        functional=measure.is_functional(total),
        bands=_bands(measure, total, mean, subscales) if measure.cutoffs else (),
        flags=flags,
        reason=reason,
    )


def _keyed(measure: Measure, items: list[float | None]) -> list[float | None]:
    """The answers after reversal: lowest + highest - answer."""
    if not measure.reverse_items:
        return items
    keyed = list(items)
    for number in measure.reverse_items:
        answer = items[number - 1]
        if answer is not None:
            low, high = measure.item_ranges[number - 1]
            keyed[number - 1] = low + high - answer
    return keyed


def _exact_total(
    measure: Measure,
    keyed: list[float | None],
    subscales: Mapping[str, float | None],
    answered: int,
) -> float | None:
    if measure.total_range is None:
        return None
    if measure.aggregation is Aggregation.WEIGHTED:
        return rounded(fsum(value for value in subscales.values() if value is not None), 2)
    added = _added([value for value in keyed if value is not None])
    if measure.aggregation is Aggregation.PERCENT:
        low, high = measure.item_ranges[0]
        return (added - low * answered) * 100 / ((high - low) * answered)
    return added if answered == len(keyed) else added * len(keyed) / answered


def _total_to_show(measure: Measure, exact: float) -> float:
    """A prorated sum of whole answers is rounded half up; other fractions keep two decimals."""
    if isinstance(exact, int):
        return exact
    if measure.aggregation is Aggregation.SUM and measure.answers_are_whole:
        return half_up(exact)
    return rounded(exact, 2)


def _subscale(measure: Measure, subscale: Subscale, keyed: list[float | None]) -> float | None:
    values: list[float] = []
    for number in subscale.items:
        value = keyed[number - 1]
        if value is None or (value == 0 and number in measure.no_activity_items):
            return None
        values.append(value)
    added = _added(values)
    if measure.aggregation is Aggregation.MEAN:
        return added / len(values)
    return added if subscale.weight == 1.0 else rounded(added * subscale.weight, 2)


def _mean(keyed: list[float | None], answered: int) -> float:
    return _added([value for value in keyed if value is not None]) / answered


def _added(values: list[float]) -> float:
    """The sum: int for whole answers, without float dust for tenths (4.1 + 3.6 + 6.0 + 4.8 = 18.5)."""
    total = sum(values)
    return total if isinstance(total, int) else rounded(fsum(values), 2)


def _raised_flags(measure: Measure, items: list[float | None]) -> tuple[RaisedFlag, ...]:
    raised: list[RaisedFlag] = []
    for flag in measure.flags:
        for number in flag.items:
            answer = items[number - 1]
            if answer is not None and flag.low <= answer <= flag.high:
                raised.append(RaisedFlag(number, flag.label))
    return tuple(raised)


def _why_no_score(measure: Measure, items: list[float | None], answered: int) -> str | None:
    if answered < measure.missing.minimum:
        return _too_few(measure, answered)
    if any(items[number - 1] == 0 for number in measure.no_activity_items):
        return (
            f"{measure.short_name} cannot be read as a score here: some answers say there was no "
            "activity in the period."
        )
    return None


def _too_few(measure: Measure, answered: int) -> str:
    count, name = len(measure.item_ranges), measure.short_name
    if measure.missing.minimum < count:
        needed = measure.missing.minimum
        return f"{name} needs at least {needed} of its {count} items; {answered} were answered."
    skipped = count - answered
    were = "1 was skipped" if skipped == 1 else f"{skipped} were skipped"
    return f"{name} needs an answer to each of its {count} items; {were}."


def _bands(
    measure: Measure,
    total: float | None,
    mean: float | None,
    subscales: Mapping[str, float | None],
) -> tuple[str, ...]:
    values = {**subscales, "total": total, "mean": mean}
    reached: list[str] = []
    for cutoff in measure.cutoffs:
        value = values[cutoff.scale]
        if value is not None and cutoff.at.reached_by(value):
            reached.append(cutoff.label)
    return tuple(reached)
