"""Tables: ``columns: situation (short_text), charge (rating_0_10); 1-8 rows``, or lines that are fixed."""

from __future__ import annotations

import re
from typing import Any

from practice.catalogue.converting.prose import label_of, options, rows, value_of

_COLUMN = re.compile(r"(?P<name>[^(]+?)(?: \((?P<kind>.+)\))?")
_COMMA_OUTSIDE_BRACKETS = re.compile(r", (?![^(]*\))")
_LINES = re.compile(r"(?P<min>[0-9]+)(?:-(?P<max>[0-9]+)|\+) rows")
_FIXED = re.compile(r"(?:rows|[0-9]+ fixed prompts, own wording): (?P<rows>.+)")
_RATED = " 0-10"
_TYPES = {"short_text", "rating_0_10", "number", "date"}
_DATES = {"by when", "review date"}
PARTNERS = [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]


def table(prose: str) -> dict[str, Any]:
    """Return the structure of a table."""
    fixed = _FIXED.fullmatch(prose)
    if fixed:
        return {"rows": rows(fixed["rows"])}
    columns, _, lines = prose.removeprefix("columns: ").partition("; ")
    return {"columns": [column(one) for one in _names(columns)], **_limits(lines)}


def _names(prose: str) -> list[str]:
    """Split at commas outside brackets; ``interest, friend or goal`` is one name."""
    names: list[str] = []
    for piece in _COMMA_OUTSIDE_BRACKETS.split(prose):
        if names and " or " in piece.partition(" (")[0]:
            names[-1] += f", {piece}"
        else:
            names.append(piece)
    return names


def column(prose: str) -> dict[str, Any]:
    """Return one column; a type stands in brackets, and so do its options. Without, it is short text."""
    found = _COLUMN.fullmatch(prose)
    name, kind = (found["name"], found["kind"]) if found else (prose, None)
    if name.endswith(_RATED):
        return _named(name.removesuffix(_RATED), {"type": "rating_0_10"})
    if kind is None:
        return _named(name, {"type": "date" if name in _DATES else "short_text"})
    if kind == "A/B":
        return _named(name, {"type": "single_choice", "options": PARTNERS, "partners": True})
    if " | " in kind:
        listed = options(kind.removeprefix("single_choice: "))
        return _named(name, {"type": "single_choice", "options": listed})
    if kind in _TYPES:
        return _named(name, {"type": kind})
    return _named(prose, {"type": "short_text"})


def _named(name: str, rest: dict[str, Any]) -> dict[str, Any]:
    label = label_of(name)
    if rest["type"] == "rating_0_10":
        label = f"{label}, 0 to 10"
    return {"key": value_of(name), "label": label, **rest}


def _limits(prose: str) -> dict[str, int]:
    found = _LINES.fullmatch(prose)
    if found is None:
        return {}
    limits = {"min_rows": int(found["min"]), "max_rows": int(found["max"] or 0)}
    return {name: number for name, number in limits.items() if number}
