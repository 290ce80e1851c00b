"""Numbers of both as dumbbells and a table, their pattern in a sentence, words beside each other, guesses in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType, WrittenBy
from practice.catalogue.fields import AnswerView, display
from practice.catalogue.rules import with_partner_names
from practice.measures.exercises.figure import Figure
from practice.measures.exercises.registry import scorer_for
from practice.reports import charts
from practice.responses.presenters.review import FigureLine, figure_lines
from practice.responses.queries import Pair
from practice.responses.rules import entries

_RATING = (0.0, 10.0, "", "")
Ends = tuple[float, float, str, str]


@dataclass(frozen=True)
class Comparison:
    """One chart with its sentence and the same data as a table."""

    title: str
    pattern: str
    source: str
    words: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Beside:
    """One question that is no number: both answers beside each other, for the care team."""

    prompt: str
    a: AnswerView | None
    b: AnswerView | None


@dataclass(frozen=True)
class ComparisonPage:
    """Everything on the page."""

    charts: tuple[Comparison, ...]
    guesses: tuple[tuple[str, list[FigureLine]], ...]
    figures: list[FigureLine]
    beside: tuple[Beside, ...]


def comparison_page(pair: Pair) -> ComparisonPage:
    """Return both partners' answers to one round side by side."""
    a, b = pair.answers("a"), pair.answers("b")
    names = (pair.case.a.first_name, pair.case.b.first_name)
    fields = [
        with_partner_names(f, *names)
        for f in pair.definition.fields
        if f.by is WrittenBy.AUTHOR and (f.key in a or f.key in b)
    ]
    drawn = list(_charts(fields, a, b, names))
    numbers = {f.key for f in fields if _ends(f) is not None}
    figures = between(pair)
    return ComparisonPage(
        charts=tuple(drawn),
        guesses=tuple(
            (name, figure_lines(f for f in figures if f.subject == side))
            for side, name in zip("ab", names, strict=True)
            if any(f.subject == side for f in figures)
        ),
        figures=figure_lines(f for f in figures if f.subject not in ("a", "b")),
        beside=tuple(
            Beside(f.prompt, display(f, a.get(f.key)), display(f, b.get(f.key)))
            for f in fields
            if f.key not in numbers
        ),
    )


def between(pair: Pair) -> tuple[Figure, ...]:
    """Return what is worked out from both: of this round with its replies, and over time the newest week or month."""
    scorer, zone = scorer_for(pair.definition.slug), pair.case.actor.zone
    a, b = ({**pair.answers(side), **pair.reply(side)} for side in "ab")
    of_a, of_b = (entries(pair.history.get(side, ()), zone) for side in "ab")
    over_time = scorer.score_pair_series(of_a, of_b)
    newest = max((f.period for f in over_time if f.period), default=None)
    return (*scorer.score_pair(a, b), *(f for f in over_time if f.period in (newest, None)))


def pattern(rows: Iterable[charts.Gap], low: float, high: float, names: tuple[str, str]) -> str:
    """Say which topics stand above the middle of the scale for both, for one alone, and for neither.

    Topics that one of the two left out are not judged.
    """
    middle = (low + high) / 2
    groups: dict[str, list[str]] = {"both": [], "a": [], "b": [], "neither": []}
    for row in rows:
        if isinstance(row.a, int | float) and isinstance(row.b, int | float):
            above = (row.a > middle, row.b > middle)
            name = {(True, True): "both", (True, False): "a", (False, True): "b"}.get(above)
            groups[name or "neither"].append(row.label)
    words = (
        ("both", "for both"),
        ("a", f"for {names[0]} alone"),
        ("b", f"for {names[1]} alone"),
        ("neither", "for neither"),
    )
    said = [f"{whom}: {', '.join(groups[key])}" for key, whom in words if groups[key]]
    return f"Above the middle of the scale {'; '.join(said)}." if said else ""


def _charts(
    fields: Iterable[FieldDefinition],
    a: Mapping[str, Any],
    b: Mapping[str, Any],
    names: tuple[str, str],
) -> Iterable[Comparison]:
    singles: dict[Ends, list[charts.Gap]] = {}
    for field in fields:
        ends = _ends(field)
        if ends is None:
            continue
        if field.answer_type is FieldType.LIKERT_MATRIX:
            rows = [
                charts.Gap(row.label, _row(a, field.key, row.value), _row(b, field.key, row.value))
                for row in field.rows
            ]
            yield _comparison(field.prompt, rows, ends, names)
        else:
            singles.setdefault(ends, []).append(
                charts.Gap(field.prompt, _number(a.get(field.key)), _number(b.get(field.key)))
            )
    for ends, rows in singles.items():
        yield _comparison("Single questions", rows, ends, names)


def _comparison(
    title: str, rows: list[charts.Gap], ends: Ends, names: tuple[str, str]
) -> Comparison:
    low, high, low_words, high_words = ends
    chart = charts.Dumbbells(title, *names, tuple(rows), low, high, low_words, high_words)
    table = charts.data_table(chart)
    return Comparison(
        title=title,
        pattern=pattern(rows, low, high, names),
        source=charts.as_data_uri(charts.dumbbells(chart, width=680)),
        words=f"{title}. {charts.describe(chart)}",
        columns=table.columns,
        rows=table.rows,
    )


def _ends(field: FieldDefinition) -> Ends | None:
    """The two ends of a question's scale, or None where its answers are no numbers on one."""
    if field.type is FieldType.PREDICT:
        return None
    if field.type is FieldType.RATING_0_10:
        return _RATING
    if field.type is FieldType.LIKERT_MATRIX and field.scale:
        points = [_number(point.value) for point in field.scale.points]
        return _between(points, field.scale.low, field.scale.high)
    if field.type is FieldType.SINGLE_CHOICE:
        return _between(
            [_number(o.value) for o in field.options if not o.declines], field.low, field.high
        )
    return None


def _between(points: list[float | None], low: str, high: str) -> Ends | None:
    known = [p for p in points if p is not None]
    if len(known) < 2 or len(known) < len(points):
        return None
    return min(known), max(known), low, high


def _row(answers: Mapping[str, Any], key: str, row: str) -> float | None:
    answer = answers.get(key)
    return _number(answer.get(row)) if isinstance(answer, Mapping) else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None
