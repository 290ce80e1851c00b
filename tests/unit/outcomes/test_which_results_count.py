"""A correction replaces the row it names; a row set aside counts no more; nothing is averaged or filled in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from practice.measures import registry
from practice.measures.change import Outcome
from practice.outcomes.rules import Course, course_of, deteriorated

CSI = registry.get("csi-16")


@dataclass
class Row:
    taken_on: date
    content: dict[str, Any]
    corrects_id: UUID | None = None
    id: UUID = field(default_factory=uuid4)
    made_at: datetime = field(default_factory=lambda: datetime.now(UTC))


def row(month: int, total: float | None, corrects: Row | None = None, **more: Any) -> Row:
    content = {"way": "score", "total": total, **more}
    return Row(date(2026, month, 1), content, corrects.id if corrects else None)


def totals(course: Course) -> list[float | None]:
    return [reading.total for reading in course.readings]


def test_readings_are_in_order_of_time() -> None:
    assert totals(course_of([row(3, 58), row(1, 38), row(2, 46)])) == [38, 46, 58]


def test_a_correction_takes_the_place_of_the_row_it_names() -> None:
    wrong = row(1, 83)
    assert totals(course_of([wrong, row(1, 38, wrong), row(3, 58)])) == [38, 58]


def test_a_correction_of_a_correction_counts_alone() -> None:
    first = row(1, 10)
    second = row(1, 20, first)
    assert totals(course_of([first, second, row(1, 30, second)])) == [30]


def test_a_row_set_aside_leaves_nothing_behind() -> None:
    foreign = row(2, 70)
    assert totals(course_of([row(1, 38), foreign, row(2, None, foreign, set_aside=True)])) == [38]


def test_the_start_is_the_first_score_and_not_a_gap() -> None:
    course = course_of([row(1, None, reason="1 was skipped"), row(2, 40), row(3, 50)])
    assert course.baseline
    assert course.baseline.total == 40
    assert course.now
    assert course.now.total == 50


def test_a_latest_reading_without_a_score_gives_no_class() -> None:
    course = course_of([row(1, 40), row(2, None, reason="3 were skipped")])
    change = course.change(CSI)
    assert change is not None
    assert change.outcome is Outcome.NOT_COMPUTABLE


def test_one_reading_is_no_change() -> None:
    assert course_of([row(1, 40)]).change(CSI) is None
    assert Course().change(CSI) is None


def test_a_reading_between_is_named_before() -> None:
    assert course_of([row(1, 38), row(3, 58)]).previous is None
    previous = course_of([row(1, 38), row(2, 46), row(3, 58)]).previous
    assert previous
    assert previous.total == 46


def test_only_the_latest_reading_can_be_a_worsening() -> None:
    rows = [row(1, 50), row(2, 40), row(3, 51)]
    course = course_of(rows)
    assert not deteriorated(CSI, course, rows[1].id)
    assert deteriorated(CSI, course_of(rows[:2]), rows[1].id)


def test_worse_than_the_reading_before_counts_even_if_better_than_the_start() -> None:
    rows = [row(1, 38), row(2, 58), row(3, 48)]
    assert deteriorated(CSI, course_of(rows), rows[2].id)


def test_a_change_within_error_is_no_worsening() -> None:
    rows = [row(1, 50), row(2, 45)]
    assert not deteriorated(CSI, course_of(rows), rows[1].id)
