from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from practice.catalogue.definition import Schedule, ScheduleKind
from practice.pathways import rules
from practice.pathways.definition import AssignTo, RuleKind
from tests.unit.pathways.pathway_making import EXERCISES, pathway, step

START = date(2026, 3, 2)
FIXED = (
    ScheduleKind.DAILY,
    ScheduleKind.EVERY_N_DAYS,
    ScheduleKind.EVERY_N_WEEKS,
    ScheduleKind.TIMES_PER_WEEK,
)


@given(st.sampled_from(FIXED), st.integers(1, 20), st.integers(1, 20), st.integers(1, 12))
def test_the_most_rounds_are_those_of_its_weeks(
    kind: ScheduleKind, n: int, weeks: int, planned: int
) -> None:
    one = step(schedule=Schedule(kind, n), for_weeks=weeks, planned_week=planned)
    counts = [rules.counts_in_week(one, week) for week in range(1, planned + weeks + 3)]
    assert rules.most_rounds(one) == sum(counts)
    assert rules.most_rounds(one) >= 1
    assert not any(counts[: planned - 1])
    assert not any(counts[planned + weeks - 1 :])


def test_every_three_days_is_counted_day_by_day() -> None:
    one = step(schedule=Schedule(ScheduleKind.EVERY_N_DAYS, 3), for_weeks=3)
    # Days 0 3 6, then 9 12, then 15 18.
    assert [rules.counts_in_week(one, week) for week in (1, 2, 3, 4)] == [3, 2, 2, 0]


def test_what_has_no_fixed_distance_ends_with_its_weeks() -> None:
    one = step(schedule=Schedule(ScheduleKind.AS_NEEDED), for_weeks=2)
    assert rules.most_rounds(one) is None
    assert rules.last_day(one, START) == START + timedelta(days=13)
    assert rules.last_day(step(), START) is None


@given(st.integers(0, 363))
def test_a_fixed_day_lies_in_its_week(days: int) -> None:
    one = step(rule=RuleKind.FIXED_INTERVAL, days=days, planned_week=days // 7 + 1)
    assert not rules.problems_in(pathway(one, weeks=52), EXERCISES)
    assert rules.week_of(rules.planned_on(one, START), START) == one.planned_week


def test_what_needs_both_is_left_out_for_one() -> None:
    joint = step("cc-timeout-agreement", RuleKind.CLINICIAN_OPENS, assign_to=AssignTo.JOINT)
    found = pathway(step(), joint, step("st-stress-map"))
    assert [number for number, _ in rules.steps_for(found, "a")] == [1, 3]
    assert rules.left_out(found, "b") == [joint]
    assert rules.left_out(found, "ab") == []


def test_a_wiser_order_is_suggested_and_no_more() -> None:
    joint = step("cc-timeout-agreement", RuleKind.CLINICIAN_OPENS, assign_to=AssignTo.JOINT)
    found = pathway(joint)
    assert rules.hints(found, EXERCISES)
    assert not rules.hints(found, EXERCISES, already=("er-overwhelm-signals",))
    assert not rules.problems_in(found, EXERCISES)
