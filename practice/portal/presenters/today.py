"""Today: at most three things to do, then what is coming and what is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from practice.caseload import rules as texts
from practice.intake.presenters.own import TodayCard
from practice.safety.rules import PrivateCheck
from practice.web.templating import day

MOST = 3
AGREEMENT_MINUTES = 10
AFTER_AGREEMENTS = "This opens after you have read and signed the agreements."


class HomeworkCard(Protocol):
    """What Today needs of a piece of homework; ``state`` is due, coming, locked, done or over."""

    @property
    def title(self) -> str:
        """The neutral title."""

    @property
    def minutes(self) -> int:
        """How long it takes."""

    @property
    def opens_on(self) -> date:
        """The day from which it is there."""

    @property
    def due_on(self) -> date | None:
        """By when it is hoped for."""

    @property
    def who_sees(self) -> str:
        """The line of the visibility policy."""

    @property
    def url(self) -> str:
        """Where it is done."""

    @property
    def state(self) -> str:
        """How it stands for this person."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to do: the same few facts for all, and one button."""

    title: str
    minutes: int
    due_on: date | None
    who_sees: str
    endpoint: str = ""
    url: str = ""
    button: str = "Open"


@dataclass(frozen=True, slots=True)
class Line:
    """Something below the cards: its title, what to say of it, and where it leads, if anywhere."""

    title: str
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class TodayView:
    """The whole page."""

    cards: tuple[Card, ...]
    coming: tuple[Line, ...]
    done: tuple[Line, ...]


def today_view(
    *,
    own: texts.OwnAgreements,
    questions: PrivateCheck | None,
    questions_seen_by: str,
    homework: Sequence[HomeworkCard],
    starting: TodayCard | None = None,
) -> TodayView:
    """Return the page from one person's own signatures, own questions, own intake (``starting``) and own homework, in this order."""
    first = [*_agreements(own), *_questions(questions, questions_seen_by)]
    first += _starting(own, starting)
    due = [h for h in homework if h.state == "due"]
    waiting = [h for h in homework if h.state in ("coming", "locked")]
    opened = due if own.forms_open else []
    cards = [*first, *(_card(h) for h in opened)]
    return TodayView(
        cards=tuple(cards[:MOST]),
        coming=(
            *(Line(card.title, url=card.url) for card in cards[MOST:]),
            *(Line(h.title, AFTER_AGREEMENTS) for h in due if not own.forms_open),
            *(_waiting(h) for h in waiting),
        ),
        done=(
            *(Line(c.title, url=c.url) for c in (starting,) if c is not None and c.is_done),
            *(Line(h.title, url=h.url) for h in homework if h.state in ("done", "over")),
        ),
    )


def _agreements(own: texts.OwnAgreements) -> list[Card]:
    if own.forms_open:
        return []
    seen = "Only you and your care team can see what you sign."
    return [
        Card(
            "Agreements to read", AGREEMENT_MINUTES, None, seen, "portal.agreements", button="Read"
        )
    ]


def _questions(questions: PrivateCheck | None, seen_by: str) -> list[Card]:
    if questions is None:
        return []
    return [Card(questions.title, questions.minutes, None, seen_by, "safety.questions")]


def _starting(own: texts.OwnAgreements, card: TodayCard | None) -> list[Card]:
    """The intake, once it can be written in and until all of it is done."""
    if card is None or card.is_done or not own.forms_open:
        return []
    return [Card(card.title, card.minutes, None, card.who_sees, url=card.url)]


def _card(homework: HomeworkCard) -> Card:
    return Card(
        homework.title, homework.minutes, homework.due_on, homework.who_sees, url=homework.url
    )


def _waiting(homework: HomeworkCard) -> Line:
    if homework.state == "locked":
        return Line(homework.title, texts.sentence("opens_later_sentence"))
    return Line(homework.title, f"From {day(homework.opens_on)}")
