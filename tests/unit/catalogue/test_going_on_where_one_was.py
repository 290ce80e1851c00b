from __future__ import annotations

import pytest

from practice.catalogue.loading import load_definitions
from practice.catalogue.rules import page_to_resume, parts, shows_page
from tests.unit.catalogue.answering import exercise_of, question

PAGES = parts(exercise_of(*(question(k, sensitive=True) for k in "abc")).fields)
SKIPPED = {"skipped": True}


@pytest.mark.parametrize(
    ("answers", "last_written", "page"),
    [
        ({}, "", 1),
        ({"a": "x"}, "a", 2),
        ({}, "b", 2),
        ({"b": SKIPPED}, "b", 3),
        ({"c": "x"}, "c", 3),
        ({"a": "x"}, "no longer asked", 1),
    ],
)
def test_one_goes_on_at_the_page_written_on_last_or_after_it(
    answers: dict[str, object], last_written: str, page: int
) -> None:
    assert page_to_resume(PAGES, answers, last_written) == page


def test_an_answer_about_self_harm_shows_help_and_others_do_not() -> None:
    field = load_definitions()["in-private-screens"].field("self_harm")
    assert [v for v in ("no", "past", "lately", "today", "prefer_not") if shows_page(field, v)] == [
        "past",
        "lately",
        "today",
    ]
    assert not shows_page(field, SKIPPED)
    assert not shows_page(field, None)
    assert not shows_page(load_definitions()["in-private-screens"].field("harm_other"), "today")
