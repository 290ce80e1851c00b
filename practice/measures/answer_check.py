"""Whether a list of answers fits a measure. Messages name the item and its range, never the answer."""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.errors import AnswerError
from practice.measures.model import Measure
from practice.measures.quantity import is_number


def checked_answers(measure: Measure, answers: Sequence[float | None]) -> list[float | None]:
    """The answers as a list, whole numbers as int.

    Raises:
        AnswerError: not a list, not one answer per item, or an answer outside the printed range.
    """
    if isinstance(answers, str | bytes) or not isinstance(answers, Sequence):
        raise AnswerError("The answers must be a list, one for each item.")
    if len(answers) != len(measure.item_ranges):
        msg = (
            f"{measure.short_name} has {len(measure.item_ranges)} items, "
            f"and {len(answers)} answers were given."
        )
        raise AnswerError(msg)
    return [
        # The everyday case first: this line decides the speed of scoring from a file.
        answer
        if answer is None or (type(answer) is int and low <= answer <= high)
        else _unusual_answer(measure, position, answer)
        for position, (answer, (low, high)) in enumerate(
            zip(answers, measure.item_ranges, strict=True)
        )
    ]


def _unusual_answer(measure: Measure, position: int, answer: object) -> float:
    low, high = measure.item_ranges[position]
    if is_number(answer) and low <= answer <= high:
        if not measure.answers_are_whole:
            return answer
        if answer == int(answer):
            return int(answer)
    label = measure.item_labels[position] if measure.item_labels else str(position + 1)
    kind = "whole number" if measure.answers_are_whole else "number"
    msg = (
        f"{measure.short_name}, item {label}: the answer must be a {kind} from {low} to {high}, "
        "or empty if it was skipped."
    )
    raise AnswerError(msg)
