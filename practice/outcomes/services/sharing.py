"""Each partner's own choice, and the clinician's release: three conditions, and nothing shows which one is missing.

A release needs both opt-ins and open shared work, and writes a frozen copy into the couple's container. Choosing changes
nothing that the other can see.
"""

from __future__ import annotations

from typing import Any

from practice.access.actor import Actor
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.caseload.queries import Case
from practice.caseload.rules import NotOpen, refusal
from practice.extensions import db
from practice.lib import clock
from practice.measures import registry
from practice.measures.change import Change, Outcome, couple_line
from practice.measures.model import Measure
from practice.outcomes import queries, rules
from practice.outcomes.models import SharedMeasure, SharingChoice
from practice.outcomes.rules import Course
from practice.treatment import queries as treatment
from practice.treatment.rules import attainment


def choose_sharing(case: Case, measure_id: str, agreed: bool, *, by: Actor) -> SharingChoice:
    """Note the acting partner's own choice; the newest counts. Raises :class:`NotOpen` for what is not offered.

    Taking a choice back while a copy is open tells only the clinician: closing it is the clinician's act.
    """
    rules.check_offered(measure_id, sexual_work_open=case.couple.sexual_work_open)
    row = SharingChoice(container_id=case.own_container, measure_id=measure_id, agreed=agreed)
    db.session.add(row)
    audit.record("sharing chosen", by=by, couple=case.id, subject=row.id)
    if not agreed:
        for copy in queries.released(case):
            if copy.measure_id == measure_id:
                caseload.raise_attention(
                    case.couple,
                    kind="private",
                    weight=caseload.WEIGHT_FIRST,
                    source=copy.id,
                    by=by,
                )
    return row


def release_measure(case: Case, measure_id: str, *, by: Actor) -> SharedMeasure:
    """Show a measure's course, or goal attainment (``gas``), to both as it stands now; an earlier copy is closed.

    Raises:
        NotOpen: not offered, shared work not open, or not opted into by both.
        NothingToShare: one of the two has no score, or no goal of both is rated.
    """
    rules.check_offered(measure_id, sexual_work_open=case.couple.sexual_work_open)
    chosen = queries.sharing(case)
    if not case.couple.shared_work_open or not all(chosen.get((s, measure_id)) for s in "ab"):
        raise NotOpen(refusal("pair_work"))
    content = _goals(case) if measure_id == rules.GOALS else _course(case, measure_id)
    _close(case, measure_id, by)
    row = SharedMeasure(
        container_id=case.container("couple"),
        measure_id=measure_id,
        content=content,
        made_by=by.user_id,
    )
    db.session.add(row)
    audit.record("course released", by=by, couple=case.id, subject=row.id, measure=measure_id)
    return row


def close_measure(case: Case, measure_id: str, *, by: Actor) -> None:
    """Close the open copy of a measure on both sides at once; nothing happens if there is none."""
    _close(case, measure_id, by)


def _close(case: Case, measure_id: str, by: Actor) -> None:
    for copy in queries.released(case):
        if copy.measure_id == measure_id:
            copy.closed_at, copy.closed_by = clock.now(), by.user_id
            caseload.settle_attention(case, source=copy.id, by=by)
            audit.record("course closed", by=by, couple=case.id, subject=copy.id)


def _course(case: Case, measure_id: str) -> dict[str, Any]:
    """Return the frozen copy of both courses: dates and totals, never an answer, a gap or a reason."""
    measure, courses = registry.get(measure_id), queries.courses_on(case, measure_id)
    if measure.total_range is None or not all(courses[side].scored for side in "ab"):
        raise rules.NothingToShare(measure_id)
    changes = {side: _change(measure, courses[side]) for side in "ab"}
    cut_off = rules.cut_off_of(measure)
    return {
        "measure_id": measure.id,
        "short_name": measure.short_name,
        "name": measure.name,
        "low": measure.total_range[0],
        "high": measure.total_range[1],
        "direction": rules.direction_words(measure.direction),
        "cut_off": cut_off and {"value": cut_off.value, "marks": cut_off.marks, "words": cut_off.words},
        "citation": measure.citation,
        "series": {side: _points(courses[side]) for side in "ab"},
        "changes": {side: _change_words(change) for side, change in changes.items() if change},
        "couple_line": couple_line(measure, [c.outcome for c in changes.values() if c])
        if all(changes.values())
        else None,
    }  # fmt: skip


def _points(course: Course) -> list[dict[str, Any]]:
    return [{"on": r.taken_on.isoformat(), "total": r.total} for r in course.scored]


def _change(measure: Measure, course: Course) -> Change | None:
    """The change between the first and the last score; a reading without a score leaves no trace."""
    change = Course(course.scored).change(measure)
    return None if change is None or change.outcome is Outcome.NOT_COMPUTABLE else change


def _change_words(change: Change) -> dict[str, Any]:
    return {
        "outcome": change.outcome.value,
        "words": change.words,
        "threshold": change.threshold,
        "source": change.source,
    }


def _goals(case: Case) -> dict[str, Any]:
    """Return the frozen copy of goal attainment: agreed ratings of the goals owned by both, and T."""
    found = attainment([g for g in treatment.goals(case) if g.owner == "both"])
    if found is None:
        raise rules.NothingToShare(rules.GOALS)
    return {
        "measure_id": rules.GOALS,
        "short_name": "GAS",
        "name": rules.name_of(rules.GOALS),
        "low": -2,
        "high": 2,
        "direction": "0 is as expected, higher is better",
        "cut_off": None,
        "dates": [day.isoformat() for day in found.dates],
        "goals": [
            {"text": line.text, "weight": line.weight, "levels": list(line.levels)}
            for line in found.lines
        ],
        "t": {"start": found.t_start, "now": found.t_now},
    }
