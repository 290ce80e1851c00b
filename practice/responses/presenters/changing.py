"""What stands on the page that changes what was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from practice.assignments.queries import GivenSet, rhythm_of, side_of
from practice.catalogue.definition import Who
from practice.responses.presenters.plan_facts import plan_facts


@dataclass(frozen=True)
class PartRow:
    """How it comes round for one partner, or for both."""

    side: str
    name: str
    facts: str
    is_paused: bool


@dataclass(frozen=True)
class ChangePage:
    """Each part as it stands, and what may be done with it."""

    parts: tuple[PartRow, ...]
    is_paused: bool
    has_begun: bool
    has_two_parts: bool


def change_page(found: GivenSet, today: date) -> ChangePage:
    """Return how each part stands today. Days of sessions do not matter here."""
    rows = found.standing_rows()
    parts = []
    for row in rows:
        rhythm, side = rhythm_of(row), side_of(found.case, row.container_id)
        parts.append(
            PartRow(
                side=side or "",
                name=found.case.partners[side].first_name if side else "Both",
                facts=", ".join(plan_facts(row, rhythm, today)),
                is_paused=any(p.until is None or p.until > today for p in rhythm.pauses),
            )
        )
    return ChangePage(
        parts=tuple(parts),
        is_paused=any(part.is_paused for part in parts),
        has_begun=all(row.starts_on <= today for row in rows),
        has_two_parts=len(found.sides) == len("ab") and found.definition.who is not Who.JOINT,
    )


def people_of(found: GivenSet) -> list[tuple[str, str]]:
    """Return for whom a set may be changed, as (value, words): a form of both stays one."""
    names = {side: found.case.partners[side].first_name for side in "ab"}
    if found.definition.who is Who.JOINT:
        return [("ab", f"{names['a']} and {names['b']}")]
    own = [
        (side, f"{names[side]} alone" if len(found.sides) > 1 else names[side])
        for side in found.sides
    ]
    return [("ab", f"{names['a']} and {names['b']}"), *own] if len(own) > 1 else own
