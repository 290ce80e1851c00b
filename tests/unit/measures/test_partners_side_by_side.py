from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.measures.dyad import (
    Roles,
    Trend,
    couple_mean,
    couple_minimum,
    demand_withdraw_concordance,
    discrepancy,
    gap,
    gap_trend,
    pattern_sentence,
    perception,
    role_pattern,
)
from practice.measures.model import Direction
from practice.measures.registry import get
from practice.measures.scoring import score
from practice.measures.similarity import double_entry_icc, pearson

PROFILES = st.integers(2, 16).flatmap(
    lambda k: st.tuples(*[st.lists(st.floats(-1e6, 1e6), min_size=k, max_size=k) for _ in range(2)])
)


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


@pytest.mark.parametrize(
    ("x", "y", "r", "icc"),
    [
        ([-1, -0.85, 2], [-0.93, 1, 1.26], 0.6263, 0.5488),
        ([4, 3, 6, 7], [6, 5, 6, 8], 0.8706, 0.4965),
        ([5, 5, 5], [5, 5, 5], None, None),
        ([5, 5, 5], [3, 3, 3], None, -1),
        ([1], [2], None, None),
        ([], [], None, None),
        ([0.1, 0.1, 0.1], [0.1, 0.1, 0.1], None, None),
    ],
)
def test_similarity_vectors(
    x: list[float], y: list[float], r: float | None, icc: float | None
) -> None:
    assert rounded(pearson(x, y)) == r
    assert rounded(double_entry_icc(x, y)) == icc


def test_profiles_of_unequal_length_are_refused() -> None:
    with pytest.raises(ValueError, match="same number of items"):
        pearson([1, 2], [1, 2, 3])


def test_couple_1(cases: dict[str, Any]) -> None:
    raw, dyad = cases["c1"]["raw"], cases["c1"]["dyad"]
    rdas = raw["A"]["rdas_t1"], raw["B"]["rdas_t1"]
    wish = raw["A"]["wish"], raw["B"]["wish"]
    assert round(pearson(*rdas) or 0, 3) == dyad["rdas_profile_r"]
    assert rounded(double_entry_icc(*rdas)) == dyad["rdas_deicc"]
    assert round(pearson(*wish) or 0, 3) == dyad["wish_r"]
    assert rounded(double_entry_icc(*wish)) == dyad["wish_deicc"]
    scores = cases["c1"]["scores"]
    for time in ("t1", "t3"):
        a, b = scores["A"][f"csi16_{time}"], scores["B"][f"csi16_{time}"]
        assert abs(discrepancy(a, b) or 0) == dyad[f"csi_gap_{time}"]
        assert couple_mean(a, b) == dyad[f"csi_mean_{time}"]
    subscales = [score(get("cpq-sf"), raw[who]["cpqsf_t1"]).subscales for who in "AB"]
    concordance = demand_withdraw_concordance(*subscales)
    assert concordance is not None
    assert (concordance.a_demands, concordance.b_demands) == (
        dyad["concord_A_demand"],
        dyad["concord_B_demand"],
    )


def test_couple_2(cases: dict[str, Any]) -> None:
    raw, dyad, scores = cases["c2"]["raw"], cases["c2"]["dyad"], cases["c2"]["scores"]
    assert rounded(pearson(raw["A"]["wish"], raw["B"]["wish"])) == dyad["wish_r"]
    assert rounded(double_entry_icc(raw["A"]["wish"], raw["B"]["wish"])) == dyad["wish_deicc"]
    csi = gap(get("csi-4"), scores["A"]["csi4_t1"], scores["B"]["csi4_t1"])
    iss = gap(get("iss"), scores["A"]["iss"], scores["B"]["iss"])
    assert csi is not None
    assert iss is not None
    assert csi.size == dyad["csi4_gap_t1"]
    assert (iss.size, iss.difference, iss.exceeds) == (dyad["iss_gap"], -dyad["iss_gap"], True)


