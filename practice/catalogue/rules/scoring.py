"""Working out the scores that a definition defines itself; the arithmetic is ``measures.form_scores``.

Every figure says that it was made in this practice and is not validated, and is as private as its most private input.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from practice.catalogue.definition import (
    ExerciseDefinition,
    FieldDefinition,
    FieldType,
    Needs,
    Option,
    Stage,
    WrittenBy,
)
from practice.catalogue.fields import behaviour_of, is_answered
from practice.catalogue.scores import Band, Score
from practice.measures.exercises.figure import Figure, Figures, Privacy
from practice.measures.form_scores import Item, Rule, range_of, work_out
from practice.measures.quantity import is_number, written

MADE_HERE = "Made here, not validated."
_WHOLE = re.compile(r"-?[0-9]{1,6}")
_WITH_ROWS = (FieldType.LIKERT_MATRIX, FieldType.CLINICIAN_RATING)


def form_figures(definition: ExerciseDefinition, answers: Mapping[str, Any]) -> Figures:
    """Return the scores that the definition defines, worked out from one person's answers.

    A score of which nothing was asked here (the clinician's lines in a partner's answers) is left out. One with too many gaps
    has no value, and its words say why.
    """
    figures = (_figure(definition, score, answers) for score in definition.scores)
    return tuple(figure for figure in figures if figure is not None)


def rule_of(definition: ExerciseDefinition, score: Score) -> Rule:
    """Return the arithmetic of a score; raise :class:`ValueError` for an item that has no points."""
    items = []
    for one in score.items:
        ends = ends_of(definition.field(one.field), one.row)
        if ends is None:
            raise ValueError(one.name)
        items.append(Item(one.name, *ends, reverse=one.reverse))
    return Rule(score.kind.value, tuple(items), score.may_miss, score.at_least)


def rows_of(field: FieldDefinition) -> tuple[str, ...]:
    """Return the rows that are counted one by one; a question without rows counts as a whole and has ("",)."""
    return tuple(row.value for row in field.rows) if field.type in _WITH_ROWS else ("",)


def ends_of(field: FieldDefinition, row: str = "") -> tuple[float, float] | None:
    """Return the lowest and highest points that an answer can get, or None where it gets none."""
    if row not in rows_of(field):
        return None
    match field.type:
        case FieldType.RATING_0_10:
            return 0, 10
        case FieldType.CLINICIAN_RATING:
            return float(field.min or 0), float(field.max if field.max is not None else 10)
        case FieldType.NUMBER:
            return _between(field.min, field.max)
        case FieldType.MULTI_CHOICE | FieldType.BODY_MAP:
            return 0, sum(not option.declines for option in field.options)
        case _:
            worth = set(worth_of(field).values())
            return (min(worth), max(worth)) if len(worth) > 1 else None


def points_of(field: FieldDefinition, row: str, answers: Mapping[str, Any]) -> float | None:
    """Return the points of one answer, or None where there is none to count: absent, skipped, declined, without points."""
    answer: Any = answers.get(field.key)
    if not is_answered(field, answer):
        return None
    if field.type in _WITH_ROWS:
        answered = behaviour_of(field).answered_rows(field, answer)
        answer = answer.get(row) if answered is None or row in answered else None
    if isinstance(answer, list):
        return float(len(answer))
    return float(answer) if is_number(answer) else worth_of(field).get(str(answer))


def points_of_option(option: Option) -> float | None:
    """Return what an option says it is worth, or its value where that is a whole number."""
    if option.declines:
        return None
    if option.score is not None:
        return option.score
    return float(option.value) if _WHOLE.fullmatch(option.value) else None


def band_of(bands: Iterable[Band], value: float) -> str:
    """Return the words of the band that holds a value; "" where none does."""
    return next((band.label for band in bands if band.low <= value <= band.high), "")


def _between(low: float | None, high: float | None) -> tuple[float, float] | None:
    return None if low is None or high is None else (low, high)


def worth_of(field: FieldDefinition) -> dict[str, float]:
    """Return the points of each value that a choice or a line of a scale may take; empty for other questions."""
    if field.type is FieldType.SINGLE_CHOICE:
        options = field.options
    elif field.type is FieldType.LIKERT_MATRIX and field.scale is not None:
        options = field.scale.points
    else:
        return {}
    known = ((option.value, points_of_option(option)) for option in options)
    return {value: worth for value, worth in known if worth is not None}


def _figure(
    definition: ExerciseDefinition, score: Score, answers: Mapping[str, Any]
) -> Figure | None:
    fields = [definition.field(one.field) for one in score.items]
    if not any(field.key in answers for field in fields):
        return None
    read = (
        (one.name, points_of(definition.field(one.field), one.row, answers)) for one in score.items
    )
    rule = rule_of(definition, score)
    result = work_out(rule, {name: worth for name, worth in read if worth is not None})
    low, high = range_of(rule)
    return Figure(
        key=f"score.{score.key}",
        label=score.label,
        value=result.value,
        unit=None,
        low=low,
        high=high,
        direction=score.direction.value,
        words=f"{_words(score, result.value, result.answered, low, high)} {MADE_HERE}",
        inputs=frozenset(field.key for field in fields),
        privacy=_privacy(fields),
        sexual=any(_is_sexual(definition, field) for field in fields),
    )


def _words(score: Score, value: float | None, answered: int, low: float, high: float) -> str:
    items = len(score.items)
    if value is None:
        needed = items - score.may_miss
        return f"No score: {answered} of {items} were answered, and {_needed(needed)}."
    band = band_of(score.bands, value)
    said = f"{written(value)} on a scale from {written(low)} to {written(high)}"
    said = f"{said}: {band}." if band else f"{said}."
    return said if answered == items else f"{said} {items - answered} of {items} had no answer."


def _needed(needed: int) -> str:
    return "1 is needed" if needed == 1 else f"{needed} are needed"


def _privacy(fields: Iterable[FieldDefinition]) -> Privacy:
    found = list(fields)
    if any(field.by is WrittenBy.CLINICIAN for field in found):
        return "clinician"
    return "joint" if all(field.stage is Stage.TOGETHER for field in found) else "author"


def _is_sexual(definition: ExerciseDefinition, field: FieldDefinition) -> bool:
    return Needs.SEXUAL_CONTENT_CONSENT in {definition.needs, field.needs}
