"""Turns the catalogue as it was written, prose options and all, into the structured definitions that are shipped.

``source/exercises.json`` is the content as its authors wrote it; ``definitions/`` is what people are given. This
package reads the first into the form of the second, so that a test can lay them side by side. What the content
leaves open, or what a definition says on purpose in another way, stands with its reason in
``source/decisions.json`` and nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from practice.catalogue.converting.decisions import Decision, apply, read_decisions
from practice.catalogue.converting.exercise import convert

__all__ = ["SOURCE", "Decision", "apply", "convert", "convert_all", "read_decisions", "read_source"]

SOURCE = Path(__file__).parent.parent / "source"


def read_source() -> list[dict[str, Any]]:
    """Return the exercises as they were written, in the order of the catalogue."""
    written: list[dict[str, Any]] = json.loads(
        (SOURCE / "exercises.json").read_text(encoding="utf-8")
    )
    return written


def convert_all(
    exercises: Iterable[Mapping[str, Any]], decisions: Iterable[Decision] = ()
) -> dict[str, dict[str, Any]]:
    """Return every exercise as a definition file's JSON, by slug, with the decisions applied."""
    converted = {exercise["slug"]: convert(exercise) for exercise in exercises}
    for decision in decisions:
        apply(decision, converted)
    return converted
