"""What the acting partner was given, as cards: nothing in them depends on the other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from practice.assignments import queries as assignments
from practice.assignments import rules as assignment_rules
from practice.assignments.queries import Given
from practice.assignments.rules import State
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.caseload.rules import OwnAgreements
from practice.catalogue.definition import Visibility
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Draft, Submission
from practice.responses.queries.rounds import asked_fields

# The widest reader named on a card: what may be shown later is said before what stays private.
_WIDEST = (Visibility.JOINT, Visibility.REVEAL, Visibility.FLAG, Visibility.OWN)


@dataclass(frozen=True)
class Card:
    """One piece of homework on the partner's own pages."""

    assignment_id: UUID
    title: str
    minutes: int
    state: State
    opens_on: date
    due_on: date | None
    who_sees: str
    is_started: bool
    sent_id: UUID | None


def today(
    case: Case, agreements: OwnAgreements | None = None, policy: str | None = None
) -> list[Card]:
    """Return a card for everything the acting partner was given, due ones first and by date.

    Four queries, and three more unless the own agreements and the policy in force are handed in.
    """
    day = clock.today(case.actor.zone)
    given = assignments.given_to(case)
    agreements = agreements or caseload.agreements_of(case, case.side)
    policy = policy or caseload.policy_in_force(case)
    sent, drafts = _sent(case), _drafts(case)
    cards = [
        _card(one, day, sent.get(one.id, {}), drafts.get(one.id, set()), agreements.sexual, policy)
        for one in given
    ]
    order = [State.DUE, State.LOCKED, State.COMING, State.DONE, State.OVER]
    return sorted(cards, key=lambda c: (order.index(c.state), c.due_on or date.max, c.opens_on))


def _card(
    given: Given,
    day: date,
    sent: dict[str, UUID],
    drafts: Collection[str],
    sexual: bool,
    policy: str,
) -> Card:
    writable = assignment_rules.may_be_written(given.rhythm, day, sent, drafts)
    first = writable[0] if writable else None
    fields = asked_fields(given, {}, sexual=sexual)
    visibilities = {field.visibility for field in fields}
    widest = next((v for v in _WIDEST if v in visibilities), Visibility.OWN)
    state = assignment_rules.state(given.rhythm, day, sent)
    if first is not None and first.key not in sent:
        state = State.DUE
    if state is State.DUE and not (fields and given.gate_is_open):
        state = State.LOCKED
    return Card(
        assignment_id=given.id,
        title=given.definition.neutral_title,
        minutes=given.definition.minutes,
        state=state,
        opens_on=first.opens_on if first else given.assignment.starts_on,
        due_on=first.due_on if first else given.assignment.due_on,
        who_sees=caseload_rules.who_sees_line(
            widest.value, policy, "together" if given.is_joint else "alone"
        ),
        is_started=first is not None and first.key in drafts,
        sent_id=sent.get(first.key) if first else None,
    )


def _own(case: Case) -> list[UUID]:
    return [case.container("couple"), case.own_container]


def _sent(case: Case) -> dict[UUID, dict[str, UUID]]:
    rows = db.session.execute(
        select(Submission.assignment_id, Submission.occurrence, Submission.id)
        .where(Submission.container_id.in_(_own(case)))
        .order_by(Submission.submitted_at, Submission.id)
    )
    found: dict[UUID, dict[str, UUID]] = {}
    for assignment_id, occurrence, submission_id in rows:
        found.setdefault(assignment_id, {})[occurrence] = submission_id
    return found


def _drafts(case: Case) -> dict[UUID, set[str]]:
    rows = db.session.execute(
        select(Draft.assignment_id, Draft.occurrence).where(Draft.container_id.in_(_own(case)))
    )
    found: dict[UUID, set[str]] = {}
    for assignment_id, occurrence in rows:
        found.setdefault(assignment_id, set()).add(occurrence)
    return found
