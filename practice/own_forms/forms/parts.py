"""The parts that a page for a question is put together from: each has its inputs, shows what stands, and takes what was typed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from wtforms import BooleanField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from practice.catalogue.fields.checks import number_of
from practice.catalogue.fields.contract import AnswerInvalid
from practice.own_forms.rules import lines
from practice.own_forms.rules.lines import LinesRefused
from practice.web.forms import NameField, ProseField

Json = dict[str, Any]
Data = Mapping[str, Any]
LABEL = 200
POINTS_HINT = (
    "One on each line. For a score, end the line with an equals sign and the points: Often = 3."
)
TEXT = 4000


class Refused(ValueError):
    """What was typed in one input cannot be used; the message stands at that input."""

    def __init__(self, at: str, message: str) -> None:
        super().__init__(message)
        self.at = at
        self.message = message


@dataclass(frozen=True)
class Around:
    """What a question may look at: the questions before it, and all the others."""

    earlier: Sequence[Json] = ()
    others: Sequence[Json] = ()


class Part(ABC):
    """One group of inputs. ``fold`` puts it behind a line to open, for what is needed seldom."""

    title: ClassVar[str] = ""
    fold: ClassVar[bool] = False
    # Whether it can be judged only once the parts before it are fine.
    looks_back: ClassVar[bool] = False

    @abstractmethod
    def inputs(self, around: Around) -> dict[str, Any]:
        """Return the WTForms fields, by name."""

    @abstractmethod
    def shown(self, field: Json) -> Json:
        """Return what the inputs hold for a question as it stands."""

    @abstractmethod
    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """Return what to set in the question; None takes something out. Raise :class:`Refused`."""


def line(label: str, hint: str = "") -> Any:
    """A line of text."""
    return NameField(label, description=hint)


def prose(label: str, hint: str = "") -> Any:
    """A box of text."""
    return ProseField(label, description=hint)


def tick(label: str, hint: str = "") -> Any:
    """A checkbox."""
    return _later(BooleanField, label, description=hint)


def radio(label: str, choices: Sequence[tuple[str, str]], hint: str = "") -> Any:
    """Radio buttons."""
    return _later(
        RadioField, label, description=hint, choices=choices_of(choices), validate_choice=False
    )


def drop_down(label: str, choices: Sequence[tuple[str, str]], hint: str = "") -> Any:
    """A drop-down list."""
    return _later(
        SelectField, label, description=hint, choices=choices_of(choices), validate_choice=False
    )


def text_in(data: Data, name: str, most: int, *, needed: str = "") -> str | None:
    """Return a text of at most ``most`` characters, or None; ``needed`` is the message when there must be one."""
    text = (data.get(name) or "").strip()
    if not text and needed:
        raise Refused(name, needed)
    if len(text) > most:
        raise Refused(name, f"Keep this to {most:,} characters; it has {len(text):,}.")
    return text or None


def number_in(
    data: Data, name: str, low: float | None = None, high: float | None = None
) -> float | None:
    """Return a number between two others, or None where nothing was typed."""
    try:
        return number_of(data.get(name), low, high)
    except AnswerInvalid as invalid:
        raise Refused(name, invalid.message) from invalid


def whole_in(data: Data, name: str, low: int, high: int) -> int | None:
    """Return a whole number between two others, or None where nothing was typed."""
    value = number_in(data, name, low, high)
    if isinstance(value, float):
        raise Refused(name, f"Write a whole number from {low} to {high}.")
    return value


def choice_in(data: Data, name: str, choices: Iterable[tuple[str, str]]) -> str | None:
    """Return the value chosen, or None for the empty one."""
    value = data.get(name) or ""
    if value not in dict(choices):
        raise Refused(name, "Choose from what is offered here.")
    return value or None


def written_number(value: float | None) -> str:
    """Return a number as it is typed."""
    return "" if value is None else f"{value:g}"


def lines_in(data: Data, name: str, before: Iterable[Json], **more: Any) -> list[Json]:
    """Return answers from lines; those of ``before`` keep their values."""
    try:
        return lines.options_of(data.get(name) or "", before, **more)
    except LinesRefused as refused:
        raise Refused(name, str(refused)) from refused


def rows_in(data: Data, field: Json) -> list[Json]:
    """Return the lines of a matrix or table; those that are there keep their values."""
    try:
        return lines.rows_of(data.get("rows") or "", field.get("rows", ()))
    except LinesRefused as refused:
        raise Refused("rows", str(refused)) from refused


def _later(kind: Any, label: str, **settings: Any) -> Any:
    """Name an input without making it: WTForms makes it when the form is made."""
    return kind(label, **settings)


def choices_of(choices: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    """Return choices as WTForms takes them."""
    return [SelectChoice(value, words) for value, words in choices]
