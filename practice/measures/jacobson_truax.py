"""Clinically significant change after Jacobson & Truax (1991): error, reliable change, cut-offs a, b, c.

`sd` is a standard deviation in points of the measure, `reliability` a coefficient from 0 to 1. A retest
coefficient suits long gaps; alpha gives a smaller, more liberal threshold.
"""

from __future__ import annotations

from math import sqrt

Z_95 = 1.96


def standard_error_of_measurement(sd: float, reliability: float) -> float:
    """SEM = SD x sqrt(1 - r), in points.

    Raises:
        ValueError: a negative SD, or a reliability outside 0 to 1.
    """
    if sd < 0 or not 0 <= reliability <= 1:
        msg = "A standard deviation is not negative, and a reliability lies from 0 to 1."
        raise ValueError(msg)
    return sd * sqrt(1 - reliability)


def standard_error_of_difference(sem: float) -> float:
    """S_diff = sqrt(2) x SEM, in points."""
    return sqrt(2) * sem


def reliable_change_index(before: float, after: float, s_diff: float) -> float:
    """RCI = (after - before) / S_diff; 1.96 or more either way is reliable at 95 %.

    Raises:
        ValueError: `s_diff` is not above 0.
    """
    if s_diff <= 0:
        msg = "The standard error of the difference must be above 0."
        raise ValueError(msg)
    return (after - before) / s_diff


def reliable_change_threshold(sem: float) -> float:
    """The change in points that is reliable at 95 %: 1.96 x sqrt(2) x SEM."""
    return Z_95 * standard_error_of_difference(sem)


def cutoff_a(
    dysfunctional_mean: float, dysfunctional_sd: float, *, higher_is_better: bool = True
) -> float:
    """Two SD beyond the mean of the dysfunctional group, towards health."""
    return dysfunctional_mean + 2 * dysfunctional_sd * (1 if higher_is_better else -1)


def cutoff_b(
    functional_mean: float, functional_sd: float, *, higher_is_better: bool = True
) -> float:
    """Two SD short of the mean of the functional group: within its range."""
    return functional_mean - 2 * functional_sd * (1 if higher_is_better else -1)


def cutoff_c(
    dysfunctional_mean: float,
    dysfunctional_sd: float,
    functional_mean: float,
    functional_sd: float,
) -> float:
    """The point as far from both means in units of their SD; preferred when the groups overlap.

    Raises:
        ValueError: both standard deviations are 0.
    """
    spread = dysfunctional_sd + functional_sd
    if spread <= 0:
        msg = "At least one standard deviation must be above 0."
        raise ValueError(msg)
    return (functional_sd * dysfunctional_mean + dysfunctional_sd * functional_mean) / spread
