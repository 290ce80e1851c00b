"""What is no number: both answers beside each other, line by line where both have lines, and what both chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from practice.catalogue.definition import FieldDefinition
from practice.catalogue.fields import AnswerView, ViewKind, display


@dataclass(frozen=True)
class Line:
    """One line of a question, in the words of each; "" where one left it out."""

    label: str
    a: str
    b: str


@dataclass(frozen=True)
class Beside:
    """One question with both answers; ``chosen`` says what both chose and what one alone."""

    prompt: str
    a: AnswerView | None
    b: AnswerView | None
    lines: tuple[Line, ...] = ()
    chosen: str = ""


def besides(
    fields: Iterable[FieldDefinition],
    a: Mapping[str, Any],
    b: Mapping[str, Any],
    names: tuple[str, str],
) -> tuple[Beside, ...]:
    """Return questions with both partners' answers in plain words, in the order asked."""
    return tuple(
        _beside(
            field.prompt,
            display(field, a.get(field.key)),
            display(field, b.get(field.key)),
            names,
        )
        for field in fields
    )


def _beside(
    prompt: str, a: AnswerView | None, b: AnswerView | None, names: tuple[str, str]
) -> Beside:
    kinds = {view.kind for view in (a, b) if view is not None}
    lines = _lines(a, b) if kinds == {ViewKind.ROWS} else ()
    chosen = ""
    if a is not None and b is not None and kinds == {ViewKind.ITEMS}:
        chosen = chosen_words(a.items, b.items, names)
    return Beside(prompt, a, b, lines, chosen)


def _lines(a: AnswerView | None, b: AnswerView | None) -> tuple[Line, ...]:
    of_a, of_b = dict(a.rows if a else ()), dict(b.rows if b else ())
    labels = dict.fromkeys([*of_a, *of_b])
    return tuple(Line(label, of_a.get(label, ""), of_b.get(label, "")) for label in labels)


def chosen_words(a: Iterable[str], b: Iterable[str], names: tuple[str, str]) -> str:
    """Say what both chose, and what each chose alone."""
    of_a, of_b = list(a), list(b)
    parts = (
        ("Both", [one for one in of_a if one in of_b]),
        (f"{names[0]} alone", [one for one in of_a if one not in of_b]),
        (f"{names[1]} alone", [one for one in of_b if one not in of_a]),
    )
    return " ".join(f"{whom}: {', '.join(found)}." for whom, found in parts if found)
