"""Whole forms filled in as the catalogue asks them, for what must hold of the figures of every exercise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from practice.catalogue.definition import Column, FieldDefinition, FieldType, Visibility
from practice.catalogue.loading import load_definitions
from practice.measures.exercises.figure import Entry, Figure
from practice.measures.exercises.registry import scorer_for

MONDAY = date(2026, 1, 12)


def whole_form(slug: str) -> dict[str, Any]:
    """Every question answered, in the shape the catalogue gives it."""
    return {field.key: answer(field) for field in load_definitions()[slug].fields}


def answer(field: FieldDefinition) -> Any:
    return _ANSWERS[field.answer_type](field)


def _points(field: FieldDefinition) -> dict[str, str]:
    assert field.scale
    point = field.scale.points[1 if len(field.scale.points) > 2 else 0].value
    return {row.value: point for row in field.rows}


def _some(field: FieldDefinition) -> list[str]:
    return [option.value for option in field.options[: field.max_choices or 3]]


def _table(field: FieldDefinition) -> list[dict[str, Any]]:
    rows = [{"row": row.value} for row in field.rows] or [{}, {}]
    return [{**row, **{column.key: _cell(column) for column in field.columns}} for row in rows]


_ANSWERS: dict[FieldType, Callable[[FieldDefinition], Any]] = {
    FieldType.SHORT_TEXT: lambda _: "some words",
    FieldType.LONG_TEXT: lambda _: "some words",
    FieldType.SINGLE_CHOICE: lambda field: [o.value for o in field.options if not o.declines][-1],
    FieldType.MULTI_CHOICE: _some,
    FieldType.BODY_MAP: _some,
    FieldType.EMOTION_WHEEL: lambda field: [field.groups[0].options[0].value],
    FieldType.LIKERT_MATRIX: _points,
    FieldType.CLINICIAN_RATING: lambda field: {row.value: 2 for row in field.rows},
    FieldType.RATING_0_10: lambda _: 8,
    FieldType.NUMBER: lambda field: int(field.max or 1),
    FieldType.DATE: lambda _: "2026-01-13",
    FieldType.CONSENT_CHECK: lambda _: True,
    FieldType.TABLE: _table,
}


def _cell(column: Column) -> Any:
    match column.type:
        case FieldType.SINGLE_CHOICE:
            return column.options[0].value
        case FieldType.RATING_0_10:
            return 6
        case FieldType.NUMBER:
            return 5
        case FieldType.DATE:
            return "2026-01-13"
        case _:
            return "some words"


def series_of(*answers: Any) -> list[Entry]:
    return [Entry(MONDAY + timedelta(days=day), one) for day, one in enumerate(answers)]


def of_one(slug: str) -> tuple[Figure, ...]:
    scorer, answers = scorer_for(slug), whole_form(slug)
    return (*scorer.score_own(answers), *scorer.score_series(series_of(*[answers] * 16)))


def of_both(slug: str) -> tuple[Figure, ...]:
    scorer, answers = scorer_for(slug), whole_form(slug)
    series = series_of(*[answers] * 16)
    return (*scorer.score_pair(answers, answers), *scorer.score_pair_series(series, series))


def visibility(slug: str) -> dict[str, Visibility]:
    return {field.key: field.visibility for field in load_definitions()[slug].fields}