def test_couple_3_gap_exceeds_the_reliable_change() -> None:
    found = gap(get("csi-16"), 41, 67)
    assert found is not None
    assert (found.size, found.threshold, found.exceeds) == (26, 6.66, True)


def test_one_partner_missing_gives_no_dyadic_figure() -> None:
    assert gap(get("csi-16"), None, 67) is None
    assert couple_mean(41, None) is None
    assert couple_minimum(None, 67) is None
    assert demand_withdraw_concordance({"self_demand": 21}, {"partner_demand": 22}) is None
    assert gap(get("ders-16"), 43, 34).exceeds is None  # type: ignore[union-attr]


def test_the_couple_minimum_is_the_partner_who_is_doing_less_well() -> None:
    assert couple_minimum(38, 49) == 38
    assert couple_minimum(9, 7, Direction.HIGHER_WORSE) == 9


def test_perception() -> None:
    seen = perception({"a": 5, "b": 3, "c": 4, "d": 1}, {"a": 3, "b": 4, "c": 4, "z": 9})
    assert seen is not None
    assert (seen.bias, seen.error) == (pytest.approx(1 / 3), 1)
    assert (seen.over_estimates, seen.under_estimates, seen.rows) == (1, 1, 3)
    assert perception({"a": 5}, {"b": 5}) is None


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        ("reach_and_press", "pull_back", Roles.PURSUE_WITHDRAW),
        ("pull_back", "reach_and_press", Roles.PURSUE_WITHDRAW),
        ("pull_back", "pull_back", Roles.MUTUAL_WITHDRAWAL),
        ("attack", "defend", Roles.ATTACK_DEFEND),
        ("attack", "attack", Roles.ATTACK_DEFEND),
        ("defend", "defend", Roles.MIXED),
        ("reach_and_press", "reach_and_press", Roles.MIXED),
        (None, "pull_back", None),
    ],
)
def test_the_pattern_of_two_roles(a: str | None, b: str | None, label: Roles | None) -> None:
    assert role_pattern(a, b) is label
    assert Roles.PURSUE_WITHDRAW.value == "pursue-withdraw"


@pytest.mark.parametrize(
    ("a", "b", "sentence"),
    [
        (True, True, "Amara and Daniel are both in the clinical range."),
        (True, False, "Only Amara is in the clinical range."),
        (False, True, "Only Daniel is in the clinical range."),
        (False, False, "Neither Amara nor Daniel is in the clinical range."),
        (None, True, None),
    ],
)
def test_the_pattern_sentence(a: bool | None, b: bool | None, sentence: str | None) -> None:
    said = pattern_sentence(a, b, "in the clinical range", ("Amara", "Daniel"))
    assert said == sentence


def test_converging_and_diverging() -> None:
    assert gap_trend([(38, 49), (58, 54)]) is Trend.CONVERGING
    assert gap_trend([(58, 54), (None, 60), (38, 49)]) is Trend.DIVERGING
    assert gap_trend([(38, 49), (58, 54)], tolerance=7) is Trend.STEADY
    assert gap_trend([(38, 49), (58, None)]) is None


@given(PROFILES)
def test_similarity_is_symmetric_and_bounded(profiles: Any) -> None:
    x, y = profiles
    for similarity in (pearson, double_entry_icc):
        there, back = similarity(x, y), similarity(y, x)
        assert there == back
        assert there is None or -1 <= there <= 1


@given(PROFILES)
def test_the_icc_is_pearson_on_the_double_entered_profiles(profiles: Any) -> None:
    x, y = ([round(v) % 10 for v in profile] for profile in profiles)
    icc = double_entry_icc(x, y)
    double = pearson([*x, *y], [*y, *x])
    assert (icc is None) is (double is None)
    if icc is not None:
        assert icc == pytest.approx(double, abs=1e-9)


@given(st.lists(st.integers(0, 10), min_size=2, max_size=12))
def test_a_profile_is_wholly_like_itself_unless_it_is_flat(profile: list[int]) -> None:
    icc = double_entry_icc(profile, profile)
    assert icc is None if len(set(profile)) == 1 else icc == pytest.approx(1)
