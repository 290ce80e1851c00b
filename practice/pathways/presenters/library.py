"""The list of pathways, and the steps of a draft, in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from practice.catalogue.definition import ExerciseDefinition
from practice.pathways import rules
from practice.pathways.definition import PathwayDefinition
from practice.pathways.presenters.plan import StepLine, minutes_words, step_line
from practice.pathways.queries import Listed, Startable
from practice.pathways.rules import drafting


@dataclass(frozen=True)
class Card:
    """One pathway in a list."""

    id: UUID
    title: str
    purpose: str
    facts: tuple[str, ...]
    state: str
    is_retired: bool


@dataclass(frozen=True)
class DraftStep:
    """One step of a draft: its key, its words, and what is wrong with it."""

    key: str
    line: StepLine
    week: str
    problem: str
    is_first: bool
    is_last: bool


def cards(listed: Iterable[Listed], exercises: Mapping[str, ExerciseDefinition]) -> list[Card]:
    """Return a card for each pathway."""
    return [_card(one, exercises) for one in listed]


def start_cards(
    startable: Iterable[Startable], exercises: Mapping[str, ExerciseDefinition]
) -> list[Card]:
    """Return a card for each pathway that a couple can be put on."""
    return [
        Card(
            id=one.id,
            title=one.definition.title,
            purpose=one.definition.purpose,
            facts=_facts(one.definition, exercises),
            state="Yours" if one.is_own else "",
            is_retired=False,
        )
        for one in startable
    ]


def _card(listed: Listed, exercises: Mapping[str, ExerciseDefinition]) -> Card:
    draft = listed.pathway.draft or {}
    shown = listed.definition or drafting.as_pathway(draft, "draft", 0)
    return Card(
        id=listed.id,
        title=shown.title,
        purpose=shown.purpose,
        facts=_facts(shown, exercises),
        state=_state(listed),
        is_retired=listed.pathway.retired_at is not None,
    )


def _facts(
    pathway: PathwayDefinition, exercises: Mapping[str, ExerciseDefinition]
) -> tuple[str, ...]:
    if not pathway.steps:
        return ("No steps yet",)
    steps = "1 step" if len(pathway.steps) == 1 else f"{len(pathway.steps)} steps"
    weeks = "1 week" if pathway.weeks == 1 else f"{pathway.weeks} weeks"
    minutes = [math.ceil(m) for m in rules.minutes_by_week(pathway, exercises)]
    return (weeks, steps, f"{minutes_words(minutes)} each")


def _state(listed: Listed) -> str:
    if not listed.is_own:
        return ""
    if listed.pathway.retired_at is not None:
        return "Retired"
    if listed.definition is None:
        return "Draft"
    changed = ", changed since" if listed.pathway.draft is not None else ""
    return f"Version {listed.number}{changed}"


def draft_steps(
    draft: Mapping[str, Any], exercises: Mapping[str, ExerciseDefinition]
) -> list[DraftStep]:
    """Return the steps of a draft in order."""
    held = drafting.steps_of(draft)
    problems = rules.problems_in(drafting.as_pathway(draft, "draft", 0), exercises)
    return [
        DraftStep(
            key=key,
            line=step_line(place + 1, step, exercises),
            week=f"Week {step.planned_week}",
            problem=_sentence(problems.get(place, "")),
            is_first=place == 0,
            is_last=place == len(held) - 1,
        )
        for place, (key, step) in enumerate(held)
    ]


def _sentence(problem: str) -> str:
    return f"{problem[:1].upper()}{problem[1:]}." if problem else ""
