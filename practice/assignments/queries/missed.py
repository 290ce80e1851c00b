"""What got in the way of rounds that passed: each person's own words, and all of a couple's for the care team."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from practice.assignments.models import MissedRound
from practice.assignments.queries.given import side_of
from practice.caseload.queries import Case
from practice.db import keys
from practice.extensions import db


@dataclass(frozen=True)
class Missed:
    """One round that passed, and what its person said of it: a reason of :data:`practice.assignments.rules.REASONS`, and perhaps a few words."""

    side: str
    assignment_id: UUID
    occurrence: str
    opened_on: date
    reason: str
    words: str


def asked_about(case: Case) -> dict[UUID, dict[str, date]]:
    """Return, by assignment, the rounds about which the acting partner was asked, each with the day it opened; one query."""
    rows = db.session.execute(
        select(MissedRound.assignment_id, MissedRound.occurrence, MissedRound.opened_on).where(
            MissedRound.container_id == case.own_container
        )
    )
    found: dict[UUID, dict[str, date]] = {}
    for assignment_id, occurrence, opened_on in rows:
        found.setdefault(assignment_id, {})[occurrence] = opened_on
    return found


def missed_of(case: Case) -> list[Missed]:
    """Return what both said got in the way, oldest first (care team only: never shown to the other partner); one query."""
    containers = [case.container(f"partner_{side}") for side in "ab"]
    keys.load(containers)
    rows = db.session.scalars(
        select(MissedRound)
        .where(MissedRound.container_id.in_(containers))
        .order_by(MissedRound.opened_on, MissedRound.answered_at, MissedRound.id)
    )
    return [
        Missed(
            side=side_of(case, row.container_id) or "",
            assignment_id=row.assignment_id,
            occurrence=row.occurrence,
            opened_on=row.opened_on,
            reason=row.content["reason"],
            words=row.content["words"],
        )
        for row in rows
    ]
