from __future__ import annotations

from practice.comparison.presenters import pattern
from practice.reports.charts import Gap

NAMES = ("Amara", "Daniel")


def test_topics_are_told_apart_by_who_stands_above_the_middle() -> None:
    rows = [Gap("Touch", 8, 9), Gap("Talk", 2, 9), Gap("Rest", 9, 1), Gap("Work", 1, 2)]
    assert pattern(rows, 0, 10, NAMES) == (
        "Above the middle of the scale for both: Touch; for Amara alone: Rest; "
        "for Daniel alone: Talk; for neither: Work."
    )


def test_what_one_left_out_is_not_judged() -> None:
    assert pattern([Gap("Touch", None, 9)], 0, 10, NAMES) == ""
