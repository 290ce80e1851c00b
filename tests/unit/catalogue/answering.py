"""Questions and answers to test with: every question of the catalogue, and every answer it may get."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form

from practice.catalogue.definition import (
    Column,
    ExerciseDefinition,
    FieldDefinition,
    FieldType,
    Option,
)
from practice.catalogue.fields import emotion_wheel, likert_matrix
from practice.catalogue.fields.table import lines_possible
from practice.catalogue.forms import AnswerForm, build_form
from practice.catalogue.loading import definition_from_json, load_definitions

# Everything people write: emoji with joiners, right-to-left, combining marks; no NUL, no half surrogates, no bare "\r".
WORDS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=40),
    st.sampled_from(
        ["👩‍❤️‍👨", "שלום عليكم", "e\u0301 n\u0303", "\u202eabc", "a\nb", "\nfirst line empty"]
    ),
).filter(lambda text: bool(text.strip()))
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat)


def every_field() -> list[tuple[ExerciseDefinition, FieldDefinition]]:
    return [
        (exercise, field) for exercise in load_definitions().values() for field in exercise.fields
    ]


def one_of_each() -> list[tuple[ExerciseDefinition, FieldDefinition]]:
    """One question of every type and shape, with and without fixed rows or a most."""
    kinds: dict[object, tuple[ExerciseDefinition, FieldDefinition]] = {}
    for exercise, field in every_field():
        shape = (field.type, field.shape, bool(field.rows), bool(field.max_choices))
        kinds.setdefault(shape, (exercise, field))
    return list(kinds.values())


def named(pair: object) -> str:
    exercise, field = pair  # type: ignore[misc]
    return f"{exercise.slug}.{field.key}"


def answers_to(field: FieldDefinition) -> st.SearchStrategy[Any]:
    """Every valid answer to a question, as it is stored."""
    return _ANSWERS[field.answer_type](field)


def form_over(
    *fields: FieldDefinition, answers: dict[str, Any] | None = None, posted: Any = None, **more: Any
) -> AnswerForm:
    """A form outside any request, filled or posted."""
    exercise = load_definitions()["er-feelings-log"]
    made = build_form(exercise, fields, answers=answers or {}, base=Form, **more)
    return made(formdata=None if posted is None else MultiDict(posted))


def as_posted(form: AnswerForm) -> MultiDict[str, str]:
    """What a browser sends for a page that shows ``form``: line breaks travel as CR LF."""
    sent: MultiDict[str, str] = MultiDict()
    for field in form:
        if field.type == "SubmitField" or field.data in (None, "", False, []):
            continue
        for value in field.data if isinstance(field.data, list) else [field.data]:
            text = "y" if value is True else str(value)
            sent.add(field.name, text.replace("\r\n", "\n").replace("\n", "\r\n"))
    return sent


def exercise_of(*fields: dict[str, Any], **more: Any) -> ExerciseDefinition:
    """A small exercise of one's own."""
    return definition_from_json(exercise_json(*fields, **more))


def exercise_json(*fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    whole = {
        "slug": "own-exercise",
        "version": "2026-11-1",
        "title": "An exercise",
        "neutral_title": "An exercise",
        "module": "Check-ins",
        "purpose": "To try things.",
        "who": "reveal",
        "minutes": 5,
        "gates": {"fill": "G0", "show": "G1"},
        "schedule": {"kind": "once"},
    }
    return {**whole, "fields": list(fields), **more}


def question(key: str, kind: str = "short_text", **more: Any) -> dict[str, Any]:
    return {"key": key, "type": kind, "visibility": "reveal", "prompt": key.title(), **more}


def options(*labels: str) -> list[dict[str, str]]:
    return [{"value": label.lower().replace(" ", "_"), "label": label} for label in labels]


def _some_of(offered: Iterable[Option], most: int) -> st.SearchStrategy[list[str]]:
    values = [option.value for option in offered]
    picked = st.sets(st.sampled_from(values), min_size=1, max_size=most or None)
    return picked.map(lambda chosen: [value for value in values if value in chosen])


def _some_rows(field: FieldDefinition, points: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    rows = [row.value for row in field.rows]
    filled = st.dictionaries(st.sampled_from(rows), points, min_size=1)
    return filled.map(lambda given: {row: given[row] for row in rows if row in given})


def _numbers(low: float | None, high: float | None) -> st.SearchStrategy[int | float]:
    return st.integers(int(low or 0), int(high if high is not None else 10_000))


def _tables(field: FieldDefinition) -> st.SearchStrategy[Any]:
    cells = {column.key: _cells(column) for column in field.columns}
    if not field.rows:
        line = st.fixed_dictionaries({}, optional=cells).filter(bool)
        return st.lists(line, min_size=1, max_size=lines_possible(field))
    rows = [row.value for row in field.rows]
    chosen = st.sets(st.sampled_from(rows), min_size=1)
    return chosen.flatmap(
        lambda some: st.tuples(
            *(st.fixed_dictionaries({"row": st.just(row), **cells}) for row in rows if row in some)
        ).map(list)
    )


def _cells(column: Column) -> st.SearchStrategy[Any]:
    match column.type:
        case FieldType.SINGLE_CHOICE:
            return st.sampled_from([option.value for option in column.options])
        case FieldType.RATING_0_10:
            return st.integers(0, 10)
        case FieldType.NUMBER:
            return _numbers(column.min, column.max)
        case FieldType.DATE:
            return DAYS
        case _:
            return st.text(string.ascii_letters + "שé👩‍❤️‍👨 ", max_size=20).filter(
                lambda t: bool(t.strip())
            )


_ANSWERS: dict[FieldType, Callable[[FieldDefinition], st.SearchStrategy[Any]]] = {
    FieldType.SHORT_TEXT: lambda _: WORDS,
    FieldType.LONG_TEXT: lambda _: WORDS,
    FieldType.SINGLE_CHOICE: lambda field: st.sampled_from([o.value for o in field.options]),
    FieldType.MULTI_CHOICE: lambda field: _some_of(field.options, field.max_choices),
    FieldType.BODY_MAP: lambda field: _some_of(field.options, field.max_choices),
    FieldType.EMOTION_WHEEL: lambda field: _some_of(
        emotion_wheel.FIELD_TYPE.offered(field), field.max_choices
    ),
    FieldType.RATING_0_10: lambda _: st.integers(0, 10),
    FieldType.LIKERT_MATRIX: lambda field: _some_rows(
        field, st.sampled_from([p.value for p in likert_matrix.FIELD_TYPE.points(field)])
    ),
    FieldType.CLINICIAN_RATING: lambda field: _some_rows(
        field, st.integers(int(field.min or 0), int(field.max or 10))
    ),
    FieldType.NUMBER: lambda field: _numbers(field.min, field.max),
    FieldType.DATE: lambda _: DAYS,
    FieldType.TABLE: _tables,
    FieldType.CONSENT_CHECK: lambda _: st.just(True),
}
