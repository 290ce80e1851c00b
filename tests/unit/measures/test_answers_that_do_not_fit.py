from __future__ import annotations

from typing import Any

import pytest

from practice.measures.errors import AnswerError, UnknownMeasure
from practice.measures.registry import get
from practice.measures.scoring import score
from practice.measures.totals import score_from_totals


@pytest.mark.parametrize(
    "wrong", [-1, 4, 1.5, True, "1", float("nan"), float("inf"), 10**400, [1], {}, object()]
)
def test_an_answer_outside_the_printed_range_is_refused_and_not_repeated(wrong: Any) -> None:
    with pytest.raises(AnswerError) as refusal:
        score(get("gad-7"), [0, 0, wrong, 0, 0, 0, 0])
    assert str(refusal.value) == (
        "GAD-7, item 3: the answer must be a whole number from 0 to 3, or empty if it was skipped."
    )


@pytest.mark.parametrize("wrong", ["1111111", b"1111111", None, {1, 2}, 7, {"1": 2}])
def test_answers_must_be_a_list(wrong: Any) -> None:
    with pytest.raises(AnswerError, match="must be a list"):
        score(get("gad-7"), wrong)


@pytest.mark.parametrize("count", [0, 13, 15])
def test_wrong_length(count: int) -> None:
    with pytest.raises(AnswerError, match=f"RDAS has 14 items, and {count} answers were given"):
        score(get("rdas"), [3] * count)


def test_rdas_item_11_ends_at_4() -> None:
    with pytest.raises(AnswerError, match=r"item 11: .* from 0 to 4"):
        score(get("rdas"), [5] * 14)


def test_cpq_items_are_named_as_printed() -> None:
    with pytest.raises(AnswerError, match="item 3b"):
        score(get("cpq-sf"), [1, 1, 1, 0, *[1] * 7])


def test_whole_numbers_stay_whole_and_tenths_carry_no_dust() -> None:
    total = score(get("gad-7"), [1.0, *[1] * 6]).total
    assert (total, type(total)) == (7, int)
    assert score(get("ors"), [7.2, 7.0, 7.5, 7.1]).total == 28.8


@pytest.mark.parametrize("spelling", ["phq-9", "PHQ-9", "phq9", " PHQ_9 ", "Phq 9"])
def test_a_measure_is_found_without_hyphens_and_in_any_case(spelling: str) -> None:
    assert get(spelling).id == "phq-9"


@pytest.mark.parametrize("unknown", ["", "phq", "phq-99", "../phq-9", "x" * 1000])
def test_an_unknown_measure_is_refused(unknown: str) -> None:
    with pytest.raises(UnknownMeasure, match="There is no measure called"):
        get(unknown)


def test_score_only_entry() -> None:
    result = score_from_totals(
        get("rdas"), 33, {"consensus": 15, "satisfaction": 10, "cohesion": 8}
    )
    assert (result.total, result.functional, result.answered) == (33, False, None)
    assert "distressed (Crane & Middleton)" in result.bands
    assert score_from_totals(get("ecr-s"), None, {"anxiety": 5.17}).subscales["avoidance"] is None


@pytest.mark.parametrize(
    ("measure", "total", "subscales", "message"),
    [
        ("rdas", 70, {}, "total must be a whole number from 0 to 69"),
        ("rdas", 33.5, {}, "whole number"),
        ("rdas", float("nan"), {}, "whole number"),
        ("rdas", 34, {"consensus": 15, "satisfaction": 10, "cohesion": 8}, "do not add up"),
        ("rdas", 33, {"affection": 3}, "no subscale called affection"),
        ("rdas", 33, {"cohesion": 20}, "cohesion must be"),
        ("cpq-sf", 30, {}, "has no total"),
    ],
)
def test_score_only_figures_that_cannot_be(
    measure: str, total: float, subscales: dict[str, float | None], message: str
) -> None:
    with pytest.raises(AnswerError, match=message):
        score_from_totals(get(measure), total, subscales)
