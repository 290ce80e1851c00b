"""The exercise vectors of the written cases that are not in test_exercise_figures.py."""

from __future__ import annotations

import pytest

from practice.measures.exercises import df_own_life, ei_know_me_now, sc_touch_preferences
from practice.measures.exercises.figure import Answers
from practice.measures.exercises.registry import scorer_for
from tests.unit.measures.test_exercise_figures import PLEASURE, matrix, values

PREFS = sc_touch_preferences.ROWS
AMARA_WELCOMES = {
    **dict.fromkeys([*PREFS[:5], PREFS[6]], "yes_please"),
    **dict.fromkeys([PREFS[5], PREFS[7], PREFS[8], PREFS[11]], "maybe_ask_me"),
    **dict.fromkeys(PREFS[9:11], "not_now"),
}
DANIEL_WELCOMES = {row: "yes_please" if n % 2 else "yes_sometimes" for n, row in enumerate(PREFS)}


def test_touch_that_both_welcome() -> None:
    scorer = scorer_for("sc-touch-preferences")
    found = {
        f.key: f for f in scorer.score_pair({"prefs": AMARA_WELCOMES}, {"prefs": DANIEL_WELCOMES})
    }
    assert found["matched"].rows == (*PREFS[:9], PREFS[11])
    assert found["matched"].value == 10
    assert found["overlap"].value == 0.833
    assert {figure.privacy for figure in found.values()} == {"clinician"}


def test_touch_preferences_left_out_are_no_refusal_and_no_match() -> None:
    scorer = scorer_for("sc-touch-preferences")
    left_out = {"prefs": {"skipped": True}}
    assert scorer.score_pair(left_out, {"prefs": DANIEL_WELCOMES}) == ()
    some: Answers = {"prefs": {PREFS[0]: "yes_please", PREFS[1]: "skip"}}
    assert values(scorer.score_pair(some, some)) == {"couple:matched": 1, "couple:overlap": 1}
    refused = {"prefs": dict.fromkeys(PREFS, "never")}
    assert values(scorer.score_pair(refused, refused)) == {"couple:matched": 0}


def test_two_appetites() -> None:
    scorer = scorer_for("sc-desire-difference-plan")
    amara = {"wish_month": 3, "pressure": 6}
    daniel = {"wish_month": 8, "pressure": 2}
    assert values(scorer.score_pair(amara, daniel)) == {
        "couple:desire_gap": 5,
        "couple:desire_ratio": 0.375,
    }
    assert values(scorer.score_pair({"wish_month": 0}, {"wish_month": 0})) == {
        "couple:desire_gap": 0,
        "couple:desire_ratio": None,
    }
    assert scorer.score_pair({"wish_month": {"skipped": True}}, daniel) == ()


@pytest.mark.parametrize(
    ("guesser", "marks", "knowing"),
    [
        ("a", [2, 1, 2, 0, 1, 2, 1, 1, 2, 0, 1, 2], 62.5),  # Amara, marked by Daniel
        ("b", [1, 1, 2, 0, 0, 1, 1, 0, 2, 0, 1, 1], 41.7),  # Daniel, marked by Amara
    ],
)
def test_know_me_now(guesser: str, marks: list[int], knowing: float) -> None:
    scorer = scorer_for("ei-know-me-now")
    given = {"marks": matrix(ei_know_me_now.PROMPTS, marks)}
    assert values(scorer.score_own(given)) == {"knowing": knowing}
    pair = ({}, given) if guesser == "a" else (given, {})
    assert values(scorer.score_pair(*pair)) == {f"{guesser}:knowing": knowing}


def test_know_me_now_with_a_mark_left_out_has_no_score() -> None:
    marks = matrix(ei_know_me_now.PROMPTS, [2] * 12)
    del marks["a_pet_peeve"]
    assert scorer_for("ei-know-me-now").score_own({"marks": marks}) == ()


def test_own_life_of_couple_2() -> None:
    own = scorer_for("df-own-life").score_own
    rosa = {"lean": matrix(df_own_life.LEAN, [3, 4, 3, 3, 2, 3]), "stopped": "no"}
    mei_lin = {"lean": matrix(df_own_life.LEAN, [1, 2, 3, 1, 2, 2]), "stopped": "no"}
    assert values(own(rosa)) == {"lean": 3.0, "autonomy": 25}
    assert values(own(mei_lin)) == {"lean": 1.83, "autonomy": 54.2}


def test_the_loop_of_couple_1() -> None:
    pair = scorer_for("cc-loop-map").score_pair
    amara: Answers = {"role": "reach_and_press", "i_feel": ["lonely"], "guess_feel": ["angry"]}
    daniel: Answers = {"role": "pull_back", "i_feel": ["frustrated"], "guess_feel": ["hurt"]}
    assert values(pair(amara, daniel)) == {
        "couple:pattern": "pursue-withdraw",
        "a:guess_hit": 1,
        "b:guess_hit": 0,
    }


def test_a_guess_of_pleasure_is_told_as_different_on_two_rows() -> None:
    amara = {"mine": matrix(PLEASURE, [2, 1, 1])}
    daniel = {"guess": matrix(PLEASURE, [3, 3, 3])}
    found = scorer_for("sc-pleasure-guess").score_pair(amara, daniel)
    assert [f.words.startswith("Differs") for f in found[:3]] == [False, True, True]
