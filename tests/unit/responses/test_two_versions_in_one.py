from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue.definition import FieldDefinition
from practice.responses.rules import can_be_merged, merged
from tests.unit.catalogue.answering import exercise_of, options, question

LONG, SHORT, MANY, ONE = exercise_of(
    question("long", "long_text"),
    question("short"),
    question("many", "multi_choice", options=options("One", "Two", "Three")),
    question("one", "single_choice", options=options("Yes", "No")),
).fields


@pytest.mark.parametrize(
    ("field", "saved", "typed", "both"),
    [
        (LONG, "Saved words.", "Typed words.", "Saved words.\n\nTyped words."),
        (LONG, "Saved", "Saved and more", "Saved and more"),
        (LONG, "Saved and more", "Saved", "Saved and more"),
        (SHORT, "Tea", "Coffee", "Tea / Coffee"),
        (MANY, ["one", "two"], ["two", "three"], ["one", "two", "three"]),
        (ONE, "yes", "no", "no"),
        (LONG, None, "Typed", "Typed"),
        (LONG, "Saved", None, "Saved"),
        (LONG, {"skipped": True}, "Typed", "Typed"),
        (LONG, "Same", "Same", "Same"),
    ],
)
def test_nothing_of_either_is_lost_where_both_can_stand(
    field: FieldDefinition, saved: Any, typed: Any, both: Any
) -> None:
    assert merged(field, saved, typed) == both


def test_it_is_offered_only_where_it_does_something() -> None:
    assert can_be_merged(LONG, "a", "b")
    assert not can_be_merged(LONG, "a", "a")
    assert not can_be_merged(LONG, None, "b")
    assert not can_be_merged(ONE, "yes", "no")
    assert not can_be_merged(LONG, "a", {"skipped": True})
