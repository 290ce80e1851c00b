"""One panel a measure: start, before and now of each partner, what the change amounts to, and the gap between them.

Nothing here is shown to a partner. Two partners are never averaged before a change is classified.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from practice.caseload.queries import Case
from practice.course.presenters.pictures import Picture, picture
from practice.course.presenters.scales import ScaleRow, scales
from practice.measures import dyad, registry
from practice.measures.change import Change, Outcome, couple_line
from practice.measures.model import Measure
from practice.measures.quantity import points, written
from practice.outcomes import presenters as outcomes
from practice.outcomes import rules
from practice.outcomes.queries import Courses
from practice.outcomes.rules import Course, Reading
from practice.reports import charts

OUTCOMES: dict[Outcome, tuple[str, str]] = {
    Outcome.RECOVERED: ("Recovered", "good"),
    Outcome.IMPROVED: ("Improved", "good"),
    Outcome.UNCHANGED: ("Unchanged", ""),
    Outcome.DETERIORATED: ("Deteriorated", "danger"),
    Outcome.CROSSED_CUTOFF: ("Crossed the cut-off without reliable change", ""),
    Outcome.NOT_COMPUTABLE: ("Not computed", ""),
}
ONE_OCCASION = "One occasion so far: a change needs two."
_SIDES: tuple[Literal["a"], Literal["b"]] = ("a", "b")


@dataclass(frozen=True)
class Figure:
    """A score as written, with its day."""

    words: str
    on: date


@dataclass(frozen=True)
class PartnerRow:
    """One partner's line of a panel."""

    side: str
    name: str
    start: Figure | None
    before: Figure | None
    now: Figure | None
    outcome: str
    tone: str
    words: str
    bands: tuple[str, ...]
    flags: tuple[str, ...]
    unscored: bool


@dataclass(frozen=True)
class Panel:
    """One measure of a couple, in words and one picture."""

    measure_id: str
    short_name: str
    name: str
    facts: tuple[str, ...]
    chart: Picture | None
    rows: tuple[PartnerRow, ...]
    threshold: str
    couple_line: str | None
    gap: str | None
    has_total: bool
    scales: tuple[ScaleRow, ...]


def panels(case: Case, found: Mapping[str, Courses], *, together: bool = True) -> list[Panel]:
    """Return a panel for each measure that was taken, in the order of the registry."""
    return [
        panel(case, measure, found[measure.id], together=together)
        for measure in registry.all_measures()
        if measure.id in found and any(c.readings for c in found[measure.id].values())
    ]


def panel(case: Case, measure: Measure, courses: Courses, *, together: bool = True) -> Panel:
    """Put both partners' courses on one measure into words; ``together`` allows figures of the two."""
    changes = {side: courses[side].change(measure) for side in "ab"}
    return Panel(
        measure_id=measure.id,
        short_name=measure.short_name,
        name=measure.name,
        facts=outcomes.facts(measure),
        chart=_chart(case, measure, courses),
        rows=tuple(
            _row(case, side, courses[side], changes[side])
            for side in "ab"
            if courses[side].readings
        ),
        threshold=threshold_words(measure),
        couple_line=_couple_line(measure, changes) if together else None,
        gap=gap_words(measure, courses) if together else None,
        has_total=measure.total_range is not None,
        scales=scales(measure, courses),
    )


def figure_words(reading: Reading) -> str:
    """Return a score as written: "48", "no score", or "see scales" where the measure has no total."""
    if reading.total is None:
        return "no score" if reading.reason else "see scales"
    mean = f" (mean {reading.mean:.2f})" if reading.mean is not None else ""
    return f"{written(reading.total)}{mean}"


def threshold_words(measure: Measure) -> str:
    """Say how many points count as reliable and where that comes from: published, or derived and so labelled."""
    change = measure.change
    if change is None:
        return "No reliable change is held: change is described, not classified."
    if change.source == "published":
        return f"Reliable change: {points(change.value)} or more. Published: {change.basis}."
    return (
        f"Reliable change: {points(change.value)} or more. "
        f"Derived, since no published figure is held: {change.basis}."
    )


def gap_words(measure: Measure, courses: Courses) -> str | None:
    """Say how far apart the two are at the start and now; None while one of them has no score."""
    start = dyad.gap(measure, *(_total(courses[side].baseline) for side in "ab"))
    now = dyad.gap(measure, *(_total(courses[side].now) for side in "ab"))
    if now is None:
        return None
    said = f"{points(now.size)} apart now."
    if start is not None and _moved(courses):
        said = f"{points(start.size)} apart at the start, {written(now.size)} now."
    if now.threshold is None:
        return said
    place = "beyond" if now.exceeds else "within"
    return (
        f"{said} That is {place} {points(now.threshold)}, the reliable change of one person, "
        "which serves as the yardstick for a gap by convention."
    )


def _moved(courses: Courses) -> bool:
    return any(courses[side].baseline is not courses[side].now for side in "ab")


def _total(reading: Reading | None) -> float | None:
    return reading.total if reading else None


def _couple_line(measure: Measure, changes: Mapping[str, Change | None]) -> str | None:
    held = [change.outcome for change in changes.values() if change is not None]
    return couple_line(measure, held) if len(held) == len(changes) else None


def _row(case: Case, side: str, course: Course, change: Change | None) -> PartnerRow:
    now = course.now
    outcome, tone = OUTCOMES[change.outcome] if change else ("", "")
    return PartnerRow(
        side=side,
        name=case.partners[side].first_name,
        start=_figure(course.baseline),
        before=_figure(course.previous),
        now=_figure(now) if now is not course.baseline else None,
        outcome=outcome,
        tone=tone,
        words=_change_words(course, change),
        bands=now.bands if now else (),
        flags=now.flags if now else (),
        unscored=now is not None and now.reason is not None,
    )


def _change_words(course: Course, change: Change | None) -> str:
    if change is not None:
        reason = course.now.reason if course.now and course.now.total is None else None
        return reason or change.words
    return (course.now and course.now.reason) or ONE_OCCASION


def _figure(reading: Reading | None) -> Figure | None:
    return None if reading is None else Figure(figure_words(reading), reading.taken_on)


def _chart(case: Case, measure: Measure, courses: Courses) -> Picture | None:
    dates = tuple(sorted({r.taken_on for side in "ab" for r in courses[side].readings}))
    if measure.total_range is None or len(dates) < 2:
        return None
    cut_off = rules.cut_off_of(measure)
    trend = charts.Trend(
        title=f"{measure.short_name} over time",
        dates=dates,
        series=tuple(
            _series(case, side, courses[side], dates) for side in _SIDES if courses[side].scored
        ),
        low=measure.total_range[0],
        high=measure.total_range[1],
        cut_off=None
        if cut_off is None
        else charts.CutOff(cut_off.value, cut_off.marks, _capital(cut_off.words)),
    )
    return picture(trend, width=880, height=236)


def _series(
    case: Case, side: Literal["a", "b"], course: Course, dates: tuple[date, ...]
) -> charts.Series:
    held = {r.taken_on: r.total for r in course.readings}
    return charts.Series(side, case.partners[side].first_name, tuple(held.get(d) for d in dates))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
