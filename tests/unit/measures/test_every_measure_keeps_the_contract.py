from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.measures.jacobson_truax import (
    reliable_change_threshold,
    standard_error_of_measurement,
)
from practice.measures.model import Aggregation, Measure
from practice.measures.registry import MEASURE_IDS, all_measures
from practice.measures.scoring import score

EVERY = pytest.mark.parametrize("measure", all_measures(), ids=MEASURE_IDS)


@EVERY
def test_the_definition_is_consistent(measure: Measure) -> None:
    numbers = set(range(1, measure.item_count + 1))
    assert measure.id == measure.id.lower()
    assert measure.citation
    assert measure.confidence.structure == "V"
    assert all(low < high for low, high in measure.item_ranges)
    assert measure.reverse_items <= numbers
    assert measure.no_activity_items <= numbers
    assert measure.item_labels == () or len(measure.item_labels) == measure.item_count
    assert 0 < measure.missing.minimum <= measure.item_count
    for subscale in measure.subscales:
        assert set(subscale.items) <= numbers
        assert len(set(subscale.items)) == len(subscale.items)
    for flag in measure.flags:
        assert set(flag.items) <= numbers


@EVERY
def test_every_cut_off_lies_on_a_scale_that_exists(measure: Measure) -> None:
    scales = {s.id: (s.low, s.high) for s in measure.subscales}
    scales["mean"] = (
        min(low for low, _ in measure.item_ranges),
        max(high for _, high in measure.item_ranges),
    )
    if measure.total_range is not None:
        scales["total"] = measure.total_range
    for cutoff in measure.cutoffs:
        low, high = scales[cutoff.scale]
        assert low < cutoff.at.value < high
    if measure.functional is not None:
        assert measure.total_range is not None
        assert measure.is_functional(measure.total_range[0]) is not measure.is_functional(
            measure.total_range[1]
        )


@EVERY
def test_the_extreme_answers_give_the_printed_range(measure: Measure) -> None:
    best: list[list[int]] = [[], []]
    for number, (low, high) in enumerate(measure.item_ranges, start=1):
        ends = (high, low) if number in measure.reverse_items else (low, high)
        best[0].append(ends[0])
        best[1].append(ends[1])
    lowest, highest = score(measure, best[0]), score(measure, best[1])
    for subscale in measure.subscales:
        if not measure.no_activity_items:
            assert lowest.subscales[subscale.id] == subscale.low
        assert highest.subscales[subscale.id] == subscale.high
    if measure.total_range is not None and not measure.no_activity_items:
        assert (lowest.total, highest.total) == measure.total_range


@EVERY
def test_a_derived_reliable_change_follows_from_its_inputs(measure: Measure) -> None:
    if measure.change is None or measure.change.source != "derived":
        return
    sem = next((r.value for r in measure.reliabilities if r.kind == "SEM"), None)
    if sem is None:
        alpha = measure.reliabilities[0].value
        assert isinstance(alpha, float)
        sem = standard_error_of_measurement(measure.norms[0].sd, alpha)
    assert isinstance(sem, float)
    assert round(reliable_change_threshold(sem), 2) == measure.change.value
    assert round(1.96 * sqrt(2) * sem, 2) == measure.change.value


@EVERY
def test_score_only_licences_and_restricted_texts_are_said(measure: Measure) -> None:
    if measure.licence.status.startswith("paid"):
        assert measure.licence.delivery == "score_only"
    if measure.licence.delivery == "may_bundle_with_notice":
        assert measure.licence.status == "free"


@EVERY
@settings(max_examples=20)
@given(data=st.data())
def test_scores_stay_in_range_and_more_gaps_never_bring_a_score_back(
    measure: Measure, data: st.DataObject
) -> None:
    answers: list[float | None] = [
        data.draw(st.none() | st.integers(low, high)) for low, high in measure.item_ranges
    ]
    result = score(measure, answers)
    if result.total is not None:
        assert measure.total_range is not None
        assert measure.total_range[0] <= result.total <= measure.total_range[1]
    for subscale in measure.subscales:
        value = result.subscales[subscale.id]
        assert value is None or subscale.low <= value <= subscale.high
    answers[data.draw(st.integers(0, measure.item_count - 1))] = None
    fewer = score(measure, answers)
    if result.reason is not None and not measure.no_activity_items:
        assert fewer.total is None
    assert all(
        fewer.subscales[s] is None for s, value in result.subscales.items() if value is None
    ) or bool(measure.no_activity_items)


@EVERY
@settings(max_examples=20)
@given(data=st.data())
def test_a_higher_answer_never_lowers_a_sum_unless_the_item_is_reversed(
    measure: Measure, data: st.DataObject
) -> None:
    if measure.aggregation is Aggregation.MEAN or measure.no_activity_items:
        return
    answers = [data.draw(st.integers(low, high - 1)) for low, high in measure.item_ranges]
    item = data.draw(st.integers(1, measure.item_count))
    before = score(measure, answers).total
    answers[item - 1] += 1
    after = score(measure, answers).total
    if before is not None and after is not None:
        assert after < before if item in measure.reverse_items else after > before
