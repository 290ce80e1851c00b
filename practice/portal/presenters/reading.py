"""Cards to read, as a partner finds them: what goes with a card is named only where it was given to this person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from practice.assignments.rules import State
from practice.catalogue.definition import ExerciseDefinition
from practice.responses.queries.today import Card

_OPEN = {State.DUE, State.DONE, State.OVER}


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of homework that goes with a card."""

    title: str
    url: str


def in_order(cards: Iterable[ExerciseDefinition]) -> list[ExerciseDefinition]:
    """Return the cards by their numbers: related ones stand together."""
    return sorted(cards, key=lambda card: int(card.code.rpartition("-")[2] or 0))


def goes_with(card: ExerciseDefinition, given: Iterable[Card]) -> list[Link]:
    """Return the homework that a card goes with and that this person has open, or has done, each once."""
    see_also = card.reading.see_also if card.reading else ()
    links = {
        one.slug: Link(one.title, url_for("responses.intro", assignment_id=one.assignment_id))
        for one in given
        if one.slug in see_also and one.state in _OPEN
    }
    return [links[slug] for slug in see_also if slug in links]
