"""One round of one piece of homework, as the person who fills it in stands toward it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from practice.access.decide import NotFound
from practice.assignments import rules as assignment_rules
from practice.assignments.models import Asks
from practice.assignments.queries import Given
from practice.assignments.rules import Rhythm, State
from practice.caseload import queries as caseload
from practice.caseload.rules import OwnAgreements
from practice.catalogue.definition import Audience, FieldDefinition, Stage
from practice.catalogue.rules import (
    Part,
    is_asked,
    names_partners,
    only_asked,
    page_to_resume,
    parts,
    possible_fields,
    visible_fields,
    with_partner_names,
)
from practice.db.limiting import made_once
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Draft, Submission

# Which questions an assignment asks of the person it was given to.
ASKED: dict[Asks, tuple[Audience, Stage]] = {
    Asks.ALONE: (Audience.AUTHOR, Stage.ALONE),
    Asks.TOGETHER: (Audience.AUTHOR, Stage.TOGETHER),
    Asks.REPLY: (Audience.PARTNER, Stage.TOGETHER),
}


@dataclass(frozen=True)
class Round:
    """One occurrence of an assignment: what is drafted and sent of it, and whether it is open."""

    given: Given
    key: str
    state: State
    opens_on: date | None
    agreements: OwnAgreements
    draft: Draft | None
    sent_id: UUID | None

    @property
    def policy(self) -> str:
        """The policy in force; asked for by the pages that say who sees what, and by no save."""
        return caseload.policy_in_force(self.given.case)

    @property
    def given_answers(self) -> dict[str, Any]:
        """The answers drafted so far."""
        return dict(self.draft.answers["given"]) if self.draft else {}

    @property
    def set_aside(self) -> dict[str, Any]:
        """What was typed beside "I'd rather not answer": kept for its author alone, never sent."""
        return dict(self.draft.answers["aside"]) if self.draft else {}

    @property
    def revision(self) -> int:
        """How often the draft was saved."""
        return self.draft.revision if self.draft else 0

    @property
    def is_open(self) -> bool:
        """Whether questions may be answered now."""
        return self.state is State.DUE or (self.state is State.DONE and self.draft is not None)

    @cached_property
    def possible(self) -> tuple[FieldDefinition, ...]:
        """The questions that may come up, whatever is answered."""
        audience, stage = ASKED[self.given.assignment.asks]
        sexual = self.agreements.sexual
        found = possible_fields(
            self.given.definition, audience=audience, has_sexual_consent=sexual, stage=stage
        )
        return with_names(self.given, found)

    @cached_property
    def fields(self) -> tuple[FieldDefinition, ...]:
        """The questions asked, given the answers drafted so far."""
        return self.fields_for(self.given_answers)

    def fields_for(self, answers: Mapping[str, Any]) -> tuple[FieldDefinition, ...]:
        """Return the questions asked of someone with these answers."""
        return tuple(f for f in self.possible if is_asked(self.given.definition, f, answers))

    @cached_property
    def pages(self) -> list[Part]:
        """The pages they stand on."""
        return parts(self.possible, {field.key for field in self.fields})

    @property
    def page_to_resume(self) -> int:
        """The number of the page to go on with."""
        last_written = self.draft.answers.get("at", "") if self.draft else ""
        return page_to_resume(self.pages, self.given_answers, last_written)

    def part(self, number: int) -> Part:
        """Return page ``number``; raise :class:`NotFound`."""
        if not 1 <= number <= len(self.pages):
            raise NotFound(number)
        return self.pages[number - 1]

    def part_with(self, keys: Collection[str]) -> Part | None:
        """Return the page on which one of these questions stands now, whatever its number was."""
        wanted = set(keys)
        pages = (page for page in self.pages if wanted & {f.key for f in page.possible})
        return next(pages, None)

    def final_answers(self) -> dict[str, Any]:
        """Return what would be sent: answers to questions still asked, and nothing set aside."""
        return only_asked(self.fields, self.given_answers)


def asked_fields(
    given: Given, answers: Mapping[str, Any], *, sexual: bool
) -> tuple[FieldDefinition, ...]:
    """Return the questions that an assignment asks, with the couple's names where options mean them."""
    audience, stage = ASKED[given.assignment.asks]
    found = visible_fields(
        given.definition, answers, audience=audience, has_sexual_consent=sexual, stage=stage
    )
    return with_names(given, found)


