from __future__ import annotations

from collections.abc import Callable

import pytest

from practice.measures.jacobson_truax import (
    cutoff_a,
    cutoff_b,
    cutoff_c,
    reliable_change_index,
    reliable_change_threshold,
    standard_error_of_difference,
    standard_error_of_measurement,
)


def test_the_worked_figures_of_1991() -> None:
    sem = standard_error_of_measurement(7.5, 0.80)
    s_diff = standard_error_of_difference(sem)
    assert round(sem, 4) == 3.3541
    assert round(s_diff, 4) == 4.7434
    assert round(reliable_change_index(32.5, 47.5, s_diff), 4) == 3.1623
    assert round(reliable_change_threshold(sem), 4) == 9.2971
    assert cutoff_a(40, 7.5) == 55
    assert cutoff_b(60, 7.5) == 45
    assert cutoff_c(40, 7.5, 60, 7.5) == 50


def test_the_rdas_norms_agree_with_the_published_cut_off() -> None:
    assert round(cutoff_c(41.6, 8.2, 52.3, 6.6), 2) == 47.53


def test_signs_swap_when_high_means_distress() -> None:
    assert cutoff_a(20, 3, higher_is_better=False) == 14
    assert cutoff_b(5, 3, higher_is_better=False) == 11


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: standard_error_of_measurement(-1, 0.8),
        lambda: standard_error_of_measurement(1, 1.1),
        lambda: reliable_change_index(1, 2, 0),
        lambda: cutoff_c(1, 0, 2, 0),
    ],
)
def test_impossible_inputs_are_refused(impossible: Callable[[], float]) -> None:
    with pytest.raises(ValueError, match=r"standard|error"):
        impossible()
