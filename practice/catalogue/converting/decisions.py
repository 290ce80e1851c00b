"""What a definition says in another way than the catalogue, or beyond it: each with its reason.

A decision names a place and what stands there instead: ``slug``, ``slug.field`` (``*`` for every question that has
what follows), ``slug.field.columns.key`` (``options`` and ``rows`` by value), ``slug.field.scale``. ``null`` takes
a name away, and ``+columns`` adds to the list of that name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Decision:
    """One difference between the catalogue and the definitions, and why it is one."""

    reason: str
    places: Mapping[str, Mapping[str, Any]]


def read_decisions(path: Path) -> list[Decision]:
    """Return the decisions written in a file."""
    written = json.loads(path.read_text(encoding="utf-8"))
    return [Decision(one["reason"], one["set"]) for one in written]


def apply(decision: Decision, converted: Mapping[str, dict[str, Any]]) -> None:
    """Change the converted exercises in place; raise LookupError for a place that is not there."""
    for place, parts in decision.places.items():
        found = list(_at(place.split("."), converted))
        if not found:
            raise LookupError(f"{place} is not there")
        for one in found:
            _change(one, parts)


def _change(found: dict[str, Any], parts: Mapping[str, Any]) -> None:
    for name, part in parts.items():
        if part is None:
            del found[name]
        elif name.startswith("+"):
            found[name[1:]] = [*found[name[1:]], *deepcopy(part)]
        else:
            found[name] = deepcopy(part)


def _at(steps: list[str], converted: Mapping[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    slug, *rest = steps
    return _inside([converted[slug]], ["fields", *rest] if rest else [])


def _inside(found: list[dict[str, Any]], steps: list[str]) -> Iterator[dict[str, Any]]:
    """Walk down: first the name of a part, then, if it is a list, which of its members (or ``*``, all)."""
    if not steps:
        yield from found
        return
    for parts in (one[steps[0]] for one in found if steps[0] in one):
        if isinstance(parts, dict):
            yield from _inside([parts], steps[1:])
        else:
            yield from _inside([one for one in parts if _is_named(one, steps[1])], steps[2:])


def _is_named(part: Mapping[str, Any], name: str) -> bool:
    return name in ("*", part.get("key"), part.get("value"))
