"""Keeping what someone said got in the way of a round: in that person's own container, for them and the care team."""

from __future__ import annotations

from practice.access.actor import Actor
from practice.assignments import rules
from practice.assignments.models import MissedRound
from practice.assignments.queries import Given
from practice.assignments.rules import Occurrence
from practice.audit import services as audit
from practice.extensions import db


def say_what_got_in_the_way(
    given: Given, one: Occurrence, *, reason: str, words: str, by: Actor
) -> MissedRound:
    """Keep a reason of :data:`rules.REASONS` and a few words for one round; it is never asked about again.

    Nothing of it reaches the other partner, and it raises nothing: it is read when the care team looks.
    """
    if reason not in rules.REASONS:
        raise ValueError(reason)
    row = MissedRound(
        container_id=given.case.own_container,
        assignment_id=given.id,
        occurrence=one.key,
        opened_on=one.opens_on,
        content={"reason": reason, "words": "" if reason == rules.DECLINED else words},
        answered_by=by.user_id,
    )
    db.session.add(row)
    db.session.flush()
    audit.record("missed round explained", by=by, couple=given.case.id, subject=row.id)
    return row
