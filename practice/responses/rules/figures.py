"""What was worked out when something was sent, as JSON that is kept with it and read back unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.rules.scoring import form_figures
from practice.measures.exercises.figure import Entry, Figure
from practice.measures.exercises.registry import scorer_for

_SETS = ("inputs", "needs_released")


def snapshot(definition: ExerciseDefinition, answers: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the figures of one person's own answers, as they are kept with the submission.

    Those of the exercise's scorer come first, then the scores that the form defines itself.
    """
    figures = scorer_for(definition.slug).score_own(answers)
    return as_json((*figures, *form_figures(definition, answers)))


class Answered(Protocol):
    """What a series needs of a submission."""

    occurrence: str
    submitted_at: datetime

    @property
    def answers(self) -> Any:
        """The answers by key."""


def entries(rows: Iterable[Answered], zone: str) -> list[Entry]:
    """Return submissions, oldest first, as entries on their local days; of corrected ones the newest alone."""
    by_round = {row.occurrence: row for row in rows}
    return [Entry(_day_of(row, zone), row.answers) for row in by_round.values()]


def _day_of(row: Answered, zone: str) -> date:
    """The day a round is of: what was begun before midnight belongs to the day it was begun."""
    try:
        return date.fromisoformat(row.occurrence)
    except ValueError:
        return row.submitted_at.astimezone(ZoneInfo(zone)).date()


def as_json(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """Return figures as JSON."""
    return [_plain(figure) for figure in figures]


def as_figures(kept: Iterable[Mapping[str, Any]]) -> tuple[Figure, ...]:
    """Return figures that were kept as JSON; names this version does not know are left out."""
    known = {f.name for f in fields(Figure)}
    return tuple(
        Figure(**{name: _value(name, value) for name, value in one.items() if name in known})
        for one in kept
    )


def told_to_author(kept: Iterable[Mapping[str, Any]]) -> tuple[Figure, ...]:
    """Return the scores of the form itself that its author may read again beside the own answers.

    What a scorer of the product worked out stays on the care team's side, as does all that rests on the clinician's own lines.
    """
    figures = as_figures(kept)
    return tuple(f for f in figures if f.key.startswith("score.") and f.privacy != "clinician")


def _plain(figure: Figure) -> dict[str, Any]:
    return {
        name: sorted(value) if name in _SETS else list(value) if name == "rows" else value
        for name, value in asdict(figure).items()
    }


def _value(name: str, value: Any) -> Any:
    if name in _SETS:
        return frozenset(value)
    return tuple(value) if name == "rows" else value
