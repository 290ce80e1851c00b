"""Homework cards with their addresses, for the partner's own pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import url_for

from practice.responses.queries.today import Card


@dataclass(frozen=True)
class HomeworkCard:
    """One piece of homework as a card; ``state`` is due, locked, coming, done or over."""

    title: str
    minutes: int
    state: str
    opens_on: date
    due_on: date | None
    who_sees: str
    is_started: bool
    url: str


def homework_cards(cards: Iterable[Card]) -> list[HomeworkCard]:
    """Return cards in the order they were given, each with the page it leads to."""
    return [
        HomeworkCard(
            title=card.title,
            minutes=card.minutes,
            state=card.state.value,
            opens_on=card.opens_on,
            due_on=card.due_on,
            who_sees=card.who_sees,
            is_started=card.is_started,
            url=url_for("responses.intro", assignment_id=card.assignment_id),
        )
        for card in cards
    ]
