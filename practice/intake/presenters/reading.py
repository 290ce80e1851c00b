"""One person's intake to be read as a whole: what asks for a private look first, then every section in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from practice.assignments.queries import Given
from practice.catalogue.definition import Visibility
from practice.catalogue.fields import AnswerView, display
from practice.catalogue.rules import raises_alert
from practice.intake.queries.care import Reading, written_by_clinician
from practice.intake.queries.sections import Section
from practice.responses import queries as responses
from practice.web.templating import day

KEPT_BACK = "Kept back by its author"
CAN_BE_RELEASED = "Can be released"


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One question with its answer; ``note`` is said only where it is not the rule."""

    prompt: str
    view: AnswerView | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadSection:
    """One section as it was sent, and the clinician's own questions beside it."""

    slug: str
    code: str
    title: str
    how_it_stands: str
    lines: tuple[ReadLine, ...]
    notes: tuple[ReadLine, ...]
    review_url: str
    notes_url: str


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """The whole page."""

    first: tuple[ReadLine, ...]
    sections: tuple[ReadSection, ...]
    not_sent: tuple[str, ...]


def reading_page(reading: Reading) -> ReadingPage:
    """Return what one person sent of the intake; what was left out is said in each section that was sent."""
    shown = [s for s in reading.sections if s.sent_id or written_by_clinician(s.definition.fields)]
    return ReadingPage(
        first=tuple(_first(reading)),
        sections=tuple(_section(reading, section) for section in shown),
        not_sent=tuple(s.definition.title for s in reading.sections if s not in shown),
    )


def _first(reading: Reading) -> Iterator[ReadLine]:
    for section in reading.sections:
        submission = reading.submissions.get(section.id)
        if submission is None:
            continue
        for field in section.definition.fields:
            answer = submission.answers.get(field.key)
            if raises_alert(field, answer):
                yield ReadLine(field.prompt, display(field, answer), section.definition.title)


def _section(reading: Reading, section: Section) -> ReadSection:
    case, definition = reading.case, section.definition
    noted = reading.notes.get(section.id, {})
    own = written_by_clinician(definition.fields)
    return ReadSection(
        slug=definition.slug,
        code=definition.code,
        title=definition.title,
        how_it_stands=_how_it_stands(section),
        lines=tuple(_lines(reading, section)),
        notes=tuple(ReadLine(f.prompt, display(f, noted.get(f.key))) for f in own),
        review_url=_review_url(case.id, section),
        notes_url=url_for("intake.note", couple_id=case.id, assignment_id=section.id)
        if own
        else "",
    )


def _how_it_stands(section: Section) -> str:
    if section.sent_at is None:
        return "Started" if section.is_drafted else "Not started"
    return f"Sent {day(section.sent_at)}"


def _review_url(couple_id: UUID, section: Section) -> str:
    if section.sent_id is None:
        return ""
    return url_for("responses.review", couple_id=couple_id, submission_id=section.sent_id)


def _lines(reading: Reading, section: Section) -> Iterator[ReadLine]:
    submission = reading.submissions.get(section.id)
    if submission is None:
        return
    given = Given(reading.case, section.assignment, section.definition)
    answers, kept = submission.answers, set(submission.kept_back)
    for field in responses.asked_fields(given, answers, sexual=True):
        note = CAN_BE_RELEASED if field.visibility is Visibility.REVEAL else ""
        yield ReadLine(
            field.prompt,
            display(field, answers.get(field.key)),
            KEPT_BACK if field.key in kept else note,
        )
