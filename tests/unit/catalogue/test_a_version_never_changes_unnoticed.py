from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace

import pytest

from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.loading import (
    canonical_bytes,
    definition_from_json,
    definition_to_json,
    digest_of,
    load_definitions,
)

EVERY = list(load_definitions().values())


@pytest.mark.parametrize("exercise", EVERY, ids=lambda exercise: exercise.slug)
def test_writing_and_reading_gives_the_same_definition(exercise: ExerciseDefinition) -> None:
    stored = json.loads(canonical_bytes(exercise))
    assert definition_from_json(stored) == exercise
    assert digest_of(definition_from_json(stored)) == digest_of(exercise)


def test_the_order_of_names_in_a_file_does_not_change_the_digest() -> None:
    written = definition_to_json(EVERY[0])
    shuffled = dict(reversed(written.items()))
    assert digest_of(definition_from_json(shuffled)) == digest_of(EVERY[0])


def test_one_changed_word_changes_the_digest() -> None:
    assert digest_of(replace(EVERY[0], purpose="Something else.")) != digest_of(EVERY[0])


def test_a_stored_definition_stands_alone() -> None:
    stored = definition_to_json(load_definitions()["er-feelings-log"])
    wheel = next(field for field in stored["fields"] if field["key"] == "feeling")
    assert len(wheel["groups"]) == 8
    assert all(6 <= len(group["options"]) <= 8 for group in wheel["groups"])


def test_a_definition_cannot_be_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        EVERY[0].title = "Another"  # type: ignore[misc]
