"""What every question type can do, and the plain shapes they hand to forms, pages and reports."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, TypeAlias

from practice.catalogue.definition import FieldDefinition, FieldType

# One JSON value as stored under the question's key; its shape is what the question's type says.
Answer: TypeAlias = Any

SKIPPED: Mapping[str, bool] = {"skipped": True}


def is_skipped(answer: Answer) -> bool:
    """True for "I'd rather not answer", which is an answer of its own kind and never a midpoint."""
    return isinstance(answer, Mapping) and answer.get("skipped") is True


class AnswerInvalid(ValueError):
    """An answer that cannot be kept; the message is for the person who gave it.

    ``at`` names the input within the question: "" for the whole, a row, or ``<line>__<column>``.
    """

    def __init__(self, message: str, at: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.at = at


class ViewKind(StrEnum):
    """How a read-only answer is laid out."""

    TEXT = "text"
    ITEMS = "items"
    ROWS = "rows"
    TABLE = "table"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer as plain words for pages, reports and PDFs: labels only, no codes."""

    kind: ViewKind
    text: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()


class Behaviour(ABC):
    """One question type: its inputs, its checks and its read-only view.

    Inputs are named by suffix: "" is the question itself (``<key>``), any other is ``<key>__<suffix>``.
    """

    kind: ClassVar[FieldType]

    @abstractmethod
    def inputs(self, field: FieldDefinition) -> Mapping[str, Any]:
        """Return the WTForms fields that ask the question, by suffix."""

    @abstractmethod
    def clean(self, field: FieldDefinition, raw: object) -> Answer | None:
        """Return the answer to keep, or None when nothing was answered; raise :class:`AnswerInvalid`."""

    @abstractmethod
    def display(self, field: FieldDefinition, answer: Answer) -> AnswerView:
        """Return the answer (never a skipped one) in plain words."""

    def typed(self, field: FieldDefinition, data: Mapping[str, Any]) -> Answer | None:
        """Return what the inputs hold, in the answer's shape and unchecked."""
        return data.get("")

    def form_data_from_answer(self, field: FieldDefinition, answer: Answer) -> Mapping[str, Any]:
        """Return what the inputs should hold to show ``answer`` again."""
        return {"": answer}

    def answer_from_form(self, field: FieldDefinition, data: Mapping[str, Any]) -> Answer | None:
        """Return the checked answer of a posted form; raise :class:`AnswerInvalid`."""
        return self.clean(field, self.typed(field, data))

    def is_answered(self, field: FieldDefinition, answer: Answer) -> bool:
        """True when there is something to read or score: not absent, not skipped, not declined."""
        return answer is not None and not is_skipped(answer)

    def answered_rows(self, field: FieldDefinition, answer: Answer) -> frozenset[str] | None:
        """Return the rows answered, or None where an answer is one piece."""
        return None

    def only_rows(self, field: FieldDefinition, answer: Answer, rows: Collection[str]) -> Answer:
        """Return the answer with only ``rows`` left in it."""
        return answer
