from __future__ import annotations

import pytest

from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.loading import load_definitions
from practice.catalogue.rules import parts
from practice.catalogue.rules.pages import stands_alone
from tests.unit.catalogue.answering import exercise_of, question

EVERY = list(load_definitions().values())


@pytest.mark.parametrize("exercise", EVERY, ids=lambda exercise: exercise.slug)
def test_every_question_stands_on_one_page_in_order(exercise: ExerciseDefinition) -> None:
    pages = parts(exercise.fields)
    assert [field for page in pages for field in page.fields] == list(exercise.fields)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert {page.total for page in pages} == {len(pages)}
    for page in pages:
        assert len(page.fields) <= 5
        assert len(page.fields) == 1 or not any(map(stands_alone, page.fields))


def test_small_questions_share_pages_of_five() -> None:
    exercise = exercise_of(*(question(f"q{number}", "rating_0_10") for number in range(12)))
    assert [len(page.fields) for page in parts(exercise.fields)] == [5, 5, 2]


def test_a_tender_question_stands_alone() -> None:
    exercise = exercise_of(question("a"), question("b", sensitive=True), question("c"))
    assert [len(page.fields) for page in parts(exercise.fields)] == [1, 1, 1]


def test_a_conditional_question_comes_on_a_later_page_than_its_condition() -> None:
    exercise = exercise_of(
        question("a"), question("b", condition={"field": "a", "is": ["x"]}), question("c")
    )
    assert [[field.key for field in page.fields] for page in parts(exercise.fields)] == [
        ["a"],
        ["b", "c"],
    ]


def test_nothing_to_ask_is_no_page() -> None:
    assert parts([]) == []
