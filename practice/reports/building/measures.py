"""Measures as report blocks: always with range, direction, cut-off and where the change value comes from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from practice.measures import registry
from practice.measures.model import Direction, Measure
from practice.outcomes import rules
from practice.outcomes.rules import Course
from practice.reports.charts import CutOff, Series, Trend
from practice.reports.document import (
    Block,
    ChartBlock,
    MeasureBlock,
    MeasureRow,
    Note,
    Paragraph,
    Table,
)


def own_blocks(measure_id: str, course: Course, *, name: str, side: Any) -> list[Block]:
    """Return what a person's own report says of one measure; nothing when it was never taken."""
    measure = registry.get(measure_id)
    if course.now is None:
        return []
    if measure.total_range is None:
        return [_subscales(measure, course)]
    rows = (_row(measure, course, name=name, side=side),)
    blocks: list[Block] = [_block(measure, course, rows)]
    if course.now.total is None:
        blocks.append(Note(f"No score on {course.now.taken_on:%-d %B %Y}: {course.now.reason}"))
    if measure.subscales and course.now.total is not None:
        blocks.append(_subscales(measure, course))
    return blocks


def _row(measure: Measure, course: Course, *, name: str, side: Any) -> MeasureRow:
    change = course.change(measure)
    return MeasureRow(
        name=name,
        side=side,
        now=course.now.total if course.now else None,
        baseline=course.baseline.total
        if course.baseline and course.baseline is not course.now
        else None,
        previous=course.previous.total if course.previous else None,
        change=change.words if change else "",
    )


def _block(measure: Measure, course: Course, rows: tuple[MeasureRow, ...]) -> MeasureBlock:
    low, high = measure.total_range or (0, 0)
    cut_off = rules.cut_off_of(measure)
    now, baseline, previous = course.now, course.baseline, course.previous
    return MeasureBlock(
        measure=measure.name,
        low=low,
        high=high,
        better="lower" if measure.direction is Direction.HIGHER_WORSE else "higher",
        rows=rows,
        now_on=now.taken_on if now else date.min,
        baseline_on=baseline.taken_on if baseline and baseline is not now else None,
        previous_on=previous.taken_on if previous else None,
        cut_off=cut_off.words if cut_off else "",
        cut_off_source=measure.citation if cut_off else "",
    )


def _subscales(measure: Measure, course: Course) -> Table:
    """Return the scales of a measure over time; a scale is never judged by the total's cut-off."""
    scales = measure.subscales
    rows = tuple(
        (f"{r.taken_on.day} {r.taken_on:%b %Y}", *(_written(r.subscales.get(s.id)) for s in scales))
        for r in course.readings
    )
    return Table(
        caption=f"{measure.short_name}: scales, described only",
        columns=("date", *(_words(s.id) for s in scales)),
        rows=rows,
        numeric=tuple(range(1, len(scales) + 1)),
    )


def _words(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _written(value: float | None) -> str:
    if value is None:
        return "no score"
    return str(value) if isinstance(value, int) else f"{value:.2f}".rstrip("0").rstrip(".")


def trend(measure: Measure, courses: Mapping[Any, tuple[str, Course]]) -> ChartBlock | None:
    """Return the course of one measure for one or both people, or nothing with fewer than two dates."""
    dates = sorted({r.taken_on for _, course in courses.values() for r in course.readings})
    if len(dates) < 2 or measure.total_range is None:
        return None
    series = tuple(
        Series(side, name, tuple(_totals(course).get(day) for day in dates))
        for side, (name, course) in courses.items()
    )
    return ChartBlock(
        caption=f"{measure.short_name}, {rules.direction_words(measure.direction)}",
        chart=Trend(
            title=f"{measure.short_name} over time",
            dates=tuple(dates),
            series=series,
            low=measure.total_range[0],
            high=measure.total_range[1],
            cut_off=_line(measure),
        ),
        with_table=False,
    )


def _totals(course: Course) -> dict[date, float | None]:
    return {r.taken_on: r.total for r in course.readings}


def _line(measure: Measure) -> CutOff | None:
    found = rules.cut_off_of(measure)
    return CutOff(found.value, found.marks, found.words) if found else None


def shared_blocks(held: Mapping[str, Any], names: Mapping[str, str]) -> list[Block]:
    """Return what a conjoint report says of one shared measure: from the frozen copy alone."""
    dates = sorted({p["on"] for side in "ab" for p in held["series"][side]})
    days = tuple(date.fromisoformat(d) for d in dates)
    by_day = {s: {p["on"]: p["total"] for p in held["series"][s]} for s in "ab"}
    cut_off = held["cut_off"]
    rows = tuple(_shared_row(held, side, names[side]) for side in ("a", "b"))
    blocks: list[Block] = []
    if len(days) > 1:
        line = CutOff(cut_off["value"], cut_off["marks"], cut_off["words"]) if cut_off else None
        series = tuple(
            Series(s, names[s], tuple(by_day[s].get(d) for d in dates)) for s in ("a", "b")
        )
        chart = Trend(
            f"{held['short_name']} over time", days, series, held["low"], held["high"], line
        )
        blocks.append(
            ChartBlock(f"{held['short_name']}, {held['direction']}", chart, with_table=False)
        )
    blocks.append(
        MeasureBlock(
            measure=held["name"],
            low=held["low"],
            high=held["high"],
            better="lower" if held["direction"].startswith("lower") else "higher",
            rows=rows,
            now_on=days[-1],
            baseline_on=days[0] if len(days) > 1 else None,
            previous_on=days[-2] if len(days) > 2 else None,
            cut_off=cut_off["words"] if cut_off else "",
            cut_off_source=held["citation"] if cut_off else "",
            couple_line=held.get("couple_line") or "",
        )
    )
    return blocks


def _shared_row(held: Mapping[str, Any], side: Any, name: str) -> MeasureRow:
    points = held["series"][side]
    change = held["changes"].get(side)
    return MeasureRow(
        name=name,
        side=side,
        now=points[-1]["total"],
        baseline=points[0]["total"] if len(points) > 1 else None,
        previous=points[-2]["total"] if len(points) > 2 else None,
        change=change["words"] if change else "",
    )


def as_of_start(held: Mapping[str, Any]) -> dict[str, Any]:
    """Return a shared measure as an intake report may show it: its first point alone, without change."""
    first = {s: held["series"][s][:1] for s in "ab"}
    return {**held, "series": first, "changes": {}, "couple_line": None}


def nothing_taken() -> Paragraph:
    """Return the sentence for a section without measures."""
    return Paragraph("Nothing was measured here in this period.")
