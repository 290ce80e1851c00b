"""The page of goals: the goals of both with their chart and T, then each partner's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from practice.caseload.queries import Case
from practice.course.presenters.pictures import Picture, picture
from practice.measures.quantity import written
from practice.reports import charts
from practice.treatment.presenters import owner_words
from practice.treatment.rules import LEVEL_WORDS, GoalCourse, Rating, attainment


@dataclass(frozen=True)
class Level:
    """One level on a day, in words."""

    number: str
    words: str
    on: date


@dataclass(frozen=True)
class GoalRow:
    """One goal as the page shows it."""

    id: object
    text: str
    weight: int
    start: Level | None
    now: Level | None
    levels: tuple[tuple[str, str], ...]
    setback: str
    alone: tuple[tuple[str, Level], ...]
    ended: str


@dataclass(frozen=True)
class Group:
    """The goals of one owner."""

    owner: str
    title: str
    who_sees: str
    goals: tuple[GoalRow, ...]


@dataclass(frozen=True)
class GoalsPage:
    """All goals of a couple; T is None until every goal of both is rated."""

    groups: tuple[Group, ...]
    chart: Picture | None
    t_start: str | None
    t_now: str | None
    waits: bool
    is_empty: bool


def page(case: Case, goals: list[GoalCourse]) -> GoalsPage:
    """Put all goals into words and the goals of both into one picture."""
    both = [g for g in goals if g.owner == "both"]
    found = attainment(both)
    return GoalsPage(
        groups=tuple(
            _group(case, owner, [g for g in goals if g.owner == owner])
            for owner in ("both", "a", "b")
            if any(g.owner == owner for g in goals)
        ),
        chart=_chart(both),
        t_start=_t(found.t_start) if found else None,
        t_now=_t(found.t_now) if found else None,
        waits=bool(both) and (found is None or found.t_now is None),
        is_empty=not goals,
    )


def _group(case: Case, owner: str, goals: list[GoalCourse]) -> Group:
    words = owner_words(case)[owner]
    sees = "Both partners and their care team"
    if owner != "both":
        sees = f"{case.partners[owner].first_name} and the care team"
    title = "Goals of both" if owner == "both" else f"Goals of {words}"
    return Group(owner, title, sees, tuple(_goal(case, g) for g in goals))


def _goal(case: Case, goal: GoalCourse) -> GoalRow:
    return GoalRow(
        id=goal.id,
        text=goal.text,
        weight=goal.weight,
        start=_level(goal.first),
        now=_level(goal.last) if goal.last is not goal.first else None,
        levels=tuple(
            (_signed(n), goal.levels[str(n)]) for n in (2, 1, 0, -1, -2) if goal.levels.get(str(n))
        ),
        setback=goal.setback,
        alone=tuple(
            (case.partners[side].first_name, level)
            for side in "ab"
            if (level := _level(_last_of(goal, side))) is not None
        ),
        ended={"finished": "Finished", "set_aside": "Set aside"}.get(goal.ended_as or "", ""),
    )


def _last_of(goal: GoalCourse, side: str) -> Rating | None:
    held = [r for r in goal.alone if r.side == side]
    return held[-1] if held else None


def _level(rating: Rating | None) -> Level | None:
    if rating is None:
        return None
    return Level(_signed(rating.level), LEVEL_WORDS[rating.level], rating.on)


def _signed(level: int) -> str:
    return f"+{level}" if level > 0 else str(level).replace("-", "\N{MINUS SIGN}")


def _t(value: float | None) -> str | None:
    return None if value is None else f"{value:.2f}" if value % 1 else written(value)


def _chart(goals: list[GoalCourse]) -> Picture | None:
    found = attainment(goals)
    if found is None or len(found.dates) < 2:
        return None
    drawn = charts.GoalLines(
        title="Goal attainment over time",
        dates=found.dates,
        goals=tuple(charts.GoalLine(line.text, line.levels) for line in found.lines),
    )
    return picture(drawn, width=820, height=240)
