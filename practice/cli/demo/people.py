"""The people of the demo: a fictional practice and three fictional couples."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

ZONE = "America/Los_Angeles"
PRACTICE = "Riverside Couple and Family Therapy"
NEUTRAL_NAME = "Riverside Office"
PHONE = "(503) 555-0142"
HOURS = "weekdays 9 to 5"


@dataclass(frozen=True)
class Person:
    """One of the two people of a couple."""

    name: str
    pronouns: str
    sign_in_name: str
    contact: dict[str, Any]
    sexual_consent: bool
    safety: dict[str, str]
    # Text in private fields that must never leave them (the leak tests look for these).
    sentinels: tuple[str, ...]


@dataclass(frozen=True)
class DemoCouple:
    """A couple with its dates as written in the cases; the seeder moves them."""

    key: str
    a: Person
    b: Person
    policy: str
    opened: date
    signed: date
    checked: date
    waves: tuple[date, ...]
    last_event: date
    decisions: tuple[tuple[date, str, str], ...]
    measures: dict[str, dict[str, list[list[Any] | None]]] = field(default_factory=dict)
    score_only: dict[str, dict[str, list[float | None]]] = field(default_factory=dict)


def all_no(**answers: str) -> dict[str, str]:
    """Return a private safety check with "no" throughout, free to speak, and what differs."""
    base = {f"s{n:02}": "no" for n in range(1, 17)} | {"s15": "yes", "today": "no"}
    return base | answers
