"""Entering results from paper, by item number or as a score, and replacing them. Nothing here commits.

What is computed at entry is kept with the result (a snapshot), so that a later change of a definition changes no record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from practice.access.actor import Actor
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.caseload.queries import Case
from practice.extensions import db
from practice.measures import registry
from practice.measures.model import Measure
from practice.measures.score import Score
from practice.measures.scoring import score
from practice.measures.totals import score_from_totals
from practice.outcomes import queries, rules
from practice.outcomes.models import MeasureResult

Subscales = Mapping[str, float | None] | None


class AlreadyReplaced(Exception):
    """A later row replaces this result already: the newest one is to be corrected."""


def enter_by_item(
    case: Case,
    side: str,
    measure_id: str,
    taken_on: date,
    answers: Sequence[float | None],
    *,
    by: Actor,
) -> MeasureResult:
    """Enter a result by item number: one number per item in printed order, None where it was skipped.

    Raises:
        AnswerError: a number outside its item's range, or too few or too many of them.
        UnknownMeasure: no such measure is held.
    """
    measure = registry.get(measure_id)
    content = _content(score(measure, answers), "items", list(answers))
    return _enter(case, side, measure, taken_on, content, by)


def enter_score(
    case: Case,
    side: str,
    measure_id: str,
    taken_on: date,
    total: float | None,
    subscales: Subscales = None,
    *,
    by: Actor,
) -> MeasureResult:
    """Enter a total and subscales worked out on paper.

    Raises:
        AnswerError: a figure outside its range, or figures that do not add up.
        UnknownMeasure: no such measure is held.
    """
    measure = registry.get(measure_id)
    content = _content(score_from_totals(measure, total, subscales), "score", None)
    return _enter(case, side, measure, taken_on, content, by)


def correct_by_item(
    case: Case,
    side: str,
    result: MeasureResult,
    *,
    taken_on: date,
    answers: Sequence[float | None],
    why: str,
    by: Actor,
) -> MeasureResult:
    """Replace a result by a new row with the right answers. Raises :class:`AlreadyReplaced`, AnswerError."""
    measure = registry.get(result.measure_id)
    content = _content(score(measure, answers), "items", list(answers))
    return _replace(case, side, result, taken_on, {**content, "why": why}, by)


def correct_score(
    case: Case,
    side: str,
    result: MeasureResult,
    *,
    taken_on: date,
    total: float | None,
    subscales: Subscales = None,
    why: str,
    by: Actor,
) -> MeasureResult:
    """Replace a score-only result by a new row. Raises :class:`AlreadyReplaced`, AnswerError."""
    measure = registry.get(result.measure_id)
    content = _content(score_from_totals(measure, total, subscales), "score", None)
    return _replace(case, side, result, taken_on, {**content, "why": why}, by)


def set_aside(
    case: Case, side: str, result: MeasureResult, *, why: str, by: Actor
) -> MeasureResult:
    """Take a result out of scores, charts and reports; the row itself stays. Raises :class:`AlreadyReplaced`."""
    mark = {"set_aside": True, "why": why, "way": result.content["way"], "total": None}
    return _replace(case, side, result, result.taken_on, mark, by)


def _content(scored: Score, way: str, answers: list[float | None] | None) -> dict[str, Any]:
    return {
        "way": way,
        "answers": answers,
        "total": scored.total,
        "exact": scored.exact,
        "mean": scored.mean,
        "subscales": dict(scored.subscales),
        "answered": scored.answered,
        "functional": scored.functional,
        "bands": list(scored.bands),
        "flags": [flag.label for flag in scored.flags],
        "reason": scored.reason,
    }


def _enter(
    case: Case, side: str, measure: Measure, taken_on: date, content: dict[str, Any], by: Actor
) -> MeasureResult:
    row = MeasureResult(
        container_id=queries.container_of(case, side, measure.id),
        measure_id=measure.id,
        taken_on=taken_on,
        content=content,
        made_by=by.user_id,
    )
    db.session.add(row)
    audit.record("result entered", by=by, couple=case.id, subject=row.id, way=content["way"])
    caseload.settle_attention(case, kind="no_baseline", by=by)
    _tell_the_caseload(case, side, measure, row, by)
    return row


def _replace(
    case: Case,
    side: str,
    old: MeasureResult,
    taken_on: date,
    content: dict[str, Any],
    by: Actor,
) -> MeasureResult:
    if queries.is_replaced(old) or old.content.get("set_aside"):
        raise AlreadyReplaced(str(old.id))
    measure = registry.get(old.measure_id)
    row = MeasureResult(
        container_id=old.container_id,
        measure_id=measure.id,
        taken_on=taken_on,
        content=content,
        corrects_id=old.id,
        made_by=by.user_id,
    )
    db.session.add(row)
    action = "result set aside" if content.get("set_aside") else "result corrected"
    audit.record(action, by=by, couple=case.id, subject=row.id)
    # What the old figures gave rise to falls with them; what the new ones say is raised anew.
    caseload.settle_attention(case, source=old.id, by=by)
    _tell_the_caseload(case, side, measure, row, by)
    return row


def _tell_the_caseload(
    case: Case, side: str, measure: Measure, row: MeasureResult, by: Actor
) -> None:
    """Write down what the clinician should see first: a private item, a reliable worsening, the main course."""
    db.session.flush()
    if _is_private_item(measure, row):
        caseload.raise_attention(
            case.couple, kind="private", weight=caseload.WEIGHT_FIRST, source=row.id, by=by
        )
    if measure.id in rules.RESTRICTED:
        return
    courses = queries.courses_on(case, measure.id)
    if rules.deteriorated(measure, courses[side], row.id):
        caseload.raise_attention(
            case.couple,
            kind="deterioration",
            weight=caseload.WEIGHT_NOW,
            source=row.id,
            by=by,
            measure=measure.short_name,
        )
    if measure.id in rules.MAIN:
        _note_main_course(case, by)


def _is_private_item(measure: Measure, row: MeasureResult) -> bool:
    """Whether a single answer (PHQ-9 item 9), or a screen for violence, asks to be read at once; no content leaves the row."""
    if measure.id in rules.RESTRICTED:
        return bool(row.content.get("bands"))
    return measure.id == "phq-9" and bool(row.content.get("flags"))


def _note_main_course(case: Case, by: Actor) -> None:
    courses = queries.courses(case)
    main = next((m for m in rules.MAIN if _is_scored(courses.get(m))), rules.MAIN[0])
    found = courses.get(main, {})
    series = {
        side: [[r.taken_on.isoformat(), r.total] for r in course.scored]
        for side, course in found.items()
    }
    change = {"course": series, "course_measure": registry.get(main).short_name}
    caseload.note_on_caseload(case.couple, change, by=by)


def _is_scored(found: queries.Courses | None) -> bool:
    return found is not None and any(course.scored for course in found.values())
