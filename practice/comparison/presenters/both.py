"""What the clinician opened to both, in words and pictures: what is alike first, and nothing that was not released."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from practice.catalogue.definition import ExerciseDefinition, FieldDefinition, FieldType
from practice.comparison.presenters.gaps import (
    Comparison,
    Ends,
    closeness,
    comparison,
    only_of_both,
    scored,
)
from practice.comparison.presenters.guesses import Guess, guesses
from practice.measures.exercises.figure import Figure
from practice.measures.exercises.registry import scorer_for
from practice.reports import charts
from practice.responses import rules
from practice.responses.presenters.shown import ShownPage, shown_page

# The width of a phone's column: the words in the picture stay as large as those around it.
PHONE = 328


@dataclass(frozen=True)
class OwnGuesses:
    """How the reader's own guesses came out; nobody else on the couple's side reads this."""

    figures: tuple[Figure, ...]
    guesses: tuple[Guess, ...]


@dataclass(frozen=True)
class SharedPage:
    """A released comparison as one of the two reads it; ``pictures`` stand with the question of that name, ``charts`` before all."""

    shown: ShownPage
    pictures: Mapping[str, Comparison]
    charts: tuple[Comparison, ...]
    own: OwnGuesses


def shared_page(
    definition: ExerciseDefinition,
    content: Mapping[str, Any],
    side: Literal["a", "b"],
    own_answers: Mapping[str, Any],
    names: tuple[str, str],
    closed: Collection[str] = (),
) -> SharedPage:
    """Return the frozen copy ``content`` as partner ``side`` reads it, without the questions whose work is ``closed`` again.

    ``own_answers`` are the reader's own, for the guesses alone; of the other nothing is read but the copy.
    """
    a, b = (_open(content["answers"][one], closed) for one in "ab")
    other = b if side == "a" else a
    shown = shown_page(content, closed)
    prompts = {field.prompt for field in shown.fields}
    drawn = [
        comparison(found, names, _closeness, width=PHONE)
        for found in only_of_both(scored(_shown_fields(definition, a, b), a, b))
    ]
    return SharedPage(
        shown=shown,
        pictures={one.title: one for one in drawn if one.title in prompts},
        charts=tuple(one for one in drawn if one.title not in prompts),
        own=_own_guesses(definition, side, own_answers, other),
    )


def _shown_fields(
    definition: ExerciseDefinition, a: Mapping[str, Any], b: Mapping[str, Any]
) -> list[FieldDefinition]:
    return [f for f in definition.fields if f.key in a and f.key in b and not f.guesses]


def _own_guesses(
    definition: ExerciseDefinition,
    side: Literal["a", "b"],
    own: Mapping[str, Any],
    other: Mapping[str, Any],
) -> OwnGuesses:
    told = rules.told_to_guesser(definition.slug, side, own, other)
    open_to_guesser = {f.key for f in definition.fields if f.type is FieldType.PREDICT}
    open_to_guesser -= _for_the_care_team(definition, side, own, other)
    kept = {key: answer for key, answer in own.items() if key in open_to_guesser}
    return OwnGuesses(
        told, guesses(definition, kept, other, ("Your guess", "The answer"), width=PHONE)
    )


def _for_the_care_team(
    definition: ExerciseDefinition,
    side: Literal["a", "b"],
    own: Mapping[str, Any],
    other: Mapping[str, Any],
) -> set[str]:
    """The guesses of which the catalogue tells the care team alone how they came out (``sc-pleasure-guess``)."""
    pair = (own, other) if side == "a" else (other, own)
    figures = scorer_for(definition.slug).score_pair(*pair)
    return {key for f in figures if f.privacy == "clinician" for key in f.inputs}


def _open(answers: Mapping[str, Any], closed: Collection[str]) -> dict[str, Any]:
    return {key: answer for key, answer in answers.items() if key not in closed}


def _closeness(rows: Sequence[charts.Gap], ends: Ends, names: tuple[str, str]) -> str:
    return closeness(rows, ends)
