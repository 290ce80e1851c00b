from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.reports.charts.lettering import number, shorten, signed, spread, width_of, wrap
from practice.reports.charts.scale import Scale, ticks


@given(st.lists(st.floats(0, 200), max_size=12))
def test_labels_keep_their_distance_and_stay_inside(centres: list[float]) -> None:
    placed = spread(centres, 17, 0, 200)
    gap = min(17, 200 / max(len(centres) - 1, 1))
    heights = sorted(placed)
    assert all(later - earlier >= gap - 1e-6 for earlier, later in pairwise(heights))
    assert all(-1e-6 <= height <= 200 + 1e-6 for height in placed)


def test_labels_that_have_room_are_not_moved() -> None:
    assert spread([100, 20, 60], 17, 0, 200) == [100, 20, 60]


@given(st.text(max_size=80), st.floats(20, 400))
def test_shortened_words_fit(words: str, room: float) -> None:
    assert width_of(shorten(words, room)) <= room


def test_long_labels_wrap_into_two_lines() -> None:
    assert wrap("What our families taught us about affection", 220) == [
        "What our families taught us about",
        "affection",
    ]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 81, [0, 20, 40, 60, 80]),
        (0, 27, [0, 10, 20]),
        (0, 3, [0, 1, 2, 3]),
        (1, 7, [2, 4, 6]),
        (5, 5, [5]),
    ],
)
def test_ticks_are_round(low: int, high: int, expected: list[float]) -> None:
    assert ticks(low, high) == expected


def test_a_value_outside_the_range_is_held_at_the_edge() -> None:
    scale = Scale(0, 10, 100, 200)
    assert [scale.at(value) for value in (-5, 0, 5, 10, 15)] == [100, 100, 150, 200, 200]


@pytest.mark.parametrize(
    ("value", "plain", "with_sign"),
    [
        (58, "58", "+58"),
        (58.0, "58", "+58"),
        (-2, "−2", "−2"),
        (0, "0", "0"),
        (-0.001, "0", "0"),
        (61.025, "61.02", "+61.02"),
        (None, "–", "–"),
    ],
)
def test_numbers_are_written_for_people(value: float | None, plain: str, with_sign: str) -> None:
    assert number(value) == plain
    assert signed(value) == with_sign
