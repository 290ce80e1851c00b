"""Pure decisions about the intake: its four parts, which of their sections are forms, and where each of them stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

from practice.catalogue.definition import ExerciseDefinition, Flow, WrittenBy
from practice.catalogue.fields import SKIPPED, Answer

STAGES = {
    1: "To begin with",
    2: "What brings you here",
    3: "You and the world around you",
    4: "Closer to you",
}
"""The four parts by number, each 15 to 20 minutes (PRODUCT P5); the same words for the partner and the clinician."""

FIRST_STAGES = frozenset({1, 2})
"""What is given unless the clinician says otherwise: the tender part comes once there has been a private talk."""


class Progress(StrEnum):
    """How one section stands for the person it was given to."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    DONE = "done"


def progress(*, is_sent: bool, is_drafted: bool) -> Progress:
    """Return how a section stands; a correction that was begun is in progress again."""
    if is_drafted:
        return Progress.IN_PROGRESS
    return Progress.DONE if is_sent else Progress.NOT_STARTED


def number_of(definition: ExerciseDefinition) -> int:
    """Return the number of a section, 4 for ``IN-4``: the order they are read in within a part."""
    return int(definition.code.partition("-")[2] or 0)


def in_order(definitions: Iterable[ExerciseDefinition]) -> list[ExerciseDefinition]:
    """Return sections part by part, in each by number."""
    return sorted(definitions, key=lambda d: (d.stage, number_of(d)))


def is_a_form(definition: ExerciseDefinition) -> bool:
    """Return whether a section asks anything itself, beside what has pages of its own (agreements, private questions)."""
    return any(f.flow is None and f.by is WrittenBy.AUTHOR for f in definition.fields)


def flow_of(definition: ExerciseDefinition) -> Flow | None:
    """Return the pages of their own that a section leads to, if any."""
    return next((f.flow for f in definition.fields if f.flow is not None), None)


def can_be_left_out(definition: ExerciseDefinition) -> bool:
    """Return whether a whole section may be left out at once: not where a question must be answered."""
    return not any(f.required and f.flow is None for f in definition.fields)


def left_out(keys: Collection[str]) -> dict[str, Answer]:
    """Return the answers of somebody who would rather not answer any of these questions."""
    return {key: dict(SKIPPED) for key in keys}
