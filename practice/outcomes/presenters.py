"""What the entry pages say about a measure: its range, its direction, how gaps are treated, what it never is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from practice.measures import registry
from practice.measures.model import Measure
from practice.measures.quantity import written
from practice.outcomes import rules
from practice.outcomes.models import MeasureResult


@dataclass(frozen=True)
class Entry:
    """One measure, as the person who types it in needs it."""

    measure_id: str
    short_name: str
    name: str
    way: str
    facts: tuple[str, ...]
    hint: str


def measure_choices() -> list[tuple[str, str]]:
    """Return every measure as (id, words), in the order of the registry."""
    return [(m.id, f"{m.short_name} – {m.name}") for m in registry.all_measures()]


def entry(measure: Measure, way: str) -> Entry:
    """Put what is needed to enter a measure into words."""
    return Entry(
        measure_id=measure.id,
        short_name=measure.short_name,
        name=measure.name,
        way=way,
        facts=facts(measure),
        hint=_hint(measure, way),
    )


def facts(measure: Measure) -> tuple[str, ...]:
    """Return range, direction, cut-off and source in words; what a definition does not hold is left out."""
    said = [_range(measure), rules.direction_words(measure.direction).capitalize()]
    cut_off = rules.cut_off_of(measure)
    if cut_off is not None:
        said.append(f"Cut-off: {cut_off.words.replace(': ', ', ')}")
    said.append(measure.citation)
    return tuple(said)


def known_figures(result: MeasureResult) -> dict[str, Any]:
    """Return the figures of a stored result by the names of the form's fields."""
    held = result.content
    known: dict[str, Any] = {"taken_on": result.taken_on, "total": held.get("total")}
    for n, answer in enumerate(held.get("answers") or (), start=1):
        known[f"item_{n}"] = answer
    for name, value in (held.get("subscales") or {}).items():
        known[f"scale_{name}"] = value
    return known


def _range(measure: Measure) -> str:
    if measure.total_range is None:
        return "No total, only scales"
    low, high = measure.total_range
    return f"Total from {written(low)} to {written(high)}"


def _hint(measure: Measure, way: str) -> str:
    if way == "score":
        return "Enter what the paper form adds up to. Leave blank what you do not have."
    kind = measure.missing.kind
    needed, count = measure.missing.minimum, measure.item_count
    gaps = (
        f"It takes {needed} of {count} answers to give a score."
        if kind in ("prorate", "min_answered")
        else f"A score needs all {count} answers."
    )
    return (
        "Enter the number beside each answer as it was given, before any reversal. "
        f"Blank means not answered. {gaps}"
    )
