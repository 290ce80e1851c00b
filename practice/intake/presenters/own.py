"""A partner's own page: the parts with their sections, how long each takes and how it stands for this person alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import url_for

from practice.caseload.rules import SEXUAL_CONSENT, OwnAgreements, who_sees_line
from practice.catalogue.definition import Flow, Needs
from practice.intake import rules
from practice.intake.queries.own import OwnIntake
from practice.intake.queries.sections import Section
from practice.intake.rules import Progress
from practice.safety.rules import private_check

TITLE = "Getting started"
AFTER_AGREEMENTS = "Opens after you have read and signed the agreements"
OWN_CONSENT = "Needs your own consent first"
WORDS = {
    Progress.NOT_STARTED: "Not started",
    Progress.IN_PROGRESS: "In progress",
    Progress.DONE: "Done",
}
TONES = {Progress.IN_PROGRESS: "primary", Progress.DONE: "good"}


@dataclass(frozen=True, slots=True)
class Line:
    """One section: its neutral title, minutes (0: counted with the line before), how it stands, and where it leads."""

    title: str
    minutes: int
    status: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class StageView:
    """One part, and how long all of it takes."""

    number: int
    title: str
    minutes: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The whole page; ``minutes_left`` counts what is not done."""

    stages: tuple[StageView, ...]
    minutes_left: int
    done: int
    total: int
    has_answers: bool


@dataclass(frozen=True, slots=True)
class TodayCard:
    """The intake on Today: one card for all of it, with the minutes of the part that comes next."""

    title: str
    minutes: int
    who_sees: str
    url: str
    is_done: bool


def own_page(intake: OwnIntake) -> OwnPage:
    """Return the page of one person's own intake; parts that were not opened are not there."""
    stages = []
    for number, title in rules.STAGES.items():
        lines = tuple(_lines(intake, number))
        if lines:
            minutes = sum(line.minutes for line in lines)
            stages.append(StageView(number, title, minutes, lines))
    every = [line for stage in stages for line in stage.lines]
    return OwnPage(
        stages=tuple(stages),
        minutes_left=_minutes_left(every),
        done=sum(line.status == WORDS[Progress.DONE] for line in every),
        total=len(every),
        has_answers=any(section.sent_id for section in intake.sections),
    )


def today_card(intake: OwnIntake, policy: str) -> TodayCard | None:
    """Return the one card of Today; None before anything was given."""
    if not intake.is_given:
        return None
    left = [minutes for stage in own_page(intake).stages if (minutes := _minutes_left(stage.lines))]
    return TodayCard(
        title=TITLE,
        minutes=left[0] if left else 0,
        who_sees=who_sees_line("own", policy, "alone"),
        url=url_for("intake.start"),
        is_done=not left,
    )


def _minutes_left(lines: Iterable[Line]) -> int:
    """How long what is not done takes; nothing is asked for what waits for a consent that may never come."""
    settled = {WORDS[Progress.DONE], OWN_CONSENT}
    return sum(line.minutes for line in lines if line.status not in settled)


def _lines(intake: OwnIntake, stage: int) -> Iterator[Line]:
    for section in intake.sections:
        if section.definition.stage != stage:
            continue
        if rules.flow_of(section.definition) is Flow.AGREEMENTS:
            yield _agreements(section, intake.agreements)
            yield _section(section, intake.agreements, minutes=0)
            yield _questions(intake)
        else:
            yield _section(section, intake.agreements, minutes=section.definition.minutes)


def _section(section: Section, own: OwnAgreements, *, minutes: int) -> Line:
    definition = section.definition
    # The choices beside the agreements would else stand under the agreements' own name.
    title = definition.neutral_title if minutes else definition.title
    url = url_for("responses.intro", assignment_id=section.id)
    if not own.forms_open:
        return Line(title, minutes, AFTER_AGREEMENTS, "", "")
    status = section.progress
    needs_consent = definition.needs is Needs.SEXUAL_CONTENT_CONSENT and not own.sexual
    if needs_consent and status is not Progress.DONE:
        consent = url_for("portal.agreement", text_id=SEXUAL_CONSENT)
        return Line(title, minutes, OWN_CONSENT, "", consent)
    return Line(title, minutes, WORDS[status], TONES.get(status, ""), url)


def _agreements(section: Section, own: OwnAgreements) -> Line:
    status = Progress.DONE if own.forms_open else Progress.NOT_STARTED
    return Line(
        "Agreements to read",
        section.definition.minutes,
        WORDS[status],
        TONES.get(status, ""),
        url_for("portal.agreements"),
    )


def _questions(intake: OwnIntake) -> Line:
    """The private questions: whether they are due, and never whether some were begun, which would be a trace."""
    check = private_check()
    if not intake.agreements.consented:
        return Line(check.title, check.minutes, AFTER_AGREEMENTS, "", "")
    status = Progress.NOT_STARTED if intake.questions_are_due else Progress.DONE
    url = url_for("safety.questions")
    return Line(check.title, check.minutes, WORDS[status], TONES.get(status, ""), url)
