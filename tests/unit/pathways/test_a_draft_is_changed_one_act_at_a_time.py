from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.pathways.rules import drafting
from tests.unit.pathways.pathway_making import pathway, step

SLUGS = ("er-soothing-menu", "ib-balance-wheel", "er-feelings-log", "st-stress-map")


def draft() -> drafting.Draft:
    return drafting.draft_of(pathway(*(step(slug) for slug in SLUGS)))


def keys(held: drafting.Draft) -> list[str]:
    return [key for key, _ in drafting.steps_of(held)]


def test_asking_twice_names_the_steps_alike() -> None:
    assert draft() == draft()


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([-1, 1])), max_size=12))
def test_moving_loses_no_step(moves: list[tuple[int, int]]) -> None:
    held = draft()
    named = keys(held)
    for place, by in moves:
        held = drafting.moved(held, named[place], by)
    assert sorted(keys(held)) == sorted(named)
    assert sorted(s.exercise for _, s in drafting.steps_of(held)) == sorted(SLUGS)


def test_up_and_down_again_is_where_it_was() -> None:
    held = draft()
    second = keys(held)[1]
    assert drafting.moved(drafting.moved(held, second, -1), second, 1) == held


def test_the_first_one_stays_first() -> None:
    held = draft()
    assert drafting.moved(held, keys(held)[0], -1) == held


def test_taking_out_twice_is_taking_out_once() -> None:
    held = draft()
    first = keys(held)[0]
    once = drafting.without_step(held, first)
    assert drafting.without_step(once, first) == once
    assert len(keys(once)) == len(SLUGS) - 1


def test_changing_a_step_that_is_gone_is_refused() -> None:
    held = drafting.without_step(draft(), keys(draft())[0])
    for act in (
        lambda: drafting.moved(held, keys(draft())[0], 1),
        lambda: drafting.with_step_changed(held, keys(draft())[0], step()),
        lambda: drafting.step_in(held, keys(draft())[0]),
    ):
        with pytest.raises(drafting.CannotChange):
            act()


def test_there_is_a_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "MOST_STEPS", len(SLUGS))
    with pytest.raises(drafting.CannotChange):
        drafting.with_step(draft(), step())


def test_the_weeks_follow_from_the_steps() -> None:
    held = drafting.with_step(draft(), step("er-under-the-anger", planned_week=5, for_weeks=3))
    assert drafting.as_pathway(held, "own", 1).weeks == 7
