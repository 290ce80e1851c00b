from __future__ import annotations

from typing import Any

import pytest

from practice.measures.registry import get
from practice.measures.score import Score
from practice.measures.scoring import score

PLAIN_TOTALS = [
    # couple, partner, raw answers, measure, key of the expected score
    *[
        ("c1", who, f"{name}_{time}", measure, f"{name}_{time}")
        for who in "AB"
        for time in ("t1", "t3")
        for name, measure in (
            ("csi16", "csi-16"),
            ("gmsex", "gmsex"),
            ("phq9", "phq-9"),
            ("gad7", "gad-7"),
            ("ors", "ors"),
        )
    ],
    ("c2", "A", "csi4_t1", "csi-4", "csi4_t1"),
    ("c2", "A", "csi4_t3", "csi-4", "csi4_t3"),
    ("c2", "B", "csi4_t1", "csi-4", "csi4_t1"),
    ("c2", "B", "csi4_t3", "csi-4", "csi4_t3"),
    ("c2", "A", "phq9_t1", "phq-9", "phq9_t1"),
    ("c2", "A", "phq9_t2", "phq-9", "phq9_t2"),
    ("c2", "A", "phq9_t2b", "phq-9", "phq9_t2b"),
    ("c2", "B", "phq9_t1", "phq-9", "phq9_t1"),
    ("c2", "B", "phq9_t3", "phq-9", "phq9_t3"),
    ("c2", "A", "iss_t1", "iss", "iss"),
    ("c2", "B", "iss_t1", "iss", "iss"),
    ("c2", "B", "iss_missing6", "iss", "iss_missing6"),
    *[
        ("c3", who, f"{name}_t1", measure, name)
        for who in "AB"
        for name, measure in (("csi16", "csi-16"), ("phq9", "phq-9"), ("gad7", "gad-7"))
    ],
]


def scored(cases: dict[str, Any], couple: str, who: str, raw: str, measure: str) -> Score:
    return score(get(measure), cases[couple]["raw"][who][raw])


@pytest.mark.parametrize(("couple", "who", "raw", "measure", "expected"), PLAIN_TOTALS)
def test_totals(
    cases: dict[str, Any], couple: str, who: str, raw: str, measure: str, expected: str
) -> None:
    result = scored(cases, couple, who, raw, measure)
    assert result.total == cases[couple]["scores"][who][expected]
    assert (result.reason is None) is (result.total is not None)


@pytest.mark.parametrize("who", ["A", "B"])
@pytest.mark.parametrize("time", ["t1", "t3"])
def test_totals_with_subscales_of_couple_1(cases: dict[str, Any], who: str, time: str) -> None:
    expected = cases["c1"]["scores"][who]
    for name, measure in (("rdas", "rdas"), ("ders16", "ders-16")):
        result = scored(cases, "c1", who, f"{name}_{time}", measure)
        assert {**result.subscales, "total": result.total} == expected[f"{name}_{time}"]
    patterns = scored(cases, "c1", who, f"cpqsf_{time}", "cpq-sf")
    of_case = dict(expected[f"cpqsf_{time}"])
    of_case["demand_withdraw_total"] = of_case.pop("total_dw")
    assert dict(patterns.subscales) == of_case
    assert patterns.total is None


@pytest.mark.parametrize("who", ["A", "B"])
def test_ras_sum_and_mean_and_ecr_s_means(cases: dict[str, Any], who: str) -> None:
    expected = cases["c2"]["scores"][who]
    ras = scored(cases, "c2", who, "ras_t1", "ras")
    assert (ras.total, ras.mean) == (expected["ras"]["sum"], expected["ras"]["mean"])
    ecrs = scored(cases, "c2", who, "ecrs_t1", "ecr-s")
    assert dict(ecrs.subscales) == expected["ecrs"]
    assert ecrs.total is None


def test_fsfi_domains_total_and_pain_flag(cases: dict[str, Any]) -> None:
    result = scored(cases, "c2", "B", "fsfi_t1", "fsfi")
    assert {**result.subscales, "total": result.total} == cases["c2"]["scores"]["B"]["fsfi"]
    assert result.bands == ("below the usual screening line",)
    assert {flag.label for flag in result.flags} == {"pain: offer a medical review"}


def test_jordans_rdas_has_no_score_and_sams_has(cases: dict[str, Any]) -> None:
    jordan = scored(cases, "c3", "A", "rdas_t1", "rdas")
    assert (jordan.total, set(jordan.subscales.values())) == (None, {None})
    sam = scored(cases, "c3", "B", "rdas_t1", "rdas")
    assert {**sam.subscales, "total": sam.total} == cases["c3"]["scores"]["B"]["rdas"]
    assert sam.functional is True


def test_jordans_e_hits_with_its_hits_part() -> None:
    answers = [2, 4, 2, 4, 2]
    extended = score(get("e-hits"), answers)
    assert (extended.total, extended.bands) == (14, ("positive",))
    assert score(get("hits"), answers[:4]).total == 12


def test_mei_lins_self_harm_item_is_flagged(cases: dict[str, Any]) -> None:
    result = scored(cases, "c2", "B", "phq9_t1", "phq-9")
    assert [flag.item for flag in result.flags] == [9]
    assert scored(cases, "c2", "A", "phq9_t1", "phq-9").flags == ()


@pytest.mark.parametrize(
    ("measure", "functional", "clinical"),
    [
        ("csi-16", 52, 51),
        ("csi-4", 14, 13),
        ("rdas", 48, 47),
        ("phq-9", 9, 10),
        ("gad-7", 7, 8),
        ("ors", 25.1, 25),
    ],
)
def test_where_the_clinical_range_ends(measure: str, functional: float, clinical: float) -> None:
    assert get(measure).is_functional(functional) is True
    assert get(measure).is_functional(clinical) is False
    assert get(measure).is_functional(None) is None
