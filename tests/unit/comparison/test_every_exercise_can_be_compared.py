from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue import loading
from practice.catalogue.definition import ExerciseDefinition, Kind, Who, WrittenBy
from practice.comparison.presenters import comparison_page
from tests.factories.homework import plausible
from tests.unit.comparison.conftest import FakePair

NAMES = ("Amara", "Daniel")
EXERCISES = [
    d
    for d in loading.load_definitions().values()
    if d.kind is Kind.EXERCISE and d.who is not Who.ONE_PARTNER
]


@pytest.mark.parametrize("found", EXERCISES, ids=lambda d: d.slug)
def test_every_answer_of_both_stands_on_the_page(found: ExerciseDefinition) -> None:
    answers = plausible(found)
    page = comparison_page(FakePair(found, answers, answers))  # type: ignore[arg-type]
    asked = [f for f in found.fields if f.by is not WrittenBy.CLINICIAN]
    titles = {chart.title for chart in page.charts} | {one.prompt for one in page.beside}
    titles |= {row[0] for chart in page.charts for row in chart.rows}
    titles |= {g.prompt for one in page.guesses for g in one.guesses}
    missing = [f.key for f in asked if f.prompt not in titles and not f.guesses]
    assert missing == []
    told = {found.field(f.guesses).prompt for f in asked if f.guesses}
    assert all(f"{name}’s guess: {prompt}" in titles for prompt in told for name in NAMES)


@pytest.mark.parametrize("found", EXERCISES, ids=lambda d: d.slug)
def test_one_sided_skipped_and_empty_answers_are_no_error(found: ExerciseDefinition) -> None:
    answers = plausible(found)
    skipped: dict[str, Any] = {key: {"skipped": True} for key in answers}
    for a, b in ((answers, {}), ({}, answers), (answers, skipped), ({}, {}), (skipped, skipped)):
        comparison_page(FakePair(found, a, b))  # type: ignore[arg-type]
