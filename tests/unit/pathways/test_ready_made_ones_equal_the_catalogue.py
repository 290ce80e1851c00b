from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from practice.catalogue.definition import Gate, Needs
from practice.pathways import rules
from practice.pathways.definition import RuleKind, Step
from practice.pathways.loading import load_pathways
from tests.unit.pathways.pathway_making import EXERCISES

FACTS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("pathway_facts.json").read_text(encoding="utf-8")
)
BY_SLUG = {fact["slug"]: fact for fact in FACTS}
PATHWAYS = load_pathways(EXERCISES)
# What the catalogue calls a rhythm, and what the product calls it.
KINDS = {"weekly": "every_n_weeks", "per_week": "times_per_week"}


def test_all_eight_are_there() -> None:
    assert set(PATHWAYS) == set(BY_SLUG)
    assert len(PATHWAYS) == 8


@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_the_words_are_those_of_the_catalogue(slug: str) -> None:
    fact, pathway = BY_SLUG[slug], PATHWAYS[slug]
    for name in (
        "version",
        "title",
        "neutral_title",
        "purpose",
        "weeks",
        "clinician_note",
    ):
        assert getattr(pathway, name) == fact[name]
    assert list(pathway.contraindications) == fact["contraindications"]
    assert list(pathway.reading) == fact["reading"]


@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_the_steps_are_those_of_the_catalogue_in_order(slug: str) -> None:
    assert [facts_of(n, s) for n, s in enumerate(PATHWAYS[slug].steps, start=1)] == [
        {name: fact[name] for name in fact if name != "gates"} for fact in BY_SLUG[slug]["steps"]
    ]


@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_their_gates_are_those_of_the_exercises(slug: str) -> None:
    for fact, step in zip(BY_SLUG[slug]["steps"], PATHWAYS[slug].steps, strict=True):
        gates, exercise = fact["gates"], EXERCISES[step.exercise]
        if gates["fill"] == "own sexual-content consent":
            assert exercise.gates.fill is Gate.G0
            assert exercise.needs is Needs.SEXUAL_CONTENT_CONSENT
        else:
            assert exercise.gates.fill == gates["fill"]
        assert exercise.gates.show == gates["show"]
        assert exercise.gates.clinician_opens == gates.get("clinician_opens", False)


@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_the_minutes_of_each_week_are_those_of_the_catalogue(slug: str) -> None:
    told = BY_SLUG[slug]["minutes_per_week_per_partner"]
    minutes = rules.minutes_by_week(PATHWAYS[slug], EXERCISES)
    assert [math.ceil(m) for m in minutes] == told["by_week"]
    assert max(minutes) == told["most"]
    assert round(float(sum(minutes) / len(minutes))) == told["mean"]


@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_work_for_both_or_behind_a_gate_waits_for_the_clinician(slug: str) -> None:
    for step in PATHWAYS[slug].steps:
        if rules.always_opened_by_clinician(step, EXERCISES[step.exercise]):
            assert step.rule.kind is RuleKind.CLINICIAN_OPENS


def facts_of(number: int, step: Step) -> dict[str, Any]:
    names = {value: name for name, value in KINDS.items()}
    kind = names.get(step.schedule.kind.value, step.schedule.kind.value)
    rule = {
        "kind": step.rule.kind.value,
        "delay_days": step.rule.delay_days,
        "days_from_start": step.rule.days_from_start,
    }
    return {
        "step": number,
        "exercise": step.exercise,
        "assign_to": step.assign_to.value,
        "rule": {name: value for name, value in rule.items() if value is not None},
        "planned_week": step.planned_week,
        "for_weeks": step.for_weeks,
        "schedule": {"kind": kind, "n": step.schedule.n},
    }
