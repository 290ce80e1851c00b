"""What the acting partner was given, as cards: nothing in them depends on the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from practice.assignments import queries as assignments
from practice.assignments import rules as assignment_rules
from practice.assignments.queries import Given
from practice.assignments.rules import Occurrence, Rhythm, State
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.caseload.rules import OwnAgreements
from practice.catalogue.definition import Kind, ScheduleKind, Visibility
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Draft
from practice.responses.queries.rhythms import rhythm_of, sent_of
from practice.responses.queries.rounds import asked_fields

# The widest reader named on a card: what may be shown later is said before what stays private.
_WIDEST = (Visibility.JOINT, Visibility.REVEAL, Visibility.FLAG, Visibility.OWN)
_ORDER = (State.DUE, State.LOCKED, State.COMING, State.DONE, State.OVER)


@dataclass(frozen=True)
class Card:
    """One piece of homework on the partner's own pages.

    ``opens_on`` is the day on which it opened or will open, None while nobody can know it; ``again_on`` the day on which it comes
    round next; ``missed`` the newest round that passed unsent and was not asked about yet, with who reads what is said of it.
    """

    assignment_id: UUID
    title: str
    minutes: int
    state: State
    opens_on: date | None
    due_on: date | None
    who_sees: str
    is_started: bool
    sent_id: UUID | None
    again_on: date | None = None
    slug: str = ""
    is_reading: bool = False
    is_paused: bool = False
    waits_for: ScheduleKind | None = None
    missed: Occurrence | None = None
    missed_seen_by: str = ""


@dataclass(frozen=True)
class _Own:
    """What goes into every card: the day, and the person's own agreements and policy."""

    case: Case
    day: date
    sexual: bool
    policy: str


def today(
    case: Case, agreements: OwnAgreements | None = None, policy: str | None = None
) -> list[Card]:
    """Return a card for everything the acting partner was given but the intake, due ones first and by date.

    Five queries, six with sessions, and three more unless the own agreements and the policy in force are handed in.
    """
    given = [g for g in assignments.given_to(case) if g.definition.kind is not Kind.INTAKE]
    own = [case.container("couple"), case.own_container]
    sent, firsts = sent_of(case, own)
    drafts, asked = _drafts(case), assignments.asked_about(case)
    reader = _Own(
        case,
        clock.today(case.actor.zone),
        (agreements or caseload.agreements_of(case, case.side)).sexual,
        policy or caseload.policy_in_force(case),
    )
    cards = [
        _card(
            one,
            rhythm,
            reader,
            sent.get(one.id, {}),
            drafts.get(one.id, frozenset()),
            asked.get(one.id, {}),
        )
        for one in given
        for rhythm in (rhythm_of(one, firsts),)
        if _is_in_sight(one, rhythm, reader.day)
    ]
    return sorted(
        cards,
        key=lambda c: (
            _ORDER.index(c.state),
            c.due_on or date.max,
            c.opens_on or date.max,
        ),
    )


def _is_in_sight(given: Given, rhythm: Rhythm, day: date) -> bool:
    """Whether it is shown at all: steps of a pathway that are to come are the clinician's plan, and nobody counts them."""
    if given.assignment.pathway_run_id is None:
        return True
    if rhythm.is_numbered:
        return rhythm.has_started(day)
    return next(assignment_rules.occurrences(rhythm, day), None) is not None


def _card(
    given: Given,
    rhythm: Rhythm,
    reader: _Own,
    sent: Mapping[str, UUID],
    drafts: frozenset[str],
    asked: Mapping[str, date],
) -> Card:
    writable = assignment_rules.may_be_written(rhythm, reader.day, sent, drafts)
    first = writable[0] if writable else None
    following = assignment_rules.next_round(rhythm, reader.day)
    fields = asked_fields(given, {}, sexual=reader.sexual)
    visibilities = {field.visibility for field in fields}
    widest = next((v for v in _WIDEST if v in visibilities), Visibility.OWN)
    is_open = bool(fields) and given.gate_is_open
    state = assignment_rules.state(rhythm, reader.day, sent)
    if first is not None and first.key not in sent:
        state = State.DUE if is_open else State.LOCKED
    shown = following if state is State.COMING else first
    return Card(
        assignment_id=given.id,
        title=given.definition.neutral_title,
        minutes=given.definition.minutes,
        state=state,
        opens_on=shown.opens_on if shown else None,
        due_on=shown.due_on if shown else None,
        who_sees=caseload_rules.who_sees_line(
            widest.value, reader.policy, "together" if given.is_joint else "alone"
        ),
        is_started=first is not None and first.key in drafts,
        sent_id=sent.get(first.key) if first else None,
        again_on=following.opens_on if following else None,
        slug=given.definition.slug,
        is_reading=given.definition.kind is Kind.READING,
        is_paused=rhythm.is_paused(reader.day),
        waits_for=rhythm.kind if rhythm.goes_by_sessions else None,
        missed_seen_by=caseload_rules.who_sees_line("own", reader.policy, "alone"),
        missed=_missed(given, rhythm, reader.day, {*sent, *drafts}, asked) if is_open else None,
    )


def _missed(
    given: Given, rhythm: Rhythm, day: date, written: set[str], asked: Mapping[str, date]
) -> Occurrence | None:
    """The newest round that passed with nothing written; one answer stands for all before it. Forms of both are never asked about."""
    if given.is_joint:
        return None
    found = assignment_rules.to_ask_about(rhythm, day, written)
    if found is None or found.key in asked:
        return None
    return found if found.opens_on > max(asked.values(), default=date.min) else None


def _drafts(case: Case) -> dict[UUID, frozenset[str]]:
    rows = db.session.execute(
        select(Draft.assignment_id, Draft.occurrence).where(
            Draft.container_id.in_([case.container("couple"), case.own_container])
        )
    )
    found: dict[UUID, frozenset[str]] = {}
    for assignment_id, occurrence in rows:
        found[assignment_id] = found.get(assignment_id, frozenset()) | {occurrence}
    return found
