"""What became of one person's score between two occasions, and the words for it.

Categories of Jacobson & Truax (1991), with "crossed the cut-off without reliable change" kept apart. Two
partners are never averaged before classifying. "Recovered" needs a start in the clinical range.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from practice.measures.change_words import words_for
from practice.measures.model import Direction, Measure, ReliableChange
from practice.measures.quantity import rounded
from practice.measures.totals import check_figure


class Outcome(StrEnum):
    """What a change amounts to."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"
    CROSSED_CUTOFF = "crossed_cutoff_without_reliable_change"
    NOT_COMPUTABLE = "not_computable"


@dataclass(frozen=True, slots=True)
class Change:
    """A classified change.

    Attributes:
        measure_id: which measure.
        outcome: the category.
        before: the earlier total, `None` if there was no score.
        after: the later total, likewise.
        difference: after - before in points, whichever way is better; `None` if either is missing.
        threshold: the points that count as reliable; `None` where none is held.
        source: where the threshold comes from.
        basis: what it rests on, in words.
        now_in_clinical_range: was outside the clinical range before, and is inside it now.
        words: one or two sentences for people.
        reason: why nothing was computed; `None` otherwise.
    """

    measure_id: str
    outcome: Outcome
    before: float | None
    after: float | None
    difference: float | None
    threshold: float | None
    source: Literal["published", "derived"] | None
    basis: str | None
    now_in_clinical_range: bool
    words: str
    reason: str | None


def classify(measure: Measure, before: float | None, after: float | None) -> Outcome:
    """The category alone; see `change_between`.

    Raises:
        AnswerError: a total outside the range of the measure.
    """
    return change_between(measure, before, after).outcome


def change_between(measure: Measure, before: float | None, after: float | None) -> Change:
    """Classify the change from `before` to `after`, two totals of the same person.

    Raises:
        AnswerError: a total outside the range of the measure.
    """
    if measure.total_range is not None:
        check_figure(measure, "earlier total", before, measure.total_range)
        check_figure(measure, "later total", after, measure.total_range)
    reason = _why_not_computable(measure, before, after)
    if before is None or after is None or measure.change is None or reason:
        return _not_computable(measure, before, after, reason)
    difference = _difference(before, after)
    fell = _fell_into_clinical_range(measure, before, after)
    outcome = _outcome(measure, measure.change, before, after)
    return Change(
        measure_id=measure.id,
        outcome=outcome,
        before=before,
        after=after,
        difference=difference,
        threshold=measure.change.value,
        source=measure.change.source,
        basis=measure.change.basis,
        now_in_clinical_range=fell,
        words=words_for(
            outcome,
            size=abs(difference),
            threshold=measure.change.value,
            in_clinical_range=measure.is_functional(after) is False,
            newly=fell,
        ),
        reason=None,
    )


def couple_line(measure: Measure, outcomes: Sequence[Outcome]) -> str | None:
    """A line such as "1 of 2 partners recovered on CSI-16".

    `None` unless both changes are computable: with one partner missing there is no couple figure.
    """
    computable = [outcome for outcome in outcomes if outcome is not Outcome.NOT_COMPUTABLE]
    if len(computable) < 2 or len(computable) < len(outcomes):
        return None
    recovered = computable.count(Outcome.RECOVERED)
    return f"{recovered} of {len(computable)} partners recovered on {measure.short_name}"


def _outcome(measure: Measure, rule: ReliableChange, before: float, after: float) -> Outcome:
    better = _difference(before, after)
    if measure.direction is Direction.HIGHER_WORSE:
        better = -better
    was_functional = measure.is_functional(before)
    crossed = was_functional is False and measure.is_functional(after) is True
    if better >= rule.value:
        return Outcome.RECOVERED if crossed else Outcome.IMPROVED
    if better <= -rule.value:
        return Outcome.DETERIORATED
    return Outcome.CROSSED_CUTOFF if crossed else Outcome.UNCHANGED


def _fell_into_clinical_range(measure: Measure, before: float, after: float) -> bool:
    return measure.is_functional(before) is True and measure.is_functional(after) is False


def _difference(before: float, after: float) -> float:
    """After - before without float dust: 25.1 - 20.1 must be exactly 5."""
    return rounded(after - before, 6)


def _why_not_computable(measure: Measure, before: float | None, after: float | None) -> str | None:
    if measure.change is None:
        return (
            f"No reliable change is held for {measure.short_name}: the scores are shown side by "
            "side and the change is not classified."
        )
    if before is None and after is None:
        return "There is no score on either occasion."
    if before is None:
        return "There is no score on the earlier occasion."
    return "There is no score on the later occasion." if after is None else None


def _not_computable(
    measure: Measure, before: float | None, after: float | None, reason: str | None
) -> Change:
    return Change(
        measure_id=measure.id,
        outcome=Outcome.NOT_COMPUTABLE,
        before=before,
        after=after,
        difference=None if before is None or after is None else _difference(before, after),
        threshold=measure.change.value if measure.change else None,
        source=measure.change.source if measure.change else None,
        basis=measure.change.basis if measure.change else None,
        now_in_clinical_range=False,
        words=reason or "",
        reason=reason,
    )
