"""Reading results, choices and shared courses. The first parameter is the actor or a case the actor has loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.extensions import db
from practice.measures import registry
from practice.measures.errors import UnknownMeasure
from practice.measures.model import Measure
from practice.outcomes import rules
from practice.outcomes.models import MeasureResult, SharedMeasure, SharingChoice
from practice.outcomes.rules import Course

Courses = dict[str, Course]
"""By side, ``a`` and ``b``."""


@dataclass(frozen=True)
class MeasureInCase:
    """One measure, on the page of one couple."""

    case: Case
    measure: Measure
    side: str = ""
    way: str = ""

    @property
    def id(self) -> UUID:
        """Return the couple's id (a measure has none of its own)."""
        return self.case.id

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing


@dataclass(frozen=True)
class ResultInCase:
    """One stored result, with the couple it belongs to."""

    case: Case
    result: MeasureResult
    side: str

    @property
    def id(self) -> UUID:
        """Return the result's id."""
        return self.result.id

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing

    @property
    def measure(self) -> Measure:
        """Return the measure's definition."""
        return registry.get(self.result.measure_id)


@dataclass(frozen=True)
class OwnChoice:
    """What one partner chose for one measure; ``agreed`` is None before any choice."""

    measure_id: str
    name: str
    agreed: bool | None
    chosen_at: datetime | None


def container_of(case: Case, side: str, measure_id: str) -> UUID:
    """Return where one partner's results on a measure are kept: their own container, or their safety record."""
    kind = "safety" if measure_id in rules.RESTRICTED else "partner"
    return case.container(f"{kind}_{side}")


def measure_in_case(
    actor: Actor, couple_id: UUID, measure_id: str, side: str = "", way: str = ""
) -> MeasureInCase:
    """Load a measure of one couple; raise :class:`NotFound` for an unknown one, side or way of entry."""
    if side not in ("", "a", "b") or way not in ("", "items", "score"):
        raise NotFound(measure_id)
    try:
        measure = registry.get(measure_id)
    except UnknownMeasure as unknown:
        raise NotFound(measure_id) from unknown
    return MeasureInCase(caseload.case(actor, couple_id), measure, side, way)


def result_in_case(actor: Actor, couple_id: UUID, result_id: UUID) -> ResultInCase:
    """Load one result of one couple; raise :class:`NotFound`."""
    case = caseload.case(actor, couple_id)
    row = db.session.scalar(select(MeasureResult).where(MeasureResult.id == result_id))
    sides = {
        case.container(f"{kind}_{side}"): side for kind in ("partner", "safety") for side in "ab"
    }
    if row is None or row.container_id not in sides:
        raise NotFound(result_id)
    return ResultInCase(case, row, sides[row.container_id])


def _results(containers: dict[UUID, str], measure_id: str | None = None) -> dict[str, Courses]:
    query = select(MeasureResult).where(MeasureResult.container_id.in_(containers))
    if measure_id is not None:
        query = query.where(MeasureResult.measure_id == measure_id)
    rows: dict[str, dict[str, list[MeasureResult]]] = {}
    for row in db.session.scalars(query):
        sides = rows.setdefault(row.measure_id, {"a": [], "b": []})
        sides[containers[row.container_id]].append(row)
    return {
        measure: {side: rules.course_of(held) for side, held in sides.items()}
        for measure, sides in rows.items()
    }


def courses(case: Case) -> dict[str, Courses]:
    """Return both partners' courses by measure, the restricted ones apart (one query; care team only)."""
    return _results({case.container(f"partner_{side}"): side for side in "ab"})


def restricted_courses(case: Case) -> dict[str, Courses]:
    """Return the courses kept with the restricted safety record (one query; care team only)."""
    return _results({case.container(f"safety_{side}"): side for side in "ab"})


def courses_on(case: Case, measure_id: str) -> Courses:
    """Return both partners' courses on one measure."""
    containers = {container_of(case, side, measure_id): side for side in "ab"}
    found = _results(containers, measure_id)
    return found.get(measure_id, {"a": Course(), "b": Course()})


