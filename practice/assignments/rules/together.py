"""Exercises that are given together: a starter set, shipped or a clinician's own, with nothing of any couple in it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from practice.catalogue.definition import ExerciseDefinition, Schedule, ScheduleKind, Who

_FILE = Path(__file__).parent.parent / "starter_sets.json"
EACH = "ab"


@dataclass(frozen=True, slots=True)
class SetItem:
    """One exercise of a set: on which day after the first it opens, for whom, how often and for how long."""

    exercise: str
    day: int
    schedule: Schedule
    to: str = EACH
    window: int | None = None
    most: int | None = None

    def starts_on(self, first_day: date) -> date:
        """Return the day on which it opens, for a set whose first day is given."""
        return first_day + timedelta(days=self.day)


@dataclass(frozen=True, slots=True)
class StarterPlan:
    """A set by its key (the address of it), with what stands in it."""

    key: str
    title: str
    purpose: str
    items: tuple[SetItem, ...]
    is_own: bool = False


@lru_cache(maxsize=1)
def shipped_sets() -> tuple[StarterPlan, ...]:
    """Return the sets that come with the product."""
    raw = json.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        StarterPlan(one["key"], one["title"], one["purpose"], read_items(one["items"]))
        for one in raw["sets"]
    )


def read_items(raw: Collection[Mapping[str, Any]]) -> tuple[SetItem, ...]:
    """Return stored items as they are meant."""
    return tuple(
        SetItem(
            exercise=one["exercise"],
            day=one["day"],
            schedule=Schedule(ScheduleKind(one["schedule"]["kind"]), one["schedule"].get("n")),
            to=one.get("to") or EACH,
            window=one.get("window"),
            most=one.get("most"),
        )
        for one in raw
    )


def stored_items(items: Collection[SetItem]) -> list[dict[str, Any]]:
    """Return items as they are stored."""
    return [
        {
            "exercise": one.exercise,
            "day": one.day,
            "schedule": {"kind": one.schedule.kind.value, "n": one.schedule.n},
            "to": one.to,
            "window": one.window,
            "most": one.most,
        }
        for one in items
    ]


def can_be_given_to_many(definition: ExerciseDefinition) -> bool:
    """Return whether an exercise can be given to several couples at once: not where one of the two has to be chosen."""
    return definition.who is not Who.ONE_PARTNER
