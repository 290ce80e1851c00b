"""The intake of both side by side, for the care team alone: how each section stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from practice.catalogue.definition import ExerciseDefinition, Flow, Gate
from practice.intake import rules
from practice.intake.queries.care import SIDES, CareIntake
from practice.intake.queries.sections import Section
from practice.web.templating import day

NOT_OPENED = "Not opened"
Library = Sequence[tuple[UUID, ExerciseDefinition]]


@dataclass(frozen=True, slots=True)
class Cell:
    """How a section stands for one person; ``url`` leads to the answers, ``paper_url`` to entering them."""

    words: str
    url: str = ""
    is_unread: bool = False
    paper_url: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done with a section: a link."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """One section; ``elsewhere`` leads to the page on which it is read instead."""

    code: str
    title: str
    cells: tuple[Cell, ...]
    acts: tuple[Act, ...]
    elsewhere: Act | None = None


@dataclass(frozen=True, slots=True)
class StageRows:
    """One part with its sections."""

    number: int
    title: str
    rows: tuple[Row, ...]
    can_be_taken_back: bool


def overview(intake: CareIntake, library: Library) -> tuple[StageRows, ...]:
    """Return the four parts, what is not opened included; nothing here says how the private questions were answered."""
    rows: dict[int, list[Row]] = {}
    for _, definition in library:
        rows.setdefault(definition.stage, []).append(_row(intake, definition))
    unsent = {
        section.definition.stage
        for sections in intake.sides.values()
        for section in sections
        if section.sent_id is None
    }
    return tuple(
        StageRows(number, title, tuple(rows.get(number, ())), number in unsent)
        for number, title in rules.STAGES.items()
    )


def minutes_of(library: Library) -> dict[int, int]:
    """Return how long each part takes."""
    return {stage: sum(d.minutes for _, d in library if d.stage == stage) for stage in rules.STAGES}


def is_all_given(intake: CareIntake, library: Library) -> bool:
    """Return whether there is nothing left to give to either."""
    wanted = {d.slug for _, d in library if rules.is_a_form(d)}
    return all({s.definition.slug for s in intake.sides[side]} >= wanted for side in SIDES)


def _row(intake: CareIntake, definition: ExerciseDefinition) -> Row:
    found = {
        side: next((s for s in intake.sides[side] if s.definition.slug == definition.slug), None)
        for side in SIDES
    }
    is_a_form = rules.is_a_form(definition)
    return Row(
        code=definition.code,
        title=definition.title,
        cells=tuple(_cell(intake, side, found[side]) for side in SIDES) if is_a_form else (),
        acts=tuple(_acts(intake, definition, [s for s in found.values() if s])),
        elsewhere=_elsewhere(intake, definition),
    )


def _elsewhere(intake: CareIntake, definition: ExerciseDefinition) -> Act | None:
    flow = rules.flow_of(definition)
    if flow is Flow.AGREEMENTS:
        url = url_for("caseload.record", couple_id=intake.case.id)
        return Act("Signatures stand in the record", url)
    if flow is Flow.SAFETY_CHECK:
        return Act("Kept apart", url_for("safety.record", couple_id=intake.case.id))
    return None


def _cell(intake: CareIntake, side: str, section: Section | None) -> Cell:
    if section is None:
        return Cell(NOT_OPENED)
    couple = intake.case.id
    paper = url_for("responses.enter", couple_id=couple, assignment_id=section.id)
    if section.sent_id is None or section.sent_at is None:
        words = "Started" if section.is_drafted else "Not started"
        return Cell(words, paper_url=paper)
    words = "Set aside" if section.sent_id in intake.set_aside else "Sent"
    url = url_for("intake.read", couple_id=couple, side=side)
    return Cell(
        f"{words} {day(section.sent_at)}",
        f"{url}#{section.definition.slug}",
        section.sent_id in intake.unread,
        paper,
    )


def _acts(
    intake: CareIntake, definition: ExerciseDefinition, sections: Sequence[Section]
) -> Iterator[Act]:
    sets = {s.assignment.set_id for s in sections if s.sent_id is not None}
    both = len([s for s in sections if s.sent_id is not None]) == len(SIDES)
    if definition.gates.show is Gate.NEVER or not both or len(sets) != 1:
        return
    [set_id] = sets
    couple = intake.case.id
    yield Act("Compare", url_for("comparison.compare", couple_id=couple, set_id=set_id))
    words = "Released" if set_id in intake.released else "Release"
    yield Act(words, url_for("responses.release_preview", couple_id=couple, set_id=set_id))