def own_courses(case: Case) -> dict[str, Course]:
    """Return the acting partner's own courses by measure; never those kept with a safety record."""
    found = _results({case.own_container: case.side})
    return {measure: sides[case.side] for measure, sides in found.items()}


def all_rows(case: Case, measure_id: str) -> Sequence[MeasureResult]:
    """Return all rows of both partners on one measure, the replaced ones too, newest first."""
    containers = [container_of(case, side, measure_id) for side in "ab"]
    return db.session.scalars(
        select(MeasureResult)
        .where(MeasureResult.container_id.in_(containers), MeasureResult.measure_id == measure_id)
        .order_by(MeasureResult.taken_on.desc(), MeasureResult.made_at.desc())
    ).all()


def is_replaced(result: MeasureResult) -> bool:
    """Return whether a later row replaces this one. Locks the row, so that two corrections cannot both pass."""
    db.session.scalar(
        select(MeasureResult.id).where(MeasureResult.id == result.id).with_for_update()
    )
    found = db.session.scalar(
        select(MeasureResult.id).where(MeasureResult.corrects_id == result.id).limit(1)
    )
    return found is not None


def _choices(containers: dict[UUID, str]) -> dict[tuple[str, str], SharingChoice]:
    rows = db.session.scalars(
        select(SharingChoice)
        .where(SharingChoice.container_id.in_(containers))
        .order_by(SharingChoice.chosen_at, SharingChoice.id)
    )
    return {(containers[row.container_id], row.measure_id): row for row in rows}


def sharing(case: Case) -> dict[tuple[str, str], bool]:
    """Return what each agreed to, by (side, measure id); newest choice counts (care team only)."""
    found = _choices({case.container(f"partner_{side}"): side for side in "ab"})
    return {key: row.agreed for key, row in found.items()}


def own_sharing(case: Case) -> list[OwnChoice]:
    """Return the acting partner's own choices for everything that is offered; nothing in here depends on the other."""
    found = _choices({case.own_container: case.side})
    choices = []
    for measure_id in rules.offered(sexual_work_open=case.couple.sexual_work_open):
        row = found.get((case.side, measure_id))
        choices.append(
            OwnChoice(
                measure_id,
                rules.name_of(measure_id),
                row.agreed if row else None,
                row.chosen_at if row else None,
            )
        )
    return choices


def released(case: Case) -> Sequence[SharedMeasure]:
    """Return the frozen copies not closed, whatever is open now (care team)."""
    return db.session.scalars(
        select(SharedMeasure)
        .where(SharedMeasure.container_id == case.container("couple"))
        .where(SharedMeasure.closed_at.is_(None))
        .order_by(SharedMeasure.made_at, SharedMeasure.id)
    ).all()


def shared(case: Case) -> Sequence[SharedMeasure]:
    """Return the frozen copies both may read now: none while shared work is closed."""
    if not case.couple.shared_work_open:
        return []
    open_now = rules.offered(sexual_work_open=case.couple.sexual_work_open)
    return [row for row in released(case) if row.measure_id in open_now]


def shared_and_agreed(case: Case) -> Sequence[SharedMeasure]:
    """Return the copies both may read now and both still agree to: what a new report may quote (care team only)."""
    chosen = sharing(case)
    return [r for r in shared(case) if all(chosen.get((s, r.measure_id)) for s in "ab")]


def shared_in_case(actor: Actor, couple_id: UUID, measure_id: str) -> SharableCase:
    """Load what is to be released or closed: a measure or goal attainment; raise :class:`NotFound`."""
    if measure_id == rules.GOALS:
        return SharableCase(caseload.case(actor, couple_id), measure_id)
    found = measure_in_case(actor, couple_id, measure_id)
    return SharableCase(found.case, found.measure.id)


@dataclass(frozen=True)
class SharableCase:
    """What may be released, on the page of one couple."""

    case: Case
    measure_id: str

    @property
    def id(self) -> UUID:
        """Return the couple's id."""
        return self.case.id

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing
