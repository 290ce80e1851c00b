"""Giving the questions that come after a release."""

from __future__ import annotations

from practice.access.actor import Actor
from practice.assignments.models import Asks, Assignment
from practice.assignments.queries import GivenSet
from practice.audit import services as audit
from practice.catalogue.definition import Stage, WrittenBy
from practice.extensions import db
from practice.lib import clock


def give_what_follows(found: GivenSet, *, by: Actor) -> list[Assignment]:
    """Give the questions that come after a release: the reply of the other partner, and those written together.

    What is there already is not given twice.
    """
    fields = [f for f in found.definition.fields if f.stage is Stage.TOGETHER]
    places: list[tuple[str | None, Asks]] = []
    if any(f.by is WrittenBy.PARTNER for f in fields):
        places += [(side, Asks.REPLY) for side in _repliers(found)]
    if any(f.by is WrittenBy.AUTHOR for f in fields):
        places.append((None, Asks.TOGETHER))
    today = clock.today(by.zone)
    rows = [
        Assignment(
            container_id=found.case.container(f"partner_{side}" if side else "couple"),
            version_id=found.version_id,
            set_id=found.set_id,
            asks=asks,
            starts_on=today,
            schedule_kind="once",
            pauses=[],
            opened_at=clock.now(),
            made_at=clock.now(),
            made_by=by.user_id,
        )
        for side, asks in places
        if found.one(side, asks) is None
    ]
    db.session.add_all(rows)
    for row in rows:
        audit.record(
            "homework assigned",
            by=by,
            couple=found.case.id,
            subject=row.id,
            exercise=found.definition.slug,
        )
    return rows


def _repliers(found: GivenSet) -> list[str]:
    authors = {side for side in "ab" if found.one(side) is not None}
    return [side for side in "ab" if {"a": "b", "b": "a"}[side] in authors]
