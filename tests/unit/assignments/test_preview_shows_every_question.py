from __future__ import annotations

from typing import Any

import pytest

from practice.assignments.presenters import Reader, preview_pages
from practice.caseload.rules import who_sees_line
from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.loading import load_definitions

EVERY = list(load_definitions().values())
COUPLE = Reader(("Amara", "Daniel"), "limited_secrets", "Amara", has_sexual_consent=False)


def questions(definition: ExerciseDefinition, reader: Reader) -> list[Any]:
    return [q for page in preview_pages(definition, reader) for q in page.questions]


@pytest.mark.parametrize("definition", EVERY, ids=lambda one: one.slug)
@pytest.mark.parametrize("reader", [Reader(), COUPLE], ids=["general", "couple"])
def test_every_question_stands_there_once(definition: ExerciseDefinition, reader: Reader) -> None:
    shown = [q.field.key for q in questions(definition, reader)]
    assert sorted(shown) == sorted(field.key for field in definition.fields)


@pytest.mark.parametrize("definition", EVERY, ids=lambda one: one.slug)
def test_the_line_above_a_question_is_the_one_of_their_policy(
    definition: ExerciseDefinition,
) -> None:
    for question in questions(definition, COUPLE):
        field = question.field
        if field.visibility.value != "clin":
            assert question.who_sees == who_sees_line(
                field.visibility.value,
                "limited_secrets",
                field.stage.value,
                protected=field.protected,
            )


def test_names_stand_in_the_options() -> None:
    found = questions(load_definitions()["cc-timeout-agreement"], COUPLE)
    labels = {o.label for q in found for c in q.field.columns for o in c.options}
    assert {"Amara", "Daniel"} <= labels


def test_a_question_with_a_condition_says_when_it_is_asked() -> None:
    for definition in EVERY:
        for question in questions(definition, Reader()):
            said = [note for note in question.notes if note.startswith("Asked only after “")]
            assert bool(said) is (question.field.condition is not None)


def test_what_waits_for_a_consent_says_so_for_the_person_who_has_not_given_it() -> None:
    topics = load_definitions()["sc-topic-comfort"]
    assert all("Amara" in " ".join(q.notes) for q in questions(topics, COUPLE))
    agreed = Reader(("Amara", "Daniel"), "limited_secrets", "Amara", has_sexual_consent=True)
    assert not [q for q in questions(topics, agreed) if "consent" in " ".join(q.notes)]
