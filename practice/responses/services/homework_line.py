"""How much homework came back, as the caseload shows it; counted from what the acting person may see."""

from __future__ import annotations

from sqlalchemy import select

from practice.access.actor import Actor
from practice.assignments import rules as assignment_rules
from practice.assignments.models import Assignment
from practice.assignments.queries import rhythm_of
from practice.caseload import services as caseload
from practice.caseload.models import CaseloadLine
from practice.caseload.queries import Case
from practice.db import keys, scope
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Submission


def note_homework(case: Case, side: str, *, by: Actor) -> None:
    """Write down how often one partner's own homework came round and came back (that partner's act, or the care team's)."""
    done, given = counts(case, side)
    before = _before(case)
    caseload.note_on_caseload(case.couple, {"homework": {**before, side: [done, given]}}, by=by)


def counts(case: Case, side: str) -> tuple[int, int]:
    """Return (came back, came round so far) of one partner's own homework."""
    container = case.container(f"partner_{side}")
    rows = db.session.scalars(
        select(Assignment).where(
            Assignment.container_id == container, Assignment.withdrawn_at.is_(None)
        )
    ).all()
    sent: dict[object, set[str]] = {}
    for assignment_id, occurrence in db.session.execute(
        select(Submission.assignment_id, Submission.occurrence).where(
            Submission.container_id == container
        )
    ):
        sent.setdefault(assignment_id, set()).add(occurrence)
    today = clock.today(case.actor.zone)
    given = sum(
        assignment_rules.count_due(rhythm_of(row), today, sent.get(row.id, set())) for row in rows
    )
    return sum(len(sent.get(row.id, set())) for row in rows), given


def _before(case: Case) -> dict[str, list[int]]:
    """What stands there of the other partner: kept as it is, and read by nobody here."""
    care = case.container("care")
    keys.load([care])
    db.session.flush()
    with scope.opened([care]):
        line = db.session.scalar(select(CaseloadLine).where(CaseloadLine.container_id == care))
    found: dict[str, list[int]] = dict((line.summary if line else {}).get("homework") or {})
    return found
