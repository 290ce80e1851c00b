"""What an act on answers writes down for the care team: how much homework came back, and what is no longer overdue."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor
from practice.assignments import rules as assignment_rules
from practice.assignments.models import Assignment
from practice.assignments.queries import rhythm_of
from practice.caseload import services as caseload
from practice.caseload.models import AttentionItem, CaseloadLine
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


def no_longer_overdue(case: Case, assignment_id: UUID, *, by: Actor) -> None:
    """Cross off that an assignment is overdue, now that it was sent.

    A partner's act writes here although no partner can read it: the care container is opened for this alone.
    """
    care = case.container("care")
    keys.load([care])
    db.session.flush()
    with scope.opened([care]):
        for item in db.session.scalars(
            select(AttentionItem).where(
                AttentionItem.container_id == care,
                AttentionItem.source == assignment_id,
                AttentionItem.done_at.is_(None),
            )
        ):
            if item.reason["kind"] == "overdue":
                item.done_at, item.done_by = clock.now(), by.user_id
        db.session.flush()


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
