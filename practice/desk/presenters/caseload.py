"""The caseload as a page shows it: one row a couple, in words and two small pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from practice.access.decide import NotFound
from practice.caseload.models import Stage
from practice.caseload.queries import CaseloadRow
from practice.desk.presenters.reasons import reasons
from practice.measures import registry
from practice.measures.errors import UnknownMeasure
from practice.reports import charts
from practice.web.templating import day, local

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
    reasons: list[str]
    course: Picture | None
    homework: list[Picture]
    stage: str
    is_fictional: bool = False


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
    a, b = found.partners["a"], found.partners["b"]
    return Row(
        couple_id=found.couple_id,
        a=Person(a.name, a.pronouns),
        b=Person(b.name, b.pronouns),
        next_session=_next_session(found.summary.get("next_session")),
        reasons=[reason.words for reason in reasons(found.reasons, strict=strict)],
        course=course_picture(found.summary, a.first_name, b.first_name),
        homework=_homework(found.summary.get("homework") or {}, a.first_name, b.first_name),
        stage=STAGES[found.stage.value],
        is_fictional=found.is_fictional,
    )


def _next_session(at: str | None) -> tuple[str, str] | None:
    if not at:
        return None
    when = local(datetime.fromisoformat(at))
    return day(when.date()), f"{when:%H:%M}"


def course_picture(
    summary: Mapping[str, Any], name_a: str, name_b: str, *, width: float = 96, height: float = 28
) -> Picture | None:
    """Return both partners' course on the measure they are followed by, or None before the first score."""
    course = summary.get("course") or {}
    values = {side: [value for _, value in course.get(side) or []] for side in "ab"}
    if not any(v is not None for side in "ab" for v in values[side]):
        return None
    measure = str(summary.get("course_measure") or "Course")
    a, b = _to_the_end(values, "a"), _to_the_end(values, "b")
    return Picture(
        _course_picture(measure, a, b, width, height),
        _course_words(measure, ((name_a, a), (name_b, b))),
    )


@lru_cache(maxsize=256)
def _course_picture(
    measure: str, a: tuple[Any, ...], b: tuple[Any, ...], width: float, height: float
) -> str:
    """Drawn once for the same course: whoever goes back and forth between the list and a couple sees the same ones again.

    No name is in the picture; its words stand beside it.
    """
    low, high = _range(measure, [v for v in (*a, *b) if v is not None])
    series = (charts.Series("a", "A", a), charts.Series("b", "B", b))
    chart = charts.Sparkline(measure, series, low, high)
    return charts.as_data_uri(charts.sparkline(chart, width=width, height=height))


def _to_the_end(values: Mapping[str, list[Any]], side: str) -> tuple[Any, ...]:
    """The two newest values stand above one another, however many came before."""
    longest = max(len(v) for v in values.values())
    return (*[None] * (longest - len(values[side])), *values[side])


def _course_words(measure: str, courses: Iterable[tuple[str, tuple[Any, ...]]]) -> str:
    parts = []
    for name, values in courses:
        held = [v for v in values if v is not None]
        if held:
            parts.append(f"{name} {held[0]:g} to {held[-1]:g}")
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
    share = f"{done} of {given}"
    return Picture(_bar_picture(side, done, given), f"{name}: {share}", side, share)


@lru_cache(maxsize=512)
def _bar_picture(side: Any, done: int, given: int) -> str:
    """Drawn once for each share, since so few there are; whose share it is stands beside the picture, never in it."""
    share = f"{done} of {given}"
    chart = charts.Bars(title=share, rows=(charts.Bar(share, done, given, side),))
    return charts.as_data_uri(charts.bars(chart, width=64))
