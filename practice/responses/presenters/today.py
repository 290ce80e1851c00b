"""Homework cards with their words and addresses, for the partner's own pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import url_for

from practice.assignments.rules import DECLINED, Occurrence, State
from practice.caseload import rules as texts
from practice.catalogue.definition import ScheduleKind
from practice.responses.queries.today import Card
from practice.web.templating import day

_BY_SESSION = {
    ScheduleKind.BEFORE_SESSION: "Opens before your next session",
    ScheduleKind.AFTER_SESSION: "Opens after your next session",
}


@dataclass(frozen=True)
class PassedCard:
    """A round that passed: what is asked about it, and where it is answered."""

    title: str
    when: str
    here_now: str
    who_sees: str
    opens_on: date
    url: str
    declined: str = DECLINED


@dataclass(frozen=True)
class HomeworkCard:
    """One piece of homework as a card; ``state`` is due, locked, coming, done or over, and ``note`` says more of it."""

    title: str
    minutes: int
    state: str
    due_on: date | None
    who_sees: str
    is_started: bool
    is_reading: bool
    note: str
    url: str
    passed: PassedCard | None


def homework_cards(cards: Iterable[Card]) -> list[HomeworkCard]:
    """Return cards in the order they were given, each with the page it leads to."""
    return [
        HomeworkCard(
            title=card.title,
            minutes=card.minutes,
            state=card.state.value,
            due_on=card.due_on,
            who_sees=card.who_sees,
            is_started=card.is_started,
            is_reading=card.is_reading,
            note=_note(card),
            url=url_for("responses.intro", assignment_id=card.assignment_id),
            passed=_passed(card, card.missed) if card.missed else None,
        )
        for card in cards
    ]


def _note(card: Card) -> str:
    match card.state:
        case State.LOCKED:
            return texts.sentence("opens_later_sentence")
        case State.COMING:
            return _coming(card)
        case State.DONE if card.again_on is not None:
            return f"Again from {day(card.again_on)}"
        case _:
            return ""


def _coming(card: Card) -> str:
    """When it opens, as far as that can be known."""
    if card.opens_on is not None:
        return f"From {day(card.opens_on)}"
    if card.is_paused:
        return "Paused for now"
    if card.waits_for is not None:
        return _BY_SESSION[card.waits_for]
    return "Opens after the one before it"


def _passed(card: Card, one: Occurrence) -> PassedCard:
    last = one.closes_on or one.due_on
    when = f"on {day(one.opens_on)}"
    if last is not None and one.closes_on is None:
        when = f"for {day(last)}"
    elif last is not None and last != one.opens_on:
        when = f"from {day(one.opens_on)} to {day(last)}"
    return PassedCard(
        title=card.title,
        when=when,
        here_now=_here_now(card, one),
        who_sees=card.missed_seen_by,
        opens_on=one.opens_on,
        url=url_for("responses.passed", assignment_id=card.assignment_id, on=one.key),
    )


def _here_now(card: Card, one: Occurrence) -> str:
    if card.state is not State.DUE:
        return ""
    return "it is still here if you want it" if one.closes_on is None else "it is here again now"
