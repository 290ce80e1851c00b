"""Pathways made up for tests, over the exercises shipped."""

from __future__ import annotations

from typing import Any

from practice.catalogue.definition import ExerciseDefinition, Schedule, ScheduleKind
from practice.catalogue.loading import load_definitions
from practice.pathways.definition import AssignTo, PathwayDefinition, Rule, RuleKind, Step

EXERCISES: dict[str, ExerciseDefinition] = dict(load_definitions())
ONCE = Schedule(ScheduleKind.ONCE)


def step(slug: str = "er-soothing-menu", rule: RuleKind = RuleKind.NONE, **more: Any) -> Step:
    """Return a step that each takes alone, once, in the first week, unless said otherwise."""
    days = {"delay_days": more.pop("delay_days", None), "days_from_start": more.pop("days", None)}
    held = {"assign_to": AssignTo.EACH, "planned_week": 1, "for_weeks": 1, "schedule": ONCE}
    return Step(exercise=slug, rule=Rule(rule, **days), **{**held, **more})


def pathway(*steps: Step, weeks: int = 12) -> PathwayDefinition:
    """Return a pathway of these steps."""
    return PathwayDefinition(
        slug="made-up",
        version="1",
        title="Made up",
        neutral_title="Made up",
        purpose="To test.",
        weeks=weeks,
        steps=steps,
    )


def as_json(**change: Any) -> dict[str, Any]:
    """Return a sound pathway as a file holds it, with changes."""
    return {
        "slug": "made-up",
        "version": "2026-11-1",
        "title": "Made up",
        "neutral_title": "Made up",
        "purpose": "To test.",
        "weeks": 4,
        "steps": [step_json()],
        **change,
    }


def step_json(**change: Any) -> dict[str, Any]:
    """Return a sound step as a file holds it, with changes."""
    return {
        "exercise": "er-soothing-menu",
        "assign_to": "each",
        "rule": {"kind": "none"},
        "planned_week": 1,
        "for_weeks": 1,
        "schedule": {"kind": "once"},
        **change,
    }
