from __future__ import annotations

import pytest

from practice.assignments import rules
from practice.assignments.rules import StarterPlan
from practice.catalogue import loading
from practice.catalogue.definition import ScheduleKind


@pytest.mark.parametrize("plan", rules.shipped_sets(), ids=lambda plan: plan.key)
def test_every_exercise_of_a_set_is_in_the_library_and_for_both(plan: StarterPlan) -> None:
    library = loading.load_definitions()
    for item in plan.items:
        assert rules.can_be_given_to_many(library[item.exercise])
        assert not library[item.exercise].opened_by_clinician
        assert item.day >= 0
        assert item.schedule.kind is not ScheduleKind.CLINICIAN_OPENS
        rules.check_limits(item.window, item.most, None)
    assert len({item.exercise for item in plan.items}) == len(plan.items)


def test_keys_and_titles_are_told_apart() -> None:
    plans = rules.shipped_sets()
    assert len({plan.key for plan in plans}) == len({plan.title for plan in plans}) == len(plans)


@pytest.mark.parametrize("plan", rules.shipped_sets(), ids=lambda plan: plan.key)
def test_what_is_stored_is_read_as_it_was(plan: StarterPlan) -> None:
    assert rules.read_items(rules.stored_items(plan.items)) == plan.items
