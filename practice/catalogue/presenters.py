"""Frozen views of exercises and answers for pages, reports and PDFs: words only, nothing left to look up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from practice.catalogue.definition import (
    ExerciseDefinition,
    FieldDefinition,
    Gate,
    Kind,
    Visibility,
    Who,
)
from practice.catalogue.fields import Answer, AnswerView, ViewKind, display
from practice.catalogue.rules import Released

_WHO = {
    Who.EACH_PRIVATELY: "Each privately",
    Who.REVEAL: "Each privately, then shown to both",
    Who.JOINT: "Both together",
    Who.ONE_PARTNER: "One partner",
}
_GATES = {
    Gate.G0: "Open once the person's own consent is signed",
    Gate.G1: "Open once shared work is cleared",
    Gate.G2: "Open once shared work is cleared and both have consented to sexual content",
    Gate.NEVER: "Never shown to the partner",
}


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """One question with its answer to read; ``view`` is None where there is no answer."""

    key: str
    prompt: str
    visibility: Visibility
    view: AnswerView | None


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """One exercise in the clinician's library, and its neutral title everywhere else.

    ``about`` is what a card to read invites to talk about; ``made_here`` marks what this practice made itself.
    """

    slug: str
    title: str
    neutral_title: str
    module: str
    purpose: str
    who: str
    cadence: str
    minutes: int
    opens: str
    opened_by_clinician: bool
    kind: Kind = Kind.EXERCISE
    code: str = ""
    about: str = ""
    made_here: bool = False


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One line of a released comparison, present only when both answered it."""

    label: str
    a: str
    b: str


def read_answers(
    fields: Iterable[FieldDefinition],
    answers: Mapping[str, Answer],
    *,
    with_unanswered: bool = True,
) -> tuple[ReadAnswer, ...]:
    """Return questions and answers in the order asked, for their author or the clinician."""
    read = (
        ReadAnswer(
            field.key, field.prompt, field.visibility, display(field, answers.get(field.key))
        )
        for field in fields
    )
    return tuple(one for one in read if with_unanswered or one.view is not None)


def exercise_card(definition: ExerciseDefinition) -> ExerciseCard:
    """Return the card of one exercise."""
    return ExerciseCard(
        slug=definition.slug,
        title=definition.title,
        neutral_title=definition.neutral_title,
        module=definition.module,
        purpose=definition.purpose,
        who=_WHO[definition.who],
        cadence=definition.cadence,
        minutes=definition.minutes,
        opens=_GATES[definition.gates.fill],
        opened_by_clinician=definition.opened_by_clinician,
        kind=definition.kind,
        code=definition.code,
        about=definition.reading.talk_about if definition.reading else "",
    )


def side_by_side(released: Released) -> tuple[SideBySide, ...]:
    """Return the lines that two released matrices share, in order; empty where answers have no rows."""
    a, b = released.a, released.b
    if a is None or b is None or {a.kind, b.kind} != {ViewKind.ROWS}:
        return ()
    words_b = dict(b.rows)
    return tuple(
        SideBySide(label, words, words_b[label]) for label, words in a.rows if label in words_b
    )
