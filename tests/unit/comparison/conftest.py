"""Answers of two people to any exercise of the catalogue, without a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from practice.catalogue.definition import ExerciseDefinition


@dataclass
class FakePair:
    """As much of a pair as the comparison reads."""

    definition: ExerciseDefinition
    a: Mapping[str, Any]
    b: Mapping[str, Any]
    history: Mapping[str, Any] = field(default_factory=dict)

    @property
    def case(self) -> Any:
        """Names and a zone."""
        people = {s: SimpleNamespace(first_name=n) for s, n in (("a", "Amara"), ("b", "Daniel"))}
        actor = SimpleNamespace(zone="UTC")
        return SimpleNamespace(a=people["a"], b=people["b"], partners=people, actor=actor)

    def answers(self, side: str) -> dict[str, Any]:
        """One partner's answers."""
        return dict(self.a if side == "a" else self.b)

    def reply(self, side: str) -> dict[str, Any]:
        """No replies."""
        return {}
