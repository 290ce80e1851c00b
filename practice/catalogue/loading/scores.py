"""What the scores of a definition must hold: items that exist and have points, parts that fit, bands that do not overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from practice.catalogue.definition import ExerciseDefinition, WrittenBy
from practice.catalogue.rules.scoring import ends_of, rows_of, rule_of
from practice.catalogue.scores import Score, ScoreItem
from practice.measures.form_scores import range_of
from practice.measures.quantity import written


def score_problems(definition: ExerciseDefinition) -> Iterator[tuple[str, str]]:
    """Yield each place and problem. Assumes that the questions themselves are sound."""
    for key, count in Counter(score.key for score in definition.scores).items():
        if count > 1:
            yield f"scores.{key}", "this key stands twice"
    for score in definition.scores:
        place = f"scores.{score.key}"
        found = list(_item_problems(definition, score))
        yield from ((f"{place}.items", problem) for problem in found)
        yield from ((f"{place}.part_of", problem) for problem in _part_problems(definition, score))
        if not found:
            yield from ((f"{place}.{at}", text) for at, text in _range_problems(definition, score))


def _item_problems(definition: ExerciseDefinition, score: Score) -> Iterator[str]:
    fields = {field.key: field for field in definition.fields}
    doubles = Counter(item.name for item in score.items)
    yield from (f"{name} stands twice" for name, count in doubles.items() if count > 1)
    unknown = [item for item in score.items if item.field not in fields]
    yield from (f"{item.field} is not a question here" for item in unknown)
    known = [item for item in score.items if item not in unknown]
    yield from filter(None, (_no_points(definition, item) for item in known))
    writers = {(fields[item.field].by, fields[item.field].stage) for item in known}
    if len(writers) > 1:
        yield "mixes answers that are written by different people or on different forms"
    elif any(by is WrittenBy.PARTNER for by, _ in writers):
        yield "counts what one partner writes about the other; only a person's own answers can be counted"


def _no_points(definition: ExerciseDefinition, item: ScoreItem) -> str:
    field = definition.field(item.field)
    if item.row not in rows_of(field):
        return f"{item.name}: name one of its rows" if not item.row else f"{item.name} is not a row"
    if ends_of(field, item.row) is None:
        return f"{item.name} has no points: give its answers points, or a number its least and most"
    return ""


def _part_problems(definition: ExerciseDefinition, score: Score) -> Iterator[str]:
    if not score.part_of:
        return
    whole = {other.key: other for other in definition.scores}.get(score.part_of)
    if whole is None or whole.key == score.key:
        yield f"{score.part_of} is not another score here"
    elif whole.part_of:
        yield f"{score.part_of} is itself part of a score"
    elif missing := {i.name for i in score.items} - {i.name for i in whole.items}:
        yield f"{score.part_of} does not count {', '.join(sorted(missing))}"


def _range_problems(definition: ExerciseDefinition, score: Score) -> Iterator[tuple[str, str]]:
    rule = rule_of(definition, score)
    if score.may_miss >= len(score.items):
        yield "may_miss", "at least one item has to be answered"
    if score.may_miss and score.kind != "count" and len({(i.low, i.high) for i in rule.items}) > 1:
        yield "may_miss", "items of different ranges cannot stand for each other: all are needed"
    low, high = range_of(rule)
    before: float | None = None
    for band in sorted(score.bands, key=lambda band: band.low):
        if band.low > band.high:
            yield "bands", f"{band.label}: from is greater than to"
        if band.low < low or band.high > high:
            yield "bands", f"{band.label}: the score runs from {written(low)} to {written(high)}"
        if before is not None and band.low <= before:
            yield "bands", f"{band.label}: overlaps with the band before"
        before = band.high
