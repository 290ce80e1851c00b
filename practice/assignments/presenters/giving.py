"""Words for giving homework: for whom, what will happen, what is out already, and what usually comes before."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from practice.assignments import rules
from practice.assignments.models import Assignment
from practice.assignments.queries import side_of
from practice.caseload.queries import Case
from practice.catalogue.definition import (
    ExerciseDefinition,
    Gate,
    Visibility,
    Who,
)


def people(case: Case, definition: ExerciseDefinition) -> list[tuple[str, str]]:
    """Return for whom an exercise can be chosen, as (value, words)."""
    a, b = case.a.first_name, case.b.first_name
    both = ("ab", f"{a} and {b}")
    if definition.who is Who.JOINT:
        return [("ab", f"{a} and {b}, on one form")]
    if definition.who is Who.ONE_PARTNER:
        return [("a", a), ("b", b)]
    return [both, ("a", f"{a} alone"), ("b", f"{b} alone")]


def what_will_happen(definition: ExerciseDefinition) -> str:
    """Say in one sentence who will see what."""
    if definition.who is Who.JOINT:
        return "Both find one form that they write together; it comes into force when both have signed and you confirm it."
    if definition.gates.clinician_opens:
        return "It waits, closed, until you open it; nothing is shown to the other partner before you release it."
    if definition.gates.show is Gate.NEVER or not _can_be_shown(definition):
        return "Each answers alone, and nothing of it is ever shown to the other."
    return "Each answers alone; neither sees the other's answers, or whether there are any, until you release them."


def _can_be_shown(definition: ExerciseDefinition) -> bool:
    return any(f.visibility is Visibility.REVEAL for f in definition.fields)


def already_out(case: Case, running: Iterable[Assignment], day: Any) -> str:
    """Warn that the same exercise is out already; "" when it is not. ``day`` puts a date into words."""
    rows = list(running)
    if not rows:
        return ""
    sides = {side_of(case, row.container_id) for row in rows}
    names = [case.partners[s].first_name for s in "ab" if s in sides or None in sides]
    since = day(min(row.starts_on for row in rows))
    return (
        f"{' and '.join(names)} already {'has' if len(names) == 1 else 'have'} this, since {since}."
    )


@dataclass(frozen=True)
class Suggestion:
    """One suggestion on the page, with the exercise it names, if any; it never stands in the way."""

    words: str
    slug: str = ""
    title: str = ""


def suggestions(
    slug: str, given: Collection[str], library: Iterable[ExerciseDefinition]
) -> list[Suggestion]:
    """Return what usually comes before an exercise and was not given yet."""
    titles = {one.slug: one.title for one in library}
    return [
        Suggestion(
            hint.words,
            hint.exercise if hint.exercise in titles else "",
            titles.get(hint.exercise, ""),
        )
        for hint in rules.sequence_hints(slug, given)
    ]
