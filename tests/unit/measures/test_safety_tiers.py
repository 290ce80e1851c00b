from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.measures.errors import AnswerError
from practice.measures.safety_check import SuggestedStatus, suggested_status, tier

ALL_NO: dict[str, object] = {
    **{f"s{number:02}": "no" for number in range(1, 17)},
    "s15": "yes",
    "today": "no",
}


def with_answers(**changed: object) -> dict[str, object]:
    return {**ALL_NO, **changed}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"today": "not_sure"}, 1),
        ({"s10": "prefer_not"}, 2),
        ({}, 0),
        ({"s04": "yes"}, 2),
        ({"s02": "yes", "s05": "yes"}, 2),
        ({"s03": "yes"}, 1),
        ({"s01": "prefer_not"}, 1),
        ({"s09": "yes"}, 3),
        ({"s12": "yes", "s06": "yes"}, 3),
        ({"s12": "yes"}, 1),
        ({"s14": "yes"}, 1),
        ({"s15": "no"}, 1),
        # Jordan and Rosa
        (dict.fromkeys(["s01", "s02", "s05", "s08", "s13"], "yes") | {"s15": "no"}, 2),
        ({"s03": "not_sure"}, 1),
        # Beyond the written vectors
        ({"today": "yes"}, 3),
        ({"s12": "yes", "s07": "yes"}, 3),
        ({"s12": "yes", "s08": "yes"}, 3),
        ({"s12": "yes", "s01": "yes"}, 2),
        ({"s11": "not_sure"}, 2),
        ({"s11": None}, 1),
        ({"s15": None}, 1),
        ({"s16": "yes"}, 1),
        ({"s16": None}, 0),
        ({"s17": "Mondays, at work"}, 0),
        ({"s05": {"skipped": True}}, 1),
        ({"s05": "Prefer not to say"}, 1),
    ],
)
def test_tiers(changed: dict[str, object], expected: int) -> None:
    assert tier(with_answers(**changed)) == expected


def test_a_blank_form_asks_for_a_conversation() -> None:
    assert tier({}) == 1
    assert tier(dict.fromkeys(ALL_NO)) == 1


@pytest.mark.parametrize("changed", [{"s01": "maybe"}, {"s01": True}, {"s01": 1}, {"s18": "no"}])
def test_what_is_not_an_answer_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(AnswerError):
        tier(with_answers(**changed))


@pytest.mark.parametrize(
    ("tiers", "status"),
    [
        ((0, 0), SuggestedStatus.CLEARED),
        ((1, 0), SuggestedStatus.CLARIFY),
        ((2, 0), SuggestedStatus.INDIVIDUAL_ONLY),
        ((0, 3), SuggestedStatus.URGENT),
        ((2, 3), SuggestedStatus.URGENT),
        ((None, 0), SuggestedStatus.PENDING),
        ((None, None), SuggestedStatus.PENDING),
        ((None, 2), SuggestedStatus.INDIVIDUAL_ONLY),
    ],
)
def test_the_higher_tier_suggests_the_status(tiers: Any, status: SuggestedStatus) -> None:
    assert suggested_status(*tiers) is status
    assert suggested_status(*reversed(tiers)) is status


FORMS = st.fixed_dictionaries(
    {key: st.sampled_from(["yes", "no", "not_sure", "prefer_not", None]) for key in ALL_NO}
)


@given(FORMS, st.sampled_from(sorted(set(ALL_NO) - {"s15"})))
def test_a_no_that_becomes_a_yes_never_lowers_the_tier(form: dict[str, object], key: str) -> None:
    assert tier({**form, key: "yes"}) >= tier({**form, key: "no"})


@given(FORMS)
def test_tier_0_needs_every_answer_given(form: dict[str, object]) -> None:
    if tier(form) == 0:
        assert all(form[key] == ALL_NO[key] for key in ALL_NO if key != "s16")
