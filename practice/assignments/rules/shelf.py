"""What somebody looks for in the library, and what of it fits: pure, and nothing asked for is an error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from practice.catalogue.definition import ExerciseDefinition, Gate, Kind, Who

UP_TO = (5, 10, 20, 30)
GATES = (Gate.G0, Gate.G1, Gate.G2)
_LONGEST_SEARCH = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """One look at the library; an empty part means any."""

    kind: Kind = Kind.EXERCISE
    words: str = ""
    group: str = ""
    minutes: int = 0
    who: str = ""
    gate: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Wanted:
        """Return what an address asks for; a value that is not known counts as not asked for."""
        minutes = asked.get("minutes", "")
        return cls(
            kind=Kind(asked["kind"]) if asked.get("kind") in set(Kind) else Kind.EXERCISE,
            words=" ".join(asked.get("q", "").split())[:_LONGEST_SEARCH],
            group=asked.get("module", ""),
            minutes=int(minutes) if minutes in map(str, UP_TO) else 0,
            who=asked.get("who", "") if asked.get("who") in set(Who) else "",
            gate=asked.get("gate", "") if asked.get("gate") in GATES else "",
        )

    def without(self, part: str) -> Wanted:
        """Return the same look with one part open again."""
        blank: dict[str, Any] = {part: 0 if part == "minutes" else ""}
        return replace(self, **blank)

    def as_asked(self) -> dict[str, str]:
        """Return it as the parts of an address, in one order, what is open left out."""
        parts = {
            "kind": "" if self.kind is Kind.EXERCISE else self.kind.value,
            "q": self.words,
            "module": self.group,
            "minutes": str(self.minutes or ""),
            "who": self.who,
            "gate": self.gate,
        }
        return {name: value for name, value in parts.items() if value}


def group_of(definition: ExerciseDefinition) -> str:
    """Return under which heading a definition stands: its module, or its part of the intake."""
    return f"Part {definition.stage}" if definition.kind is Kind.INTAKE else definition.module


def fits(definition: ExerciseDefinition, wanted: Wanted) -> bool:
    """Return whether a definition of the wanted kind is what is looked for."""
    return (
        wanted.group in ("", group_of(definition))
        and (not wanted.minutes or definition.minutes <= wanted.minutes)
        and wanted.who in ("", definition.who.value)
        and wanted.gate in ("", definition.gates.fill.value)
        and _says(definition, wanted.words)
    )


def _says(definition: ExerciseDefinition, words: str) -> bool:
    if not words:
        return True
    text = _text_of(definition)
    return all(word in text for word in words.casefold().split())


def _text_of(definition: ExerciseDefinition) -> str:
    """Everything one may remember of it: what it is called, what it is for, what it asks, what it says."""
    reading = definition.reading
    concepts = [c for field in definition.fields for c in field.concepts]
    return " ".join(
        [
            definition.title,
            definition.neutral_title,
            definition.code,
            definition.slug.replace("-", " "),
            definition.purpose,
            group_of(definition),
            *definition.concepts,
            *concepts,
            *(field.prompt for field in definition.fields),
            *(reading.body if reading else ()),
        ]
    ).casefold()
