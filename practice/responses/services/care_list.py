"""What an act on answers writes down for the care team: how much homework came back, and what is no longer overdue."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor
from practice.assignments import queries as assignments
from practice.assignments import rules as assignment_rules
from practice.caseload import services as caseload
from practice.caseload.models import AttentionItem, CaseloadLine
from practice.caseload.queries import Case
from practice.catalogue.definition import Kind
from practice.db import keys, scope
from practice.extensions import db
from practice.lib import clock
from practice.responses.queries.counted import set_aside_ids
from practice.responses.queries.rhythms import rhythm_of, sent_of


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
    """Return (came back, came round so far) of one partner's own homework; the intake has no rhythm and is not counted."""
    container = case.container(f"partner_{side}")
    given = [
        one
        for one in assignments.given_in(case, [container])
        if one.definition.kind is not Kind.INTAKE
    ]
    everything, firsts = sent_of(case, [container, case.container("couple")])
    aside, today = set_aside_ids(case), clock.today(case.actor.zone)
    sent = {
        one.id: {k for k, row in everything.get(one.id, {}).items() if row not in aside}
        for one in given
    }
    asked = sum(
        assignment_rules.count_due(rhythm_of(one, firsts), today, sent[one.id]) for one in given
    )
    return sum(map(len, sent.values())), asked


def _before(case: Case) -> dict[str, list[int]]:
    """What stands there of the other partner: kept as it is, and read by nobody here."""
    care = case.container("care")
    keys.load([care])
    db.session.flush()
    with scope.opened([care]):
        line = db.session.scalar(select(CaseloadLine).where(CaseloadLine.container_id == care))
    found: dict[str, list[int]] = dict((line.summary if line else {}).get("homework") or {})
    return found
