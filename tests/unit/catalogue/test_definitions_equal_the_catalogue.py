from __future__ import annotations

import copy
from typing import Any

import pytest

from practice.catalogue.converting import (
    SOURCE,
    Decision,
    apply,
    convert_all,
    read_decisions,
    read_source,
)
from practice.catalogue.definition import Kind
from practice.catalogue.loading import (
    definition_from_json,
    definition_to_json,
    load_definitions,
)

SLUGS = [exercise["slug"] for exercise in read_source()]
DECISIONS = read_decisions(SOURCE / "decisions.json")
CONVERTED = convert_all(read_source(), DECISIONS)


def expanded(written: dict[str, Any]) -> dict[str, Any]:
    return definition_to_json(definition_from_json(written))


def shipped(slug: str) -> dict[str, Any]:
    return definition_to_json(load_definitions()[slug])


def test_every_exercise_of_the_catalogue_is_shipped_and_no_other() -> None:
    assert len(SLUGS) == 48
    shipped_exercises = {s for s, d in load_definitions().items() if d.kind is Kind.EXERCISE}
    assert shipped_exercises == set(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_an_exercise_says_what_the_catalogue_says(slug: str) -> None:
    written, given = expanded(CONVERTED[slug]), shipped(slug)
    assert {**given, "fields": []} == {**written, "fields": []}


@pytest.mark.parametrize("slug", SLUGS)
def test_its_questions_are_those_of_the_catalogue_in_order(slug: str) -> None:
    written, given = expanded(CONVERTED[slug])["fields"], shipped(slug)["fields"]
    assert [field["key"] for field in given] == [field["key"] for field in written]
    for field, expected in zip(given, written, strict=True):
        assert field == expected


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda one: one.reason[:40])
def test_a_decision_has_a_reason_and_every_place_of_it_makes_a_difference(
    decision: Decision,
) -> None:
    assert len(decision.reason) > 20
    for place, parts in decision.places.items():
        without = Decision(
            decision.reason, {at: p for at, p in decision.places.items() if at != place}
        )
        slug = place.partition(".")[0]
        made = convert_all(read_source(), [without if d is decision else d for d in DECISIONS])
        assert made[slug] != CONVERTED[slug], (place, parts)


def test_a_decision_about_a_place_that_is_not_there_is_refused() -> None:
    with pytest.raises(LookupError, match="nowhere"):
        apply(Decision("A test.", {"er-feelings-log.nowhere": {}}), copy.deepcopy(CONVERTED))
    with pytest.raises(LookupError):
        apply(Decision("A test.", {"no-such-exercise": {}}), copy.deepcopy(CONVERTED))
