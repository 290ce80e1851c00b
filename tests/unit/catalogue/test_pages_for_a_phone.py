from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.loading import load_definitions
from practice.catalogue.rules import Part, parts
from practice.catalogue.rules.pages import stands_alone
from tests.unit.catalogue.answering import exercise_of, options, question

EVERY = list(load_definitions().values())


@pytest.mark.parametrize("exercise", EVERY, ids=lambda exercise: exercise.slug)
def test_every_question_stands_on_one_page_in_order(exercise: ExerciseDefinition) -> None:
    pages = parts(exercise.fields)
    assert [field for page in pages for field in page.fields] == list(exercise.fields)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert {page.total for page in pages} == {len(pages)}
    for page in pages:
        assert len(page.fields) <= 5
        own = [field for field in page.fields if field.condition is None]
        assert len(own) == 1 or not any(map(stands_alone, own))


def test_small_questions_share_pages_of_five() -> None:
    exercise = exercise_of(*(question(f"q{number}", "rating_0_10") for number in range(12)))
    assert [len(page.fields) for page in parts(exercise.fields)] == [5, 5, 2]


def test_a_tender_question_stands_alone() -> None:
    exercise = exercise_of(question("a"), question("b", sensitive=True), question("c"))
    assert [len(page.fields) for page in parts(exercise.fields)] == [1, 1, 1]


def keys(pages: list[Part]) -> list[list[str]]:
    return [[field.key for field in page.fields] for page in pages]


WHEN_A = {"condition": {"field": "a", "is": ["x"]}}


def test_a_small_question_follows_on_the_page_of_its_condition() -> None:
    exercise = exercise_of(question("a"), question("b", **WHEN_A), question("c"))
    assert keys(parts(exercise.fields)) == [["a", "b", "c"]]
    (page,) = parts(exercise.fields, {"a", "c"})
    assert [field.key for field in page.fields] == ["a", "c"]
    assert [field.key for field in page.may_follow] == ["b"]


def test_words_may_follow_too_but_what_comes_after_them_has_its_own_page() -> None:
    exercise = exercise_of(question("a"), question("b", "long_text", **WHEN_A), question("c"))
    assert keys(parts(exercise.fields)) == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    "more", [{"sensitive": True}, {"kind": "body_map", "options": options("Head", "Chest")}]
)
def test_a_tender_or_large_one_has_the_next_page_and_only_when_asked(more: dict[str, Any]) -> None:
    exercise = exercise_of(question("a"), question("b", **{**more, **WHEN_A}), question("c"))
    assert keys(parts(exercise.fields)) == [["a"], ["b"], ["c"]]
    assert keys(parts(exercise.fields, {"a", "c"})) == [["a"], ["c"]]


def test_no_answer_moves_another_question_to_another_page() -> None:
    many = [question(f"q{n}", **WHEN_A) for n in range(6)]
    exercise = exercise_of(question("a"), *many, question("c"))
    whole, few = parts(exercise.fields), parts(exercise.fields, {"a", "c"})
    assert keys(whole) == [["a", "q0", "q1", "q2", "q3"], ["q4", "q5", "c"]]
    assert keys(few) == [["a"], ["c"]]


def test_nothing_to_ask_is_no_page() -> None:
    assert parts([]) == []
