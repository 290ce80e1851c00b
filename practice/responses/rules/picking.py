"""Matches that the clinician picks from: of what both welcome a short list is shown, never all of it.

Source: clinical catalogue, ``sc-touch-preferences``. If every match were shown, anyone who answered yes could work out a refusal
from a row that is missing. How welcome a thing is to whom is not told: the same list stands there for both.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from practice.catalogue.definition import ExerciseDefinition, FieldDefinition, Visibility
from practice.catalogue.fields import AnswerView, ViewKind, is_skipped
from practice.catalogue.rules import Released
from practice.measures.exercises.sc_touch_preferences import WELCOME


@dataclass(frozen=True, slots=True)
class Picking:
    """Which question is picked from, which answers welcome a row, and how many rows are shown at most."""

    key: str
    welcome: frozenset[str]
    most: int
    prompt: str


@dataclass(frozen=True, slots=True)
class Match:
    """One row that both welcome."""

    row: str
    label: str


PICKINGS: Mapping[str, Picking] = {
    "sc-touch-preferences": Picking(
        key="prefs",
        welcome=WELCOME,
        most=5,
        prompt="Some of what you both welcome",
    )
}


def picking_of(definition: ExerciseDefinition) -> Picking | None:
    """Return how matches of an exercise are picked, or None where there are none."""
    return PICKINGS.get(definition.slug)


def matches(
    definition: ExerciseDefinition,
    a: Mapping[str, Any],
    b: Mapping[str, Any],
    kept_back_a: Collection[str] = (),
    kept_back_b: Collection[str] = (),
) -> tuple[Match, ...]:
    """Return the rows that both welcome and neither keeps back, in the order asked; for the care team alone."""
    picking = picking_of(definition)
    if picking is None or picking.key in {*kept_back_a, *kept_back_b}:
        return ()
    welcome = _welcome(picking, a) & _welcome(picking, b)
    rows = definition.field(picking.key).rows
    return tuple(Match(row.value, row.label) for row in rows if row.value in welcome)


def room_for_picks(found: Collection[Match], picking: Picking) -> int:
    """Return how many of the matches may be shown: a short list, and always fewer than there are."""
    return max(0, min(picking.most, len(found) - 1))


def picked(
    definition: ExerciseDefinition, found: Collection[Match], wished: Collection[str]
) -> tuple[Match, ...]:
    """Return the matches that are both picked and allowed, in the order asked; none when too many were picked.

    Whatever else ``wished`` holds is left out: a refusal is no match, and so can never be picked.
    """
    picking = picking_of(definition)
    if picking is None:
        return ()
    chosen = tuple(match for match in found if match.row in wished)
    return chosen if len(chosen) <= room_for_picks(found, picking) else ()


def too_many(found: Collection[Match], picking: Picking, wished: Collection[str]) -> str:
    """Return, in words for the clinician, that more was picked than may be shown; "" when it was not."""
    chosen, room = sum(match.row in wished for match in found), room_for_picks(found, picking)
    if chosen <= room:
        return ""
    if room == 0:
        return (
            "There is too little that both welcome to show any of it without telling of the rest."
        )
    return f"Pick at most {room} of what both welcome: all of it would tell what is not welcome."


def released_picks(definition: ExerciseDefinition, chosen: Collection[Match]) -> Released | None:
    """Return the short list as both read it: the same words for both, and not who welcomes what how much."""
    picking = picking_of(definition)
    if picking is None or not chosen:
        return None
    view = AnswerView(ViewKind.ITEMS, items=tuple(match.label for match in chosen))
    return Released(picking.key, picking.prompt, view, view)


def can_be_kept_back(definition: ExerciseDefinition, field: FieldDefinition) -> bool:
    """Return whether its author may keep an answer from ever being shown: what is revealed, and what is picked from."""
    picking = picking_of(definition)
    is_picked = picking is not None and picking.key == field.key
    return is_picked or field.visibility is Visibility.REVEAL


def keys_kept_back(definition: ExerciseDefinition, keys: Collection[str]) -> list[str]:
    """Return those of ``keys`` that can be kept back; nothing else is taken from a form."""
    return sorted(
        field.key
        for field in definition.fields
        if field.key in keys and can_be_kept_back(definition, field)
    )


def _welcome(picking: Picking, answers: Mapping[str, Any]) -> set[str]:
    answer = answers.get(picking.key)
    if not isinstance(answer, Mapping) or is_skipped(answer):
        return set()
    return {row for row, point in answer.items() if point in picking.welcome}
