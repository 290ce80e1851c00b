from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue.definition import Audience, ExerciseDefinition, Stage
from practice.catalogue.loading import load_definitions
from practice.catalogue.rules import only_asked, visible_fields, with_partner_names
from tests.unit.catalogue.answering import exercise_of, options, question

D = load_definitions()


def asked(
    exercise: ExerciseDefinition, answers: dict[str, Any] | None = None, **more: Any
) -> list[str]:
    given = {"audience": Audience.AUTHOR, "has_sexual_consent": False, **more}
    return [field.key for field in visible_fields(exercise, answers or {}, **given)]


SINGLE = exercise_of(
    question("a", "single_choice", options=options("Yes", "No")),
    question("b", condition={"field": "a", "is": ["yes"]}),
    question(
        "c", "multi_choice", options=options("X", "Y"), condition={"field": "b", "is": ["go"]}
    ),
    question("d", condition={"field": "c", "is": ["x", "y"]}),
)


@pytest.mark.parametrize(
    ("answers", "keys"),
    [
        ({}, ["a"]),
        ({"a": "no"}, ["a"]),
        ({"a": {"skipped": True}}, ["a"]),
        ({"a": "yes"}, ["a", "b"]),
        ({"a": "yes", "b": "go"}, ["a", "b", "c"]),
        ({"a": "yes", "b": "go", "c": ["y"]}, ["a", "b", "c", "d"]),
        ({"a": "no", "b": "go", "c": ["y"]}, ["a"]),
    ],
)
def test_a_question_is_asked_when_the_one_it_looks_at_is_asked_and_says_so(
    answers: dict[str, Any], keys: list[str]
) -> None:
    assert asked(SINGLE, answers) == keys


def test_what_is_no_longer_asked_is_not_submitted() -> None:
    answers = {"a": "no", "b": "go"}
    fields = visible_fields(SINGLE, answers, audience=Audience.AUTHOR, has_sexual_consent=False)
    assert only_asked(fields, answers) == {"a": "no"}


def test_a_rating_can_be_a_condition() -> None:
    exercise = exercise_of(
        question("a", "rating_0_10"), question("b", condition={"field": "a", "is": ["9", "10"]})
    )
    assert asked(exercise, {"a": 10}) == ["a", "b"]
    assert asked(exercise, {"a": 8}) == ["a"]


def test_without_consent_of_their_own_sexual_questions_are_not_asked() -> None:
    circles = D["df-closeness-circles"]
    without = asked(circles)
    assert not {"actual_sexual", "ideal_sexual"} & set(without)
    assert len(asked(circles, has_sexual_consent=True)) == len(without) + 2
    assert asked(D["sc-topic-comfort"]) == []
    assert len(asked(D["sc-topic-comfort"], has_sexual_consent=True)) == 5


def test_the_clinician_reads_what_was_given() -> None:
    assert len(asked(D["df-closeness-circles"], audience=Audience.CLINICIAN)) == 8


def test_each_answers_their_own_questions() -> None:
    reach = D["cc-softer-reach"]
    assert "readiness" not in asked(reach)
    assert "response" not in asked(reach)
    assert asked(reach, audience=Audience.PARTNER) == ["response"]
    assert len(asked(reach, audience=Audience.CLINICIAN)) == 7
    assert "response" not in asked(reach, audience=Audience.CLINICIAN, stage=Stage.ALONE)


def test_a_line_someone_opted_out_of_is_left_out() -> None:
    fields = visible_fields(
        D["ib-balance-wheel"],
        {},
        audience=Audience.AUTHOR,
        has_sexual_consent=False,
        opted_out={"physical_closeness"},
    )
    for field in fields:
        assert "physical" not in {row.value for row in field.rows}
    assert only_asked(fields, {"now": {"physical": "3"}}) == {}
    assert only_asked(fields, {"now": {"physical": "3", "mental": "4"}}) == {"now": {"mental": "4"}}


def test_names_stand_where_the_two_people_are_meant() -> None:
    places = with_partner_names(D["cc-timeout-agreement"].field("where"), "Ana", "Ben")
    assert [option.label for option in places.columns[0].options] == ["Ana", "Ben"]
    speaker = with_partner_names(D["st-carry-it-together"].field("speaker"), "Ana", "Ben")
    assert [(option.value, option.label) for option in speaker.options] == [
        ("a", "Ana"),
        ("b", "Ben"),
    ]
    urge = D["er-feelings-log"].field("urge")
    assert with_partner_names(urge, "Ana", "Ben") == urge
