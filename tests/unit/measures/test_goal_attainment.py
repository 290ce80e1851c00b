from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.measures.errors import AnswerError
from practice.measures.gas import t_score


@pytest.mark.parametrize(
    ("weights", "levels", "expected"),
    [
        ([1, 1, 1], [1, 0, -1], 50.00),
        ([2, 1], [1, 2], 66.06),
        ([1, 1, 1], [-1, -1, -1], 36.31),
        ([3, 2, 1], [0, 1, 2], 58.81),
        ([1], [2], 70.00),
        ([3, 2, 1], [-1, -2, -1], 32.37),  # Amara and Daniel, baseline
        ([3, 2, 1], [1, 0, 2], 61.02),  # and at the end
        ([2, 2, 1], [1, 0, 1], 58.08),  # Rosa and Mei-Lin
    ],
)
def test_vectors(weights: list[int], levels: list[int], expected: float) -> None:
    t = t_score(weights, levels)
    assert t is not None
    assert round(t, 2) == expected


def test_no_score_until_every_goal_is_rated() -> None:
    assert t_score([1, 2], [0, None]) is None


@pytest.mark.parametrize(
    ("weights", "levels"),
    [([], []), ([1], [0, 1]), ([0], [1]), ([10], [1]), ([1], [3]), ([1.5], [0]), ([True], [0])],
)
def test_impossible_goals_are_refused(weights: Any, levels: Any) -> None:
    with pytest.raises(AnswerError):
        t_score(weights, levels)


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(-2, 2)), min_size=1, max_size=8),
)
def test_50_is_as_expected_and_mirrored_ratings_mirror_the_score(goals: Any) -> None:
    weights = [weight for weight, _ in goals]
    levels = [level for _, level in goals]
    t, mirrored = t_score(weights, levels), t_score(weights, [-level for level in levels])
    assert t is not None
    assert mirrored is not None
    assert t + mirrored == pytest.approx(100)
    assert t_score(weights, [0] * len(weights)) == 50
