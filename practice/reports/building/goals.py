"""Goals owned by both, in a conjoint report: levels and T only from the copy that was released."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from practice.outcomes.rules import GOALS
from practice.reports.building.frame import Frame
from practice.reports.charts import GoalLine, GoalLines
from practice.reports.document import Block, BulletList, ChartBlock, Goal, GoalBlock, Section
from practice.treatment import queries as treatment


def released_attainment(frame: Frame) -> dict[str, Any] | None:
    """Return the released copy of goal attainment, if there is one."""
    return frame.shared().get(GOALS)


def section(frame: Frame) -> Section | None:
    """Return the goals owned by both; levels and T only where goal attainment was released."""
    held = released_attainment(frame)
    if held is not None:
        return _goal_attainment(held, at_start=frame.kind == "R1")
    texts = tuple(g.text for g in treatment.goals(frame.case) if g.owner == "both")
    if not texts:
        return None
    title = "What you are working on"
    return Section("goals", title, "Goals you set together.", (BulletList(texts),))


def _goal_attainment(held: Mapping[str, Any], *, at_start: bool) -> Section:
    lines = held["goals"]
    if at_start:
        texts = tuple(line["text"] for line in lines)
        return Section(
            "goals", "What you want to work on", "Goals you set together.", (BulletList(texts),)
        )
    goals = tuple(
        Goal(line["text"], "both", _last(line["levels"]), _first(line["levels"])) for line in lines
    )
    blocks: list[Block] = []
    days = tuple(date.fromisoformat(d) for d in held["dates"])
    if len(days) > 1:
        chart = GoalLines(
            "Goals over time",
            days,
            tuple(GoalLine(line["text"], tuple(line["levels"])) for line in lines),
        )
        blocks.append(
            ChartBlock(
                "From −2 (much less than expected) to +2 (much more)", chart, with_table=False
            )
        )
    start, now = held["t"]["start"], held["t"]["now"]
    blocks.append(GoalBlock(goals, t_now=rounded(now), t_start=rounded(start)))
    return Section(
        "goals",
        "Goals you set together",
        "Each goal as you agreed on it in session.",
        tuple(blocks),
    )


def rounded(value: float | None) -> float | None:
    """Return a T-score to two decimals."""
    return None if value is None else round(value, 2)


def _first(levels: list[int | None]) -> int:
    return next((x for x in levels if x is not None), 0)


def _last(levels: list[int | None]) -> int:
    return next((x for x in reversed(levels) if x is not None), 0)
