"""Sum, mean and count of points: reversal, range, order, and gaps that are never a zero."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.measures.form_scores import Item, Rule, range_of, reversed_points, work_out

POINTS = st.integers(-20, 20)


@st.composite
def rules_with_points(draw: st.DrawFn) -> tuple[Rule, dict[str, float]]:
    """A rule over items of one range, with points for some of them."""
    low = draw(st.integers(-5, 5))
    high = low + draw(st.integers(1, 10))
    names = [f"q{n}" for n in range(draw(st.integers(1, 8)))]
    items = tuple(Item(name, low, high, draw(st.booleans())) for name in names)
    how = draw(st.sampled_from(["sum", "mean", "count"]))
    rule = Rule(how, items, draw(st.integers(0, len(items) - 1)), draw(st.integers(low, high)))
    answered = draw(st.sets(st.sampled_from(names)))
    return rule, {name: float(draw(st.integers(low, high))) for name in sorted(answered)}


@given(POINTS, st.integers(0, 20), st.integers(0, 20))
def test_reversing_twice_changes_nothing(low: int, width: int, above: int) -> None:
    item = Item("q", low, low + width)
    points = low + min(above, width)
    turned = reversed_points(item, points)
    assert low <= turned <= low + width
    assert reversed_points(item, turned) == points


@given(rules_with_points())
def test_a_score_lies_in_its_range(case: tuple[Rule, dict[str, float]]) -> None:
    rule, points = case
    low, high = range_of(rule)
    value = work_out(rule, points).value
    assert value is None or low <= value <= high


@given(rules_with_points(), st.data())
def test_more_points_never_lower_a_score_unless_reversed(
    case: tuple[Rule, dict[str, float]], data: st.DataObject
) -> None:
    rule, points = case
    before = work_out(rule, points).value
    if before is None:
        return
    item = data.draw(st.sampled_from([i for i in rule.items if i.name in points]))
    more = {**points, item.name: data.draw(st.integers(int(points[item.name]), int(item.high)))}
    after = work_out(rule, more).value
    assert after is not None
    assert after <= before if item.reverse else after >= before


@given(rules_with_points())
def test_there_is_a_score_exactly_when_few_enough_are_missing(
    case: tuple[Rule, dict[str, float]],
) -> None:
    rule, points = case
    result = work_out(rule, points)
    missing = len(rule.items) - len(points)
    assert (result.value is not None) == (bool(points) and missing <= rule.may_miss)
    assert (result.answered, result.items) == (len(points), len(rule.items))


@given(rules_with_points(), st.integers(0, 7))
def test_a_gap_filled_with_what_the_others_say_changes_nothing(
    case: tuple[Rule, dict[str, float]], order: int
) -> None:
    """Where all answered items say the same, a missing one stands for just that: neither zero nor middle."""
    rule, points = case
    how = "mean" if rule.how == "count" else rule.how
    plain = Rule(how, tuple(Item(i.name, i.low, i.high) for i in rule.items), len(rule.items) - 1)
    same = dict.fromkeys(points, plain.items[0].low + order % 2)
    if same:
        full = dict.fromkeys((i.name for i in plain.items), plain.items[0].low + order % 2)
        assert work_out(plain, same).value == work_out(plain, full).value


def five(how: str, may_miss: int = 0) -> Rule:
    items = tuple(Item(f"q{n}", 0, 4, reverse=n == 5) for n in range(1, 6))
    return Rule(how, items, may_miss, at_least=3)  # type: ignore[arg-type]


ALL = {"q1": 4.0, "q2": 3.0, "q3": 0.0, "q4": 2.0, "q5": 1.0}


@pytest.mark.parametrize(
    ("how", "points", "may_miss", "value"),
    [
        ("sum", ALL, 0, 12),  # 4 + 3 + 0 + 2 + (0 + 4 - 1)
        ("mean", ALL, 0, 2.4),  # 12 / 5
        ("count", ALL, 0, 3),  # 4, 3 and 3 are 3 or more
        ("sum", {k: ALL[k] for k in ("q1", "q2", "q3", "q4")}, 0, None),
        ("sum", {k: ALL[k] for k in ("q1", "q2", "q3", "q4")}, 1, 11),  # 9 x 5 / 4 = 11.25
        ("mean", {k: ALL[k] for k in ("q1", "q2", "q3", "q4")}, 1, 2.25),  # 9 / 4
        ("sum", {}, 4, None),
    ],
)
def test_worked_by_hand(
    how: str, points: dict[str, float], may_miss: int, value: float | None
) -> None:
    assert work_out(five(how, may_miss), points).value == value
