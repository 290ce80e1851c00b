from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from practice.catalogue.definition import FieldDefinition, Gate, Needs, Visibility
from practice.catalogue.loading import load_definitions
from tests.unit.catalogue.answering import every_field

FACTS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("catalogue_facts.json").read_text(encoding="utf-8")
)
# Described in the catalogue (24 cards; a scale of five points); written out in the definition.
STRUCTURED = {"ei-deeper-talk.card", "cc-side-by-side.outcome"}
BY_SLUG = {fact["slug"]: fact for fact in FACTS}


def test_every_exercise_of_the_catalogue_is_there() -> None:
    assert set(load_definitions()) == set(BY_SLUG)


@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_an_exercise_says_what_the_catalogue_says(slug: str) -> None:
    fact, exercise = BY_SLUG[slug], load_definitions()[slug]
    for name in ("title", "neutral_title", "module", "purpose", "minutes"):
        assert getattr(exercise, name) == fact[name]
    assert exercise.who == fact["who"]
    assert {"kind": exercise.schedule.kind, "n": exercise.schedule.n} == fact["schedule"]
    assert exercise.version == "2026-11-1"


@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_its_gates_are_those_of_the_catalogue(slug: str) -> None:
    fact, exercise = BY_SLUG[slug]["gates"], load_definitions()[slug]
    if fact["fill"] == "own sexual-content consent":
        assert exercise.gates.fill is Gate.G0
        assert exercise.needs is Needs.SEXUAL_CONTENT_CONSENT
    else:
        assert exercise.gates.fill == fact["fill"]
    assert exercise.gates.show == fact["show"]
    assert exercise.gates.clinician_opens == fact.get("clinician_opens", False)


@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_its_questions_are_those_of_the_catalogue_in_order(slug: str) -> None:
    asked = [_facts_of(field) for field in load_definitions()[slug].fields]
    known = [
        {
            **{name: fact[name] for name in ("key", "type", "vis", "prompt", "stage", "by")},
            "guesses": fact.get("guesses", ""),
        }
        for fact in BY_SLUG[slug]["fields"]
    ]
    assert asked == known


@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_options_are_those_of_the_catalogue(slug: str) -> None:
    for fact in BY_SLUG[slug]["fields"]:
        field = load_definitions()[slug].field(fact["key"])
        if "options" in fact and f"{slug}.{field.key}" not in STRUCTURED:
            assert [option.label.lower() for option in field.options] == [
                label.lower() for label in fact["options"]
            ]


def test_sexual_content_needs_the_authors_own_consent_everywhere() -> None:
    for exercise in load_definitions().values():
        if exercise.module == "Sexual communication":
            assert exercise.needs is Needs.SEXUAL_CONTENT_CONSENT
    circles = load_definitions()["df-closeness-circles"]
    for key in ("actual_sexual", "ideal_sexual"):
        assert circles.field(key).needs is Needs.SEXUAL_CONTENT_CONSENT
        assert circles.field(key).show_gate is Gate.G2


def test_every_flag_is_protected_and_asked_by_itself() -> None:
    flags = [field for _, field in every_field() if field.visibility is Visibility.FLAG]
    assert len(flags) == 11
    assert all(field.protected and field.sensitive and field.alert for field in flags)


def test_every_question_but_the_clinicians_can_be_skipped() -> None:
    for _, field in every_field():
        assert field.skip is (field.visibility is not Visibility.CLIN)


def _facts_of(field: FieldDefinition) -> dict[str, str]:
    return {
        "key": field.key,
        "type": field.type,
        "vis": field.visibility,
        "prompt": field.prompt,
        "stage": field.stage,
        "by": field.by,
        "guesses": field.guesses,
    }
