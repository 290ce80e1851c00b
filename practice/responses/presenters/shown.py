"""What the clinician opened to both, as both read it: side by side, what is alike first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from practice.catalogue.fields import AnswerView, ViewKind
from practice.catalogue.presenters import SideBySide, side_by_side
from practice.catalogue.rules import Released
from practice.responses.rules import as_figures


@dataclass(frozen=True)
class ShownField:
    """One question as both may read it: once where both have the same words, line by line where both have lines, else each one's."""

    prompt: str
    lines: tuple[SideBySide, ...]
    a: AnswerView | None
    b: AnswerView | None
    is_same: bool = False


@dataclass(frozen=True)
class ShownPage:
    """A released comparison."""

    fields: tuple[ShownField, ...]
    sentences: tuple[str, ...]


def shown_page(content: Mapping[str, Any], closed: Collection[str] = ()) -> ShownPage:
    """Return a frozen copy as a page, without the questions whose work is ``closed`` again and what was worked out from them."""
    fields = [_field(one) for one in content["fields"] if one["key"] not in closed]
    figures = (f for f in as_figures(content["figures"]) if not f.inputs & set(closed))
    return ShownPage(
        fields=tuple(sorted(fields, key=lambda f: not _is_alike(f))),
        sentences=tuple(figure.words for figure in figures if figure.words),
    )


def view_from(held: Mapping[str, Any] | None) -> AnswerView | None:
    """Return a frozen answer as it was released."""
    if held is None:
        return None
    return AnswerView(
        kind=ViewKind(held["kind"]),
        text=held["text"],
        items=tuple(held["items"]),
        rows=tuple((label, words) for label, words in held["rows"]),
        columns=tuple(held["columns"]),
        lines=tuple(tuple(line) for line in held["lines"]),
    )


def _field(held: Mapping[str, Any]) -> ShownField:
    a, b = view_from(held["a"]), view_from(held["b"])
    lines = side_by_side(Released(held["key"], held["prompt"], a, b))
    is_same = a is not None and a == b and a.kind is ViewKind.ITEMS
    return ShownField(held["prompt"], tuple(sorted(lines, key=_apart)), a, b, is_same)


def _apart(line: SideBySide) -> float:
    """How far apart two answers of a line are, where both are numbers; the same words come first."""
    try:
        return abs(float(line.a.split()[0]) - float(line.b.split()[0]))
    except (ValueError, IndexError):
        return 0.0 if line.a == line.b else 1.0


def _is_alike(field: ShownField) -> bool:
    return field.a is not None and field.a == field.b
