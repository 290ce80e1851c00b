"""One round of one partner's own homework, as the care team may enter it for its author from paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.assignments import queries as assignments
from practice.assignments import rules as assignment_rules
from practice.assignments.models import Assignment
from practice.assignments.queries import Given
from practice.caseload import queries as caseload
from practice.catalogue.definition import FieldDefinition
from practice.catalogue.rules import with_partner_names
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Submission
from practice.responses.queries.rounds import ASKED


@dataclass(frozen=True)
class Entry:
    """What may be entered: the round, the rounds there are, and the questions in the order they stand on paper."""

    given: Given
    key: str
    rounds: tuple[str, ...]
    fields: tuple[FieldDefinition, ...]
    previous: Submission | None
    # The other partner's row of the same set, to go on with.
    other_id: UUID | None = None

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.given.standing

    @property
    def id(self) -> UUID:
        """The assignment's id."""
        return self.given.id

    @property
    def side(self) -> str:
        """Whose answers they are."""
        return str(self.given.side)


def entry_in(
    actor: Actor, couple_id: UUID, assignment_id: UUID, wanted: str | None = None
) -> Entry:
    """Load a round of one partner's own homework to enter it; raise :class:`NotFound` for any other."""
    return entry_of(assignments.assignment_of(actor, couple_id, assignment_id), wanted)


def entry_of(given: Given, wanted: str | None = None) -> Entry:
    """Return the round named ``wanted``, or the newest that has opened; raise :class:`NotFound`.

    Every round so far may be entered, however long ago: paper comes back late. A form of both has no author to enter it for, and
    what was taken back is given back first.
    """
    if given.side is None or given.assignment.withdrawn_at is not None:
        raise NotFound(given.id)
    rows = _submissions(given)
    sent = {row.occurrence for row in rows}
    rounds = _rounds(given, sent)
    key = wanted or (rounds[-1] if rounds else "")
    if key not in rounds:
        raise NotFound(key)
    previous = [row for row in rows if row.occurrence == key]
    return Entry(
        given, key, rounds, _fields(given), previous[-1] if previous else None, _other(given)
    )


def _other(given: Given) -> UUID | None:
    here = given.assignment
    return db.session.scalar(
        select(Assignment.id)
        .where(Assignment.set_id == here.set_id, Assignment.asks == here.asks)
        .where(Assignment.id != here.id, Assignment.withdrawn_at.is_(None))
        .where(Assignment.container_id.in_([given.case.container(f"partner_{s}") for s in "ab"]))
        .limit(1)
    )


def _submissions(given: Given) -> list[Submission]:
    return list(
        db.session.scalars(
            select(Submission)
            .where(Submission.assignment_id == given.id)
            .where(Submission.container_id == given.assignment.container_id)
            .where(Submission.withdrawn_at.is_(None))
            .order_by(Submission.submitted_at, Submission.id)
        )
    )


def _rounds(given: Given, sent: set[str]) -> tuple[str, ...]:
    today, rhythm = clock.today(given.case.actor.zone), given.rhythm(_begun_on(given))
    opened = [one.key for one in assignment_rules.occurrences(rhythm, today)]
    now = assignment_rules.current(rhythm, today, sent)
    return tuple(dict.fromkeys([*opened, *([now.key] if now else [])]))


def _begun_on(given: Given) -> date:
    """The day on which its person first sent what this follows; paper may be entered before that, from the first day on."""
    first = None
    if given.assignment.follows_id is not None:
        first = db.session.scalar(
            select(Submission.submitted_at)
            .where(Submission.assignment_id == given.assignment.follows_id)
            .order_by(Submission.submitted_at)
            .limit(1)
        )
    return clock.day_of(first, given.case.actor.zone) if first else given.assignment.starts_on


def _fields(given: Given) -> tuple[FieldDefinition, ...]:
    """Every question that may stand on the paper, those with a condition too: which of them count follows from the answers.

    Questions of sexual content are there with their author's own current consent alone, as on screen.
    """
    audience, stage = ASKED[given.assignment.asks]
    sexual = caseload.agreements_of(given.case, str(given.side)).sexual
    names = given.case.a.first_name, given.case.b.first_name
    return tuple(
        with_partner_names(field, *names)
        for field in given.definition.fields
        if field.by is audience
        and field.stage is stage
        and (sexual or not {field.needs, given.definition.needs} - {None})
    )
