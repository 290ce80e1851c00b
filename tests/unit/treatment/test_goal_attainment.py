"""T of the goals owned by both, by the written vectors (cases: couple 1 and couple 2)."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from practice.treatment.rules import GoalCourse, Rating, attainment, t_by_date

START, END = date(2026, 1, 12), date(2026, 6, 15)


def goal(weight: int, *levels: int, owner: str = "both", ended_as: str | None = None) -> GoalCourse:
    ratings = tuple(Rating(day, n) for day, n in zip((START, END), levels, strict=False))
    return GoalCourse(uuid4(), owner, "A goal", weight, {}, "", ended_as, ratings)


def test_couple_1_goes_from_32_37_to_61_02() -> None:
    found = attainment([goal(3, -1, 1), goal(2, -2, 0), goal(1, -1, 2)])
    assert found is not None
    assert (found.t_start, found.t_now) == (32.37, 61.02)


def test_couple_2_ends_at_58_08() -> None:
    found = attainment([goal(2, 1), goal(2, 0), goal(1, 1)])
    assert found is not None
    assert found.t_now == 58.08


def test_an_unrated_goal_leaves_t_unknown() -> None:
    found = attainment([goal(3, -1, 1), goal(2)])
    assert found is not None
    assert found.t_now is None


def test_nothing_rated_is_no_attainment() -> None:
    assert attainment([]) is None
    assert attainment([goal(1)]) is None


def test_a_goal_set_aside_leaves_t_and_a_finished_one_stays() -> None:
    aside = attainment([goal(3, -1, 1), goal(2, -2, 2, ended_as="set_aside")])
    alone = attainment([goal(3, -1, 1)])
    finished = attainment([goal(3, -1, 1), goal(2, -2, 2, ended_as="finished")])
    assert aside
    assert alone
    assert finished
    assert aside.t_now == alone.t_now
    assert finished.t_now != alone.t_now


def test_each_goal_counts_at_the_level_that_held_that_day() -> None:
    later = GoalCourse(uuid4(), "both", "Later", 1, {}, "", None, (Rating(END, 0),))
    assert t_by_date([goal(1, -1, 0), later]) == [(START, None), (END, 50)]


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(-2, 2)), min_size=1, max_size=8))
def test_t_is_50_exactly_when_gains_and_losses_balance(goals: list[tuple[int, int]]) -> None:
    found = attainment([goal(weight, level) for weight, level in goals])
    assert found is not None
    assert found.t_now is not None
    assert (found.t_now > 50) == (sum(w * n for w, n in goals) > 0)
