from __future__ import annotations

import pytest

from practice.measures.registry import get
from practice.measures.scoring import score


def test_one_skipped_item_gives_no_rdas_score_and_no_subscale() -> None:
    result = score(get("rdas"), [None, *[3] * 13])
    assert (result.total, result.exact, result.functional) == (None, None, None)
    assert dict(result.subscales) == {"consensus": None, "satisfaction": None, "cohesion": None}
    assert result.reason == "RDAS needs an answer to each of its 14 items; 1 was skipped."
    assert (result.answered, result.items, result.bands) == (13, 14, ())


def test_phq_9_is_prorated_from_seven_answers_and_keeps_the_exact_value() -> None:
    result = score(get("phq-9"), [1, 1, None, 1, 0, 1, None, 0, 0])
    assert (result.total, result.answered) == (5, 7)
    assert result.exact == pytest.approx(4 * 9 / 7)


def test_half_a_point_goes_up() -> None:
    # 8 of 9 answered, sum 4: 4 x 9 / 8 = 4.5
    result = score(get("phq-9"), [1, 1, 1, 1, 0, 0, 0, 0, None])
    assert (result.exact, result.total) == (4.5, 5)


def test_phq_9_has_no_score_from_six_answers_but_still_raises_its_flag() -> None:
    result = score(get("phq-9"), [None, None, None, 1, 0, 1, 0, 0, 1])
    assert result.total is None
    assert result.reason == "PHQ-9 needs at least 7 of its 9 items; 6 were answered."
    assert [flag.item for flag in result.flags] == [9]


@pytest.mark.parametrize(("skipped", "total"), [(0, 7), (1, 7), (2, None)])
def test_gad_7_needs_six(skipped: int, total: int | None) -> None:
    answers = [*[1] * (7 - skipped), *[None] * skipped]
    assert score(get("gad-7"), answers).total == total


def test_iss_uses_the_number_answered_and_needs_twenty() -> None:
    # A 4 is the middle, reversed or not: 50 whatever the count.
    assert score(get("iss"), [*[4] * 20, *[None] * 5]).total == 50
    assert score(get("iss"), [*[4] * 19, *[None] * 6]).total is None


def test_ras_with_one_item_skipped_keeps_its_mean_and_scales_its_sum() -> None:
    result = score(get("ras"), [4, 4, 4, 2, 4, 4, None])
    assert (result.total, result.mean) == (28, 4)
    assert score(get("ras"), [4, 4, 4, 2, 4, None, None]).mean is None


def test_fsfi_no_activity_is_never_a_dysfunction() -> None:
    result = score(get("fsfi"), [3, 3, 0, *[3] * 16])
    assert (result.total, result.functional, result.bands) == (None, None, ())
    assert result.subscales["arousal"] is None
    assert result.subscales["desire"] == 3.6
    assert result.reason is not None
    assert "no activity" in result.reason


def test_fsfi_domains_stand_alone_when_another_is_incomplete() -> None:
    result = score(get("fsfi"), [None, *[4] * 18])
    assert (result.subscales["desire"], result.subscales["pain"]) == (None, 4.8)
    assert result.total is None
