"""How a guess stands beside what it guessed, in a picture and in words: for the guesser and the care team, never for the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from practice.catalogue.definition import ExerciseDefinition, FieldDefinition, FieldType
from practice.catalogue.fields import AnswerView, display, is_skipped
from practice.comparison.presenters.gaps import (
    Comparison,
    Ends,
    Scored,
    comparison,
    ends_of,
    only_of_both,
    scored,
)
from practice.reports import charts


@dataclass(frozen=True)
class Guess:
    """One guess under the question it was about: as a picture where both are numbers, else in the words of both."""

    prompt: str
    chart: Comparison | None
    guessed: AnswerView | None
    actual: AnswerView | None


def guesses(
    definition: ExerciseDefinition,
    own: Mapping[str, Any],
    other: Mapping[str, Any],
    names: tuple[str, str],
    *,
    width: float = 680,
) -> tuple[Guess, ...]:
    """Return one person's guesses beside the other's answers, for the rows that both have.

    ``names`` are what the two marks of a picture are called: the guess, and the answer.
    """
    return tuple(
        _guess(field, definition.field(field.guesses), own[field.key], other, names, width)
        for field in definition.fields
        if field.type is FieldType.PREDICT
        and field.key in own
        and not is_skipped(own[field.key])
        and field.guesses in other
    )


def _guess(
    field: FieldDefinition,
    about: FieldDefinition,
    guess: Any,
    other: Mapping[str, Any],
    names: tuple[str, str],
    width: float,
) -> Guess:
    found = _on_one_scale(field, about, guess, other[about.key])
    title = f"{names[0]}: {about.prompt}"
    if found is None:
        return Guess(title, None, display(field, guess), display(about, other[about.key]))
    return Guess(
        title, comparison(replace(found, title=title), names, _no_words, width=width), None, None
    )


def _on_one_scale(
    field: FieldDefinition, about: FieldDefinition, guess: Any, answer: Any
) -> Scored | None:
    """The guess in the place of one partner and the answer in that of the other; None where they are no numbers."""
    if field.answer_type is not about.answer_type:
        return None
    if ends_of(about) is None:
        return None
    found = only_of_both(scored([about], {about.key: guess}, {about.key: answer}))
    return found[0] if found else None


def _no_words(rows: Sequence[charts.Gap], ends: Ends, names: tuple[str, str]) -> str:
    return ""
