"""Taking back what was given, whole or from one partner, and giving it back when that was a mistake."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from practice.access.actor import Actor
from practice.assignments.models import Assignment
from practice.assignments.queries import GivenSet, side_of
from practice.assignments.services.giving import check_gate
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.caseload.models import AttentionItem
from practice.extensions import db
from practice.lib import clock


def withdraw(found: GivenSet, *, by: Actor, side: str | None = None) -> None:
    """Take a set back, or one partner's part of it: it is gone there, and what was sent stays in its author's record.

    Nothing of it shows on the other side. A form of both is only taken back as a whole.
    """
    withdraw_rows(found, _rows(found, side), by=by)


def withdraw_rows(found: GivenSet, rows: Iterable[Assignment], *, by: Actor) -> None:
    """Take some rows of a set back. Which ones must not follow from what the other partner wrote alone."""
    for row in rows:
        if row.withdrawn_at is None:
            row.withdrawn_at, row.withdrawn_by = clock.now(), by.user_id
            caseload.settle_attention(found.case, source=row.id, by=by)
            audit.record("homework taken back", by=by, couple=found.case.id, subject=row.id)


def give_back(found: GivenSet, *, by: Actor, side: str | None = None) -> None:
    """Undo taking back: it stands there as it did, with what was drafted and sent.

    Raises :class:`practice.caseload.rules.NotOpen` while work behind the exercise's gate is closed for this couple.
    """
    check_gate(found.case, found.definition)
    for row in _rows(found, side):
        if row.withdrawn_at is not None:
            _reopen_attention(found, row)
            row.withdrawn_at = row.withdrawn_by = None
            audit.record("homework given back", by=by, couple=found.case.id, subject=row.id)


def _reopen_attention(found: GivenSet, row: Assignment) -> None:
    """What taking it back settled needs the clinician as before."""
    for item in db.session.scalars(
        select(AttentionItem).where(
            AttentionItem.container_id == found.case.container("care"),
            AttentionItem.source == row.id,
            AttentionItem.done_at >= row.withdrawn_at,
        )
    ):
        item.done_at = item.done_by = None


def _rows(found: GivenSet, side: str | None) -> list[Assignment]:
    return [
        row
        for row in found.assignments
        if side is None or side_of(found.case, row.container_id) == side
    ]
