"""When answers may be shown to both, and what of them. The reasons are for the clinician; a partner sees none (D8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from practice.catalogue.definition import ExerciseDefinition, FieldType, Gate
from practice.catalogue.fields import AnswerView, behaviour_of, display, is_answered
from practice.catalogue.rules import Released
from practice.measures.exercises.figure import Figure
from practice.measures.exercises.registry import scorer_for

# Everyone has at least this long to keep something back (D8).
WAIT = timedelta(hours=24)


class CannotRelease(ValueError):
    """This cannot be shown now; the message is for the clinician."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the decision rests on: the newest submission of everyone who was asked, None where there is none."""

    submitted: tuple[datetime | None, ...]
    gates: frozenset[Gate]
    show_gate: Gate
    is_held: bool
    anything_left: bool


def open_gates(
    *, shared_work_open: bool, sexual_work_open: bool, both_consented: bool
) -> frozenset[Gate]:
    """Return the gates open for showing: G2 needs the clinician's opening and both current consents."""
    gates = {Gate.G0}
    if shared_work_open:
        gates.add(Gate.G1)
        if sexual_work_open and both_consented:
            gates.add(Gate.G2)
    return frozenset(gates)


def reasons_against(facts: Facts, now: datetime) -> list[str]:
    """Return why this cannot be released now, in words for the clinician; empty when it can."""
    reasons = []
    sent = [at for at in facts.submitted if at is not None]
    if not sent or len(sent) < len(facts.submitted):
        reasons.append("Not everyone who was asked has sent this.")
    elif now < max(sent) + WAIT:
        reasons.append(
            "At least 24 hours have to pass after the later one was sent, so that both can keep something back."
        )
    if facts.show_gate not in facts.gates:
        reasons.append("Work of this kind is closed for this couple, or a consent is missing.")
    if facts.is_held:
        reasons.append(
            "A private answer holds this back. Read it first, and talk with its author alone."
        )
    if not facts.anything_left:
        reasons.append("Nothing is left that both may see.")
    return reasons


def released_answers(
    definition: ExerciseDefinition,
    released: Iterable[Released],
    answers: Mapping[str, Any],
    side: Literal["a", "b"],
) -> dict[str, Any]:
    """Return one side's answers cut down to exactly what is shown of them, for working out figures.

    Free lines of a table have no figures and are left out.
    """
    kept = {}
    for one in released:
        view = one.a if side == "a" else one.b
        field = definition.field(one.key)
        if view is None or field.answer_type is FieldType.TABLE:
            continue
        rows = behaviour_of(field).answered_rows(field, answers[one.key])
        if rows is None:
            kept[one.key] = answers[one.key]
            continue
        shown = {row for row in rows if _is_shown(field, answers[one.key], row, view)}
        kept[one.key] = behaviour_of(field).only_rows(field, answers[one.key], shown)
    return kept


def told_to_guesser(
    slug: str,
    side: Literal["a", "b"],
    own: Mapping[str, Any],
    released_of_other: Mapping[str, Any],
) -> tuple[Figure, ...]:
    """Return how one's own guesses came out, over released rows alone: for the guesser, never for the one guessed."""
    pair = (own, released_of_other) if side == "a" else (released_of_other, own)
    other = "b" if side == "a" else "a"
    return tuple(
        figure
        for figure in scorer_for(slug).score_pair(*pair)
        if figure.privacy == "author"
        and figure.subject == side
        and figure.needs_released <= {f"{other}.{key}" for key in released_of_other}
    )


def shared_figures(
    slug: str, released_a: Mapping[str, Any], released_b: Mapping[str, Any]
) -> tuple[Figure, ...]:
    """Return the figures that rest on released answers of both alone, and may therefore be shown to both."""
    shown = {f"a.{key}" for key in released_a} | {f"b.{key}" for key in released_b}
    return tuple(
        figure
        for figure in scorer_for(slug).score_pair(released_a, released_b)
        if figure.privacy == "joint" and figure.needs_released <= shown
    )


def _is_shown(field: Any, answer: Any, row: str, view: AnswerView) -> bool:
    one = behaviour_of(field).only_rows(field, answer, {row})
    if not is_answered(field, one):
        return False
    words = display(field, one)
    return words is not None and set(words.rows) <= set(view.rows)
