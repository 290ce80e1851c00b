"""Words for starter sets, and for what became of giving something to several couples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from practice.assignments.forms import schedule_words
from practice.assignments.rules import SetItem, StarterPlan
from practice.assignments.services import Outcome


@dataclass(frozen=True)
class SetLine:
    """One exercise of a set: its title and when it comes."""

    title: str
    when: str


@dataclass(frozen=True)
class SetCard:
    """One set on the page of sets."""

    key: str
    title: str
    purpose: str
    lines: tuple[SetLine, ...]
    is_own: bool


def set_cards(plans: Iterable[StarterPlan], titles: Mapping[str, str]) -> list[SetCard]:
    """Return sets in words; an exercise that is no longer in the library is left out."""
    return [
        SetCard(
            key=plan.key,
            title=plan.title,
            purpose=plan.purpose,
            lines=tuple(
                SetLine(titles[item.exercise], _when(item))
                for item in plan.items
                if item.exercise in titles
            ),
            is_own=plan.is_own,
        )
        for plan in plans
    ]


def _when(item: SetItem) -> str:
    parts = [
        "First day" if item.day == 0 else f"Day {item.day + 1}",
        schedule_words(item.schedule).lower(),
    ]
    if item.window is not None:
        parts.append(f"open for {item.window} {'day' if item.window == 1 else 'days'}")
    if item.most is not None:
        parts.append("once" if item.most == 1 else f"{item.most} times")
    return ", ".join(parts)


def outcome_words(outcomes: Iterable[Outcome]) -> list[tuple[str, str]]:
    """Return (words, tone) for each couple: what was given, and what was not and why."""
    by_couple: dict[str, list[Outcome]] = {}
    for one in outcomes:
        by_couple.setdefault(one.couple, []).append(one)
    found = []
    for couple, own in by_couple.items():
        given = [one.title for one in own if not one.why_not]
        if given:
            found.append((f"Given to {couple}: {_listed(given)}.", "good"))
        found += [
            (
                f"Not given to {couple}: “{one.title}”, because {one.why_not.rstrip('.')}.",
                "attention",
            )
            for one in own
            if one.why_not
        ]
    return found


def _listed(titles: list[str]) -> str:
    return ", ".join(f"“{title}”" for title in titles)
