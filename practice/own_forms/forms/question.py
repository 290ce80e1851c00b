"""The form for one question: put together from the parts of its type, read back as a question or as errors at their inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wtforms import HiddenField

from practice.catalogue.definition import FieldType
from practice.own_forms.forms.choices import HowMany, Options, Words
from practice.own_forms.forms.conditions import Asked, Notice
from practice.own_forms.forms.everywhere import Care, Readers, Wording
from practice.own_forms.forms.guess import Guess
from practice.own_forms.forms.parts import Around, Json, Part, Refused
from practice.own_forms.forms.scales import Ends, Limits, Points, Rows
from practice.own_forms.forms.table import Columns, Lines
from practice.web.forms import BaseForm

# Which answers of a type can bring the clinician a private notice: what can be compared, never words.
_NOTICES = {
    FieldType.RATING_0_10: Notice(numbers=True),
    FieldType.NUMBER: Notice(numbers=True),
    FieldType.SINGLE_CHOICE: Notice(choices=True, numbers=True),
    FieldType.MULTI_CHOICE: Notice(choices=True),
    FieldType.BODY_MAP: Notice(choices=True),
    FieldType.LIKERT_MATRIX: Notice(rows=True, choices=True, numbers=True),
}


@dataclass(frozen=True)
class Group:
    """One part on the page; a folded one is open where something stands in it."""

    title: str
    inputs: list[Any]
    fold: bool
    is_open: bool


@dataclass(frozen=True)
class Kind:
    """One type of question in the words of the builder."""

    type: FieldType
    name: str
    note: str
    parts: tuple[Part, ...] = ()


def kinds(body: Sequence[Json], feelings: Sequence[Json]) -> dict[FieldType, Kind]:
    """Return every type of question; ``body`` and ``feelings`` are the places and words offered to begin with."""
    f = FieldType
    found = (
        Kind(f.SHORT_TEXT, "A line of text", "Up to 500 characters."),
        Kind(f.LONG_TEXT, "A box of text", "Room for a page or more, on a page of its own."),
        Kind(f.SINGLE_CHOICE, "One of several answers", "Can be scored.", (Options(scored=True),)),
        Kind(
            f.MULTI_CHOICE,
            "Several answers to tick",
            "Scored by how many are ticked.",
            (Options(1), HowMany()),
        ),
        Kind(f.RATING_0_10, "A rating from 0 to 10", "Can be scored.", (Ends(),)),
        Kind(
            f.LIKERT_MATRIX,
            "Lines on one scale",
            "Several statements answered on the same scale. Each line can be scored.",
            (Rows(), Points()),
        ),
        Kind(
            f.EMOTION_WHEEL,
            "Feeling words",
            "Core feelings that open to their nuances.",
            (Words(tuple(feelings)),),
        ),
        Kind(
            f.BODY_MAP,
            "Places in the body",
            "Ticked beside a drawing.",
            (Options(1, places=tuple(body)), HowMany()),
        ),
        Kind(f.DATE, "A date", "A calendar day."),
        Kind(f.NUMBER, "A number", "With limits it can be scored.", (Limits(),)),
        Kind(
            f.TABLE, "A table", "Lines of words, choices, numbers or dates.", (Columns(), Lines())
        ),
        Kind(f.PREDICT, "A guess", "What the other partner will have answered.", (Guess(),)),
        Kind(f.CONSENT_CHECK, "A sentence to agree to", "One tick. No tick is no answer."),
        Kind(
            f.CLINICIAN_RATING,
            "Your own rating",
            "Lines that you rate; the partners never see it.",
            (Rows(), Limits(whole=True)),
        ),
    )
    return {kind.type: kind for kind in found}


class QuestionForm(BaseForm):
    """One question. What was typed stays when something cannot be used, with the message at its input."""

    revision = HiddenField()
    parts: Sequence[Part] = ()
    around: Around = Around()
    held: Json = {}

    def page_parts(self) -> list[Group]:
        """Return the parts in the order of the page."""
        return [self._group(part) for part in self.parts]

    def _group(self, part: Part) -> Group:
        inputs = [self[name] for name in part.inputs(self.around)]
        is_used = part.shown(self.held) != part.shown({"type": self.held["type"]})
        return Group(
            part.title, inputs, part.fold, is_used or any(field.errors for field in inputs)
        )

    def taken(self, before: Json) -> Json | None:
        """Return the question that was typed, on the ground of ``before``; None when a message stands at an input."""
        field = dict(before)
        fine = True
        for part in self.parts:
            if part.looks_back and not fine:
                continue
            try:
                field |= part.taken(self.data, field, self.around)
            except Refused as refused:
                self.refuse(self[refused.at], refused.message)
                fine = False
            field = {name: value for name, value in field.items() if value is not None}
        return field if fine else None


def question_form(kind: Kind, field: Json, around: Around) -> QuestionForm:
    """Return the form for a question as it stands, or for a new one of its type."""
    notice = _NOTICES.get(kind.type)
    last = (Readers(may_tell=notice is not None), *((notice,) if notice else ()), Asked(), Care())
    parts: tuple[Part, ...] = (Wording(), *kind.parts, *last)
    inputs = {name: made for part in parts for name, made in part.inputs(around).items()}
    shown = {name: value for part in parts for name, value in part.shown(field).items()}
    made = type(
        "QuestionForm", (QuestionForm,), {**inputs, "parts": parts, "around": around, "held": field}
    )
    form: QuestionForm = made(data=shown)
    return form
