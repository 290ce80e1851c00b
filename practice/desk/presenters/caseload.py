"""The caseload as a page shows it: one row a couple, in words and two small pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from practice.access.decide import NotFound
from practice.caseload.models import Stage
from practice.caseload.queries import CaseloadRow
from practice.desk.presenters.reasons import Reason, reasons
from practice.measures import registry
from practice.measures.errors import UnknownMeasure
from practice.reports import charts
from practice.web.templating import clock_time, day

PAGE_SIZE = 25
STAGES = {
    "new": "New",
    "active": "Active",
    "paused": "Paused",
    "closed": "Closed",
}


@dataclass(frozen=True)
class Person:
    """One of the two, as the row names them."""

    name: str
    pronouns: str


@dataclass(frozen=True)
class Picture:
    """A small drawing with the words that stand for it, and the partner's side where it is of one alone."""

    source: str
    words: str
    side: str = ""
    short: str = ""


@dataclass(frozen=True)
class Row:
    """One couple on the page."""

    couple_id: Any
    a: Person
    b: Person
    next_session: tuple[str, str] | None
    reasons: list[Reason]
    course: Picture | None
    homework: list[Picture]
    stage: str


def stages_of(wanted: str | None) -> frozenset[Stage] | None:
    """Return the stages of a filter chip: open cases by default, None for all; NotFound for another word."""
    if not wanted:
        return frozenset({Stage.NEW, Stage.ACTIVE, Stage.PAUSED})
    if wanted == "all":
        return None
    if wanted not in STAGES:
        raise NotFound(wanted)
    return frozenset({Stage(wanted)})


def row(found: CaseloadRow, *, strict: bool) -> Row:
    """Put one couple of the caseload into words and pictures."""
    summary: Mapping[str, Any] = found.line.summary if found.line else {}
    a, b = found.partners["a"], found.partners["b"]
    return Row(
        couple_id=found.couple.id,
        a=Person(a.name, a.pronouns),
        b=Person(b.name, b.pronouns),
        next_session=_next_session(summary.get("next_session")),
        reasons=reasons(found.reasons, strict=strict),
        course=course_picture(summary, a.first_name, b.first_name),
        homework=_homework(summary.get("homework") or {}, a.first_name, b.first_name),
        stage=STAGES[found.couple.stage.value],
    )


def _next_session(at: str | None) -> tuple[str, str] | None:
    if not at:
        return None
    when = datetime.fromisoformat(at)
    return day(when), clock_time(when)


def course_picture(
    summary: Mapping[str, Any], name_a: str, name_b: str, *, width: float = 96, height: float = 28
) -> Picture | None:
    """Return both partners' course on the measure they are followed by, or None before the first score."""
    course = summary.get("course") or {}
    values = {side: [value for _, value in course.get(side) or []] for side in "ab"}
    known = [v for side in "ab" for v in values[side] if v is not None]
    if not known:
        return None
    measure = str(summary.get("course_measure") or "Course")
    low, high = _range(measure, known)
    chart = charts.Sparkline(
        measure,
        (
            charts.Series("a", name_a, _to_the_end(values, "a")),
            charts.Series("b", name_b, _to_the_end(values, "b")),
        ),
        low,
        high,
    )
    return Picture(
        charts.as_data_uri(charts.sparkline(chart, width=width, height=height)),
        _course_words(measure, chart),
    )


def _to_the_end(values: Mapping[str, list[Any]], side: str) -> tuple[Any, ...]:
    """The two newest values stand above one another, however many came before."""
    longest = max(len(v) for v in values.values())
    return (*[None] * (longest - len(values[side])), *values[side])


def _course_words(measure: str, chart: charts.Sparkline) -> str:
    parts = []
    for series in chart.series:
        held = [v for v in series.values if v is not None]
        if held:
            parts.append(f"{series.name} {held[0]:g} to {held[-1]:g}")
    return f"{measure}: {', '.join(parts)}"


def _range(measure: str, values: list[float]) -> tuple[float, float]:
    """What the values span, but no less than a third of the measure's range, so that a small change looks small."""
    low, high = min(values), max(values)
    try:
        known = registry.get(measure).total_range
    except UnknownMeasure:
        known = None
    if known is None:
        return low, high
    margin = max((known[1] - known[0]) / 3 - (high - low), 0) / 2
    return max(low - margin, known[0]), min(high + margin, known[1])


def _homework(done: Mapping[str, Any], name_a: str, name_b: str) -> list[Picture]:
    return [
        _bar(side, name, *done[side])
        for side, name in (("a", name_a), ("b", name_b))
        if done.get(side) and done[side][1]
    ]


def _bar(side: Any, name: str, done: int, given: int) -> Picture:
    words = f"{name}: {done} of {given}"
    chart = charts.Bars(title=words, rows=(charts.Bar(name, done, given, side),))
    picture = charts.as_data_uri(charts.bars(chart, width=64))
    return Picture(picture, words, side, f"{done} of {given}")
