"""Today: at most three things to do, then what is coming and what is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from practice.caseload import rules as texts
from practice.intake.presenters.own import TodayCard
from practice.responses.presenters.today import PassedCard
from practice.safety.rules import PrivateCheck

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
    def note(self) -> str:
        """What to say of it below the cards: from when it is there, or when it comes again."""

    @property
    def is_started(self) -> bool:
        """Whether something of it is written already."""

    @property
    def is_reading(self) -> bool:
        """Whether it is something to read."""

    @property
    def passed(self) -> PassedCard | None:
        """The round of it that passed and is to be asked about, if any."""

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
    reading: tuple[Line, ...] = ()
    passed: PassedCard | None = None


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
    due = [h for h in homework if h.state == "due" and not h.is_reading]
    waiting = [h for h in homework if h.state in ("coming", "locked")]
    opened = due if own.forms_open else []
    cards = [*first, *(_card(h) for h in opened)]
    return TodayView(
        cards=tuple(cards[:MOST]),
        coming=(
            *(Line(card.title, url=card.url) for card in cards[MOST:]),
            *(Line(h.title, AFTER_AGREEMENTS) for h in due if not own.forms_open),
            *(Line(h.title, h.note) for h in waiting),
        ),
        done=(
            *(Line(c.title, url=c.url) for c in (starting,) if c is not None and c.is_done),
            *(Line(h.title, h.note, h.url) for h in homework if h.state in ("done", "over")),
        ),
        reading=_reading(homework) if own.forms_open else (),
        passed=_passed(homework) if own.forms_open else None,
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
        homework.title,
        homework.minutes,
        homework.due_on,
        homework.who_sees,
        url=homework.url,
        button="Go on" if homework.is_started else "Open",
    )


def _reading(homework: Sequence[HomeworkCard]) -> tuple[Line, ...]:
    """What was given to read; it is nothing that is due."""
    return tuple(
        Line(h.title, f"About {h.minutes} {'minute' if h.minutes == 1 else 'minutes'}", h.url)
        for h in homework
        if h.is_reading and h.state == "due"
    )


def _passed(homework: Sequence[HomeworkCard]) -> PassedCard | None:
    """The one question about what passed: of several the newest, so that nobody is asked twice on one page."""
    found = [h.passed for h in homework if h.passed is not None]
    return max(found, key=lambda one: one.opens_on, default=None)
