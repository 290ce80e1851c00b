"""Reading how homework went on both sides; a fixed number of queries, whatever the number of rounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from practice.adherence.rules import Round, how_it_came
from practice.assignments import queries as assignments
from practice.assignments import rules as assignment_rules
from practice.assignments.queries import Given, Missed
from practice.assignments.rules import Occurrence, Rhythm
from practice.assignments.rules.standing import is_excused
from practice.caseload.queries import Case
from practice.catalogue.definition import Kind
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import OwnRating, Review, Submission
from practice.responses.queries import that_count
from practice.responses.queries.rhythms import rhythm_of


@dataclass(frozen=True)
class Sent:
    """One round as it came in: when first, and every submission to it, newest last."""

    first_at: datetime
    ids: tuple[UUID, ...]


@dataclass(frozen=True)
class Noted:
    """What was said of submissions: quality by the care team, usefulness and effort by their authors, and what got in the way."""

    quality: Mapping[UUID, int | None]
    said: Mapping[UUID, Mapping[str, int | None]]
    missed: Mapping[tuple[UUID, str], Missed]


def rounds(case: Case) -> list[Round]:
    """Return every round of both partners' own homework so far, newest first (care team only)."""
    own = [case.container(f"partner_{side}") for side in "ab"]
    given = [
        one for one in assignments.given_in(case, own) if one.definition.kind is not Kind.INTAKE
    ]
    sent, firsts = _sent(case)
    noted, zones = _noted(case), assignments.zones_of(case)
    found = [
        one
        for piece in given
        for one in _rounds(
            piece, rhythm_of(piece, firsts), sent.get(piece.id, {}), noted, zones[piece.side or "a"]
        )
    ]
    return sorted(found, key=lambda one: (one.opens_on, one.title), reverse=True)


def _sent(case: Case) -> tuple[dict[UUID, dict[str, Sent]], dict[UUID, datetime]]:
    rows = db.session.execute(
        select(
            Submission.assignment_id, Submission.occurrence, Submission.id, Submission.submitted_at
        )
        .where(
            Submission.container_id.in_(
                [case.container(k) for k in ("couple", "partner_a", "partner_b")]
            )
        )
        .where(*that_count())
        .order_by(Submission.submitted_at, Submission.id)
    )
    sent: dict[UUID, dict[str, Sent]] = {}
    firsts: dict[UUID, datetime] = {}
    for assignment_id, occurrence, submission_id, at in rows:
        firsts.setdefault(assignment_id, at)
        here = sent.setdefault(assignment_id, {})
        before = here.get(occurrence)
        here[occurrence] = Sent(
            before.first_at if before else at, (*(before.ids if before else ()), submission_id)
        )
    return sent, firsts


def _noted(case: Case) -> Noted:
    reviews = db.session.scalars(
        select(Review).where(Review.container_id == case.container("care"))
    )
    ratings = db.session.scalars(
        select(OwnRating).where(
            OwnRating.container_id.in_([case.container(f"partner_{side}") for side in "ab"])
        )
    )
    return Noted(
        quality={row.submission_id: row.content.get("quality") for row in reviews},
        said={row.submission_id: row.content for row in ratings},
        missed={(one.assignment_id, one.occurrence): one for one in assignments.missed_of(case)},
    )


def _rounds(
    given: Given, rhythm: Rhythm, sent: Mapping[str, Sent], noted: Noted, zone: str
) -> Iterable[Round]:
    today = clock.today(zone)
    opened = {one.key: one for one in assignment_rules.occurrences(rhythm, today)}
    past = {one.key for one in assignment_rules.missed(rhythm, today, sent)}
    for key in dict.fromkeys([*opened, *sent]):
        one, came_in = opened.get(key), sent.get(key)
        if one is not None and came_in is None and is_excused(rhythm, one):
            continue
        yield _round(given, key, one, came_in, noted, zone, is_past=key in past)


def _round(
    given: Given,
    key: str,
    one: Occurrence | None,
    came_in: Sent | None,
    noted: Noted,
    zone: str,
    *,
    is_past: bool,
) -> Round:
    sent_on = clock.day_of(came_in.first_at, zone) if came_in else None
    due_on = one.due_on if one else None
    ids = came_in.ids if came_in else ()
    missed = noted.missed.get((given.id, key))
    return Round(
        side=given.side or "a",
        title=given.definition.title,
        opens_on=one.opens_on if one else sent_on or given.assignment.starts_on,
        due_on=due_on,
        sent_on=sent_on,
        came=how_it_came(due_on, sent_on, is_past=is_past),
        quality=_newest(noted.quality.get(i) for i in ids),
        useful=_newest(noted.said.get(i, {}).get("useful") for i in ids),
        effort=_newest(noted.said.get(i, {}).get("effort") for i in ids),
        obstacle=missed.reason if missed else "",
        words=missed.words if missed else "",
    )


def _newest(values: Iterable[Any]) -> int | None:
    known = [value for value in values if value is not None]
    return known[-1] if known else None
