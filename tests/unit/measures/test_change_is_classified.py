from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.measures.change import Outcome, change_between, classify, couple_line
from practice.measures.errors import AnswerError
from practice.measures.registry import all_measures, get
from practice.measures.scoring import score

IN_THE_CASES = {
    "recovered (reliable + crossed cutoff)": Outcome.RECOVERED,
    "improved (reliable only)": Outcome.IMPROVED,
    "unchanged": Outcome.UNCHANGED,
    "crossed cutoff without reliable change": Outcome.CROSSED_CUTOFF,
}
CLASSIFIED = [m for m in all_measures() if m.change is not None]


@pytest.mark.parametrize("who", ["A", "B"])
@pytest.mark.parametrize(
    ("name", "measure"),
    [("csi16", "csi-16"), ("rdas", "rdas"), ("phq9", "phq-9"), ("gad7", "gad-7"), ("ors", "ors")],
)
def test_couple_1(cases: dict[str, Any], who: str, name: str, measure: str) -> None:
    held, raw = get(measure), cases["c1"]["raw"][who]
    before, after = (score(held, raw[f"{name}_{time}"]).total for time in ("t1", "t3"))
    expected = IN_THE_CASES[cases["c1"]["scores"][who][f"class_{name}"]]
    assert classify(held, before, after) is expected


def test_couple_2(cases: dict[str, Any]) -> None:
    rosa, mei_lin = cases["c2"]["scores"]["A"], cases["c2"]["scores"]["B"]
    csi, phq = get("csi-4"), get("phq-9")
    assert classify(csi, rosa["csi4_t1"], rosa["csi4_t3"]) is Outcome.RECOVERED
    assert classify(csi, mei_lin["csi4_t1"], mei_lin["csi4_t3"]) is Outcome.IMPROVED
    assert classify(phq, mei_lin["phq9_t1"], mei_lin["phq9_t3"]) is Outcome.RECOVERED
    assert classify(phq, rosa["phq9_t1"], rosa["phq9_t2b"]) is Outcome.NOT_COMPUTABLE


@pytest.mark.parametrize(
    ("measure", "before", "after", "outcome"),
    [
        ("rdas", 36, 48, Outcome.RECOVERED),
        ("rdas", 37, 48, Outcome.CROSSED_CUTOFF),  # 11 points, one short
        ("phq-9", 15, 9, Outcome.RECOVERED),
        ("phq-9", 14, 9, Outcome.CROSSED_CUTOFF),
        ("phq-9", 9, 3, Outcome.IMPROVED),  # began outside the clinical range
        ("phq-9", 3, 9, Outcome.DETERIORATED),
        ("ors", 20.1, 25.1, Outcome.RECOVERED),  # exactly 5 points
        ("ors", 19.9, 25, Outcome.IMPROVED),  # 25 itself is the clinical range
        ("gmsex", 16, 26, Outcome.IMPROVED),  # no cut-off held
        ("iss", 66.67, 54.92, Outcome.IMPROVED),  # lower is better
    ],
)
def test_borders(measure: str, before: float, after: float, outcome: Outcome) -> None:
    assert classify(get(measure), before, after) is outcome


def test_falling_into_the_clinical_range_is_said_whatever_the_class() -> None:
    slipped = change_between(get("csi-16"), 54, 50)
    assert (slipped.outcome, slipped.now_in_clinical_range) == (Outcome.UNCHANGED, True)
    assert slipped.words.endswith("The score is now in the clinical range.")
    fell = change_between(get("csi-16"), 60, 40)
    assert (fell.outcome, fell.now_in_clinical_range) == (Outcome.DETERIORATED, True)
    assert change_between(get("csi-16"), 40, 41).now_in_clinical_range is False


def test_the_threshold_says_where_it_comes_from() -> None:
    change = change_between(get("rdas"), 33, 48)
    assert (change.difference, change.threshold, change.source) == (15, 11.58, "published")
    assert change.words == (
        "Better by 15 points. A change of 11.58 or more is unlikely to be chance alone. "
        "The score has left the clinical range."
    )
    assert change_between(get("csi-16"), 38, 58).source == "derived"


@pytest.mark.parametrize("measure", ["ders-16", "cpq-sf", "ecr-s", "ras", "fsfi", "hits"])
def test_without_a_reliable_change_the_change_is_only_described(measure: str) -> None:
    held = get(measure)
    total = held.total_range[0] if held.total_range else None
    change = change_between(held, total, total)
    assert change.outcome is Outcome.NOT_COMPUTABLE
    assert change.reason is not None
    assert held.short_name in change.reason


@pytest.mark.parametrize(
    ("before", "after", "occasion"),
    [(None, 48, "earlier occasion"), (33, None, "later occasion"), (None, None, "either occasion")],
)
def test_a_missing_score_is_named(before: int | None, after: int | None, occasion: str) -> None:
    change = change_between(get("rdas"), before, after)
    assert (change.outcome, change.difference) == (Outcome.NOT_COMPUTABLE, None)
    assert change.reason is not None
    assert occasion in change.reason


@pytest.mark.parametrize(("before", "after"), [(-1, 40), (33, 70), (33.5, 40), (True, 40)])
def test_a_total_outside_the_range_is_refused(before: float, after: float) -> None:
    with pytest.raises(AnswerError, match="total must be a whole number from 0 to 69"):
        classify(get("rdas"), before, after)


def test_the_couple_line_counts_partners_and_never_averages_them() -> None:
    csi = get("csi-16")
    outcomes = [classify(csi, 38, 58), classify(csi, 49, 54)]
    assert couple_line(csi, outcomes) == "1 of 2 partners recovered on CSI-16"
    assert couple_line(csi, [Outcome.RECOVERED, Outcome.NOT_COMPUTABLE]) is None
    assert couple_line(csi, [Outcome.RECOVERED]) is None


@given(measure=st.sampled_from(CLASSIFIED), data=st.data())
def test_swapping_the_occasions_swaps_better_and_worse(measure: Any, data: st.DataObject) -> None:
    low, high = (int(end) for end in measure.total_range)
    first, second = (data.draw(st.integers(low, high)) for _ in range(2))
    there, back = classify(measure, first, second), classify(measure, second, first)
    better = {Outcome.RECOVERED, Outcome.IMPROVED}
    assert (there in better) is (back is Outcome.DETERIORATED)
    assert (back in better) is (there is Outcome.DETERIORATED)


@given(measure=st.sampled_from(CLASSIFIED), data=st.data())
def test_nobody_recovers_who_began_outside_the_clinical_range(
    measure: Any, data: st.DataObject
) -> None:
    low, high = (int(end) for end in measure.total_range)
    before, after = (data.draw(st.integers(low, high)) for _ in range(2))
    outcome = classify(measure, before, after)
    if measure.is_functional(before) is not False:
        assert outcome not in {Outcome.RECOVERED, Outcome.CROSSED_CUTOFF}
