"""What can be given to whom, and with which dates and limits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from practice.catalogue.definition import ExerciseDefinition, Who

MOST_DAYS, MOST_ROUNDS = 365, 400


class CannotAssign(ValueError):
    """The exercise cannot be given like this; the message is for the clinician."""


def check_who(definition: ExerciseDefinition, sides: Collection[str]) -> None:
    """Raise :class:`CannotAssign` unless the exercise can be given to these partners."""
    if definition.fields and all(field.flow for field in definition.fields):
        raise CannotAssign(
            "These questions have pages of their own and are not given like an exercise."
        )
    chosen = set(sides)
    if not chosen or not chosen <= {"a", "b"}:
        raise CannotAssign("Choose for whom this is.")
    if definition.who is Who.JOINT and chosen != {"a", "b"}:
        raise CannotAssign("Both write on this form, so it is given to both.")
    if definition.who is Who.ONE_PARTNER and len(chosen) != 1:
        raise CannotAssign("One partner writes this. Choose one.")


def check_dates(starts_on: date, due_on: date | None, ends_on: date | None) -> None:
    """Raise :class:`CannotAssign` unless the dates follow one another."""
    if due_on is not None and due_on < starts_on:
        raise CannotAssign("The due date is before the start. Choose a later one.")
    if ends_on is not None and ends_on < starts_on:
        raise CannotAssign("The last day is before the start. Choose a later one.")


def check_limits(window_days: int | None, most_rounds: int | None, delay_days: int | None) -> None:
    """Raise :class:`CannotAssign` unless the window, the cap and the delay are numbers that can be meant."""
    if window_days is not None and not 1 <= window_days <= MOST_DAYS:
        raise CannotAssign(f"Choose between 1 and {MOST_DAYS} days.")
    if most_rounds is not None and not 1 <= most_rounds <= MOST_ROUNDS:
        raise CannotAssign(f"Choose between 1 and {MOST_ROUNDS} times.")
    if delay_days is not None and not 0 <= delay_days <= MOST_DAYS:
        raise CannotAssign(f"Choose a wait of at most {MOST_DAYS} days.")


def check_pause(today: date, day: date) -> None:
    """Raise :class:`CannotAssign` unless a pause begins or ends today or later: what was asked stays asked."""
    if day < today:
        raise CannotAssign("Choose today or a later day: what was already asked stays as it was.")
