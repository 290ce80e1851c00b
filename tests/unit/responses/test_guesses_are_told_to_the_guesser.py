from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue import loading
from practice.catalogue.definition import Gate
from practice.catalogue.rules import shown_on_release
from practice.responses import rules

WHEEL = loading.load_definitions()["ib-balance-wheel"]
AREAS = ("physical", "emotional", "spiritual_or_meaning", "mental")
OPEN = {Gate.G0, Gate.G1}


def areas(*values: int) -> dict[str, str]:
    return {area: str(value) for area, value in zip(AREAS, values, strict=True)}


AMARA: dict[str, Any] = {
    "now": areas(4, 3, 6, 5),
    "wish": areas(6, 9, 8, 7),
    "importance": areas(6, 10, 8, 6),
    "guess_wish": areas(9, 6, 4, 7),
    "missing": "An evening.",
}
DANIEL: dict[str, Any] = {
    "now": areas(3, 6, 5, 6),
    "wish": areas(8, 7, 5, 7),
    "importance": areas(9, 7, 3, 6),
    "guess_wish": areas(5, 7, 6, 6),
    "missing": "Being held.",
}


def released(**more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    shown = shown_on_release(WHEEL, AMARA, DANIEL, open_gates=OPEN, **more)
    return (
        rules.released_answers(WHEEL, shown, AMARA, "a"),
        rules.released_answers(WHEEL, shown, DANIEL, "b"),
    )


def test_released_answers_are_what_is_shown_and_no_more() -> None:
    a, b = released()
    assert "guess_wish" not in a
    assert a["wish"] == AMARA["wish"]
    a, b = released(left_out=["wish.physical"])
    assert set(a["wish"]) == set(b["wish"]) == set(AREAS) - {"physical"}


@pytest.mark.parametrize(("side", "own", "error"), [("a", AMARA, 0.75), ("b", DANIEL, 1.5)])
def test_each_learns_how_the_own_guess_came_out(side: Any, own: Any, error: float) -> None:
    a, b = released()
    (figure,) = rules.told_to_guesser(WHEEL.slug, side, own, b if side == "a" else a)
    assert figure.value == error
    assert figure.subject == side


def test_rows_that_were_left_out_do_not_count() -> None:
    _, b = released(left_out=["wish.physical"])
    (figure,) = rules.told_to_guesser(WHEEL.slug, "a", AMARA, b)
    assert figure.value == round((1 + 1 + 0) / 3, 3)


def test_what_is_kept_back_cannot_be_worked_out_from_a_figure() -> None:
    _, b = released(withheld_b=["wish"])
    assert rules.told_to_guesser(WHEEL.slug, "a", AMARA, b) == ()
    a, b = released(withheld_a=["wish"])
    assert all("wish" not in f.key for f in rules.shared_figures(WHEEL.slug, a, b))


def test_a_comparison_that_stays_with_the_clinician_is_told_to_nobody() -> None:
    pleasure = "sc-pleasure-guess"
    rows = {"intimacy_was_enjoyable": "2"}
    own, other = {"guess": rows}, {"mine": rows}
    assert rules.told_to_guesser(pleasure, "a", own, other) == ()