def with_names(given: Given, fields: tuple[FieldDefinition, ...]) -> tuple[FieldDefinition, ...]:
    """Return questions with the couple's names where options mean them; names are opened only for those."""
    if not any(map(names_partners, fields)):
        return fields
    a, b = given.case.a.first_name, given.case.b.first_name
    return tuple(with_partner_names(field, a, b) for field in fields)


def round_of(given: Given, wanted: str | None = None) -> Round:
    """Return the round to write in now, or the one named ``wanted``; raise :class:`NotFound` for an unknown one.

    Five queries, whatever the number of rounds.
    """
    case = given.case
    sent, rhythm = _sent(given)
    drafts = {d.occurrence: d for d in _drafts(given)}
    today = clock.today(case.actor.zone)
    writable = [o.key for o in assignment_rules.may_be_written(rhythm, today, sent, drafts)]
    key = _key(wanted, writable, sent, drafts)
    state = _state(rhythm, key, today, sent, writable)
    following = assignment_rules.next_round(rhythm, today) if state is State.COMING else None
    found = Round(
        given=given,
        key=key,
        state=state,
        opens_on=following.opens_on if following else None,
        agreements=caseload.agreements_of(case, case.side),
        draft=drafts.get(key),
        sent_id=sent.get(key),
    )
    # A correction too waits until work of its kind is open again.
    is_locked = found.is_open and not (given.gate_is_open and found.fields)
    return replace(found, state=State.LOCKED) if is_locked else found


def _sent(given: Given) -> tuple[dict[str, UUID], Rhythm]:
    """The newest submission of each round (later ones correct earlier ones), and the rhythm that follows from what was sent.

    What its author took back is as good as not sent.
    """
    before = given.assignment.follows_id
    which = {
        "assignments": [given.id, before] if before else [given.id],
        "containers": [given.assignment.container_id, given.case.container("couple")],
    }
    rows = db.session.execute(_sent_query(), which).all()
    firsts = [at for assignment_id, _, _, at in rows if assignment_id == before]
    first_on = clock.day_of(firsts[0], given.case.actor.zone) if firsts else None
    return {key: row for one, key, row, _ in rows if one == given.id}, given.rhythm(first_on)


@made_once
def _sent_query() -> Select[UUID, str, UUID, datetime]:
    return (
        select(
            Submission.assignment_id, Submission.occurrence, Submission.id, Submission.submitted_at
        )
        .where(Submission.assignment_id.in_(bindparam("assignments", expanding=True)))
        .where(Submission.container_id.in_(bindparam("containers", expanding=True)))
        .where(Submission.withdrawn_at.is_(None))
        .order_by(Submission.submitted_at, Submission.id)
    )


def _drafts(given: Given) -> Collection[Draft]:
    return db.session.scalars(_drafts_query(), _of(given)).all()


@made_once
def _drafts_query() -> Select[Draft]:
    return (
        select(Draft)
        .where(Draft.assignment_id == bindparam("assignment"))
        .where(Draft.container_id == bindparam("container"))
    )


def _of(given: Given) -> dict[str, UUID]:
    return {"assignment": given.id, "container": given.assignment.container_id}


def _key(
    wanted: str | None, writable: Sequence[str], sent: Collection[str], drafts: Collection[str]
) -> str:
    if wanted is None:
        return writable[0] if writable else ""
    if wanted not in {*writable, *sent, *drafts}:
        raise NotFound(wanted)
    return wanted


def _state(
    rhythm: Rhythm, key: str, today: date, sent: Collection[str], writable: Collection[str]
) -> State:
    if key in sent:
        return State.DONE
    if key in writable:
        return State.DUE
    stands = assignment_rules.state(rhythm, today, sent)
    # What was begun of a round that is over is kept, and written in no more: its address opens nothing that is closed.
    return State.OVER if key and stands is not State.COMING else stands
