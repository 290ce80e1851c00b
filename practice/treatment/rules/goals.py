"""Goals and their levels over time, and the one T-score of the goals owned by both.

Levels run from -2 to +2 with 0 as expected; formula and source in ``practice.measures.gas``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from practice.measures.errors import AnswerError
from practice.measures.gas import LEVELS, t_score

OWNERS = ("both", "a", "b")
LEVEL_WORDS = {
    2: "Much more than expected",
    1: "More than expected",
    0: "As expected",
    -1: "Less than expected",
    -2: "Much less than expected",
}
WEIGHTS = range(1, 4)
ENDINGS = ("finished", "set_aside")
"""A finished goal stays in the T-score; one set aside leaves it."""


@dataclass(frozen=True)
class Rating:
    """A level on a day. ``side`` names who gave it alone; None: agreed in session."""

    on: date
    level: int
    side: str | None = None


@dataclass(frozen=True)
class GoalCourse:
    """A goal with its ratings, in order of time."""

    id: UUID
    owner: str
    text: str
    weight: int
    levels: dict[str, str]
    setback: str
    ended_as: str | None
    agreed: tuple[Rating, ...]
    alone: tuple[Rating, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the goal has not ended."""
        return self.ended_as is None

    @property
    def first(self) -> Rating | None:
        """The first agreed rating."""
        return self.agreed[0] if self.agreed else None

    @property
    def last(self) -> Rating | None:
        """The latest agreed rating."""
        return self.agreed[-1] if self.agreed else None

    def level_on(self, day: date) -> int | None:
        """Return the level that held on a day: the latest agreed one up to then."""
        upto = [r.level for r in self.agreed if r.on <= day]
        return upto[-1] if upto else None


@dataclass(frozen=True)
class GoalLine:
    """One goal's agreed levels in the order of the dates beside it; None where it was not rated that day."""

    text: str
    weight: int
    levels: tuple[int | None, ...]


@dataclass(frozen=True)
class Attainment:
    """Goal attainment over time: T at the first and at the latest rating of every goal."""

    dates: tuple[date, ...]
    lines: tuple[GoalLine, ...]
    t_start: float | None
    t_now: float | None


def attainment(goals: Sequence[GoalCourse]) -> Attainment | None:
    """Return attainment over goals not set aside; None when none of them is rated yet.

    T is None while any of them has no rating: an unrated goal is not read as expected.
    """
    counting = [g for g in goals if g.ended_as != "set_aside"]
    if not any(g.agreed for g in counting):
        return None
    weights = [g.weight for g in counting]
    dates, drawn = lines(counting)
    return Attainment(
        dates=dates,
        lines=drawn,
        t_start=_rounded(t_score(weights, [g.first.level if g.first else None for g in counting])),
        t_now=_rounded(t_score(weights, [g.last.level if g.last else None for g in counting])),
    )


def lines(goals: Sequence[GoalCourse]) -> tuple[tuple[date, ...], tuple[GoalLine, ...]]:
    """Return the dates of all agreed ratings, and each goal's levels on them."""
    dates = tuple(sorted({r.on for g in goals for r in g.agreed}))
    return dates, tuple(_line(goal, dates) for goal in goals)


def t_by_date(goals: Sequence[GoalCourse]) -> list[tuple[date, float | None]]:
    """Return T on each day something was rated, each goal at the level that held then."""
    counting = [g for g in goals if g.ended_as != "set_aside"]
    dates = sorted({r.on for g in counting for r in g.agreed})
    weights = [g.weight for g in counting]
    return [(d, _rounded(t_score(weights, [g.level_on(d) for g in counting]))) for d in dates]


def check_owner(owner: str) -> str:
    """Return the owner; raise :class:`AnswerError` for anything but both, a or b."""
    if owner not in OWNERS:
        raise AnswerError("A goal belongs to both, or to one of the two.")
    return owner


def check_level(level: Any) -> int:
    """Return a level; raise :class:`AnswerError` outside -2 to +2."""
    if isinstance(level, bool) or not isinstance(level, int) or level not in LEVELS:
        raise AnswerError("A level is a whole number from -2 to +2.")
    return level


def check_weight(weight: Any) -> int:
    """Return a weight; raise :class:`AnswerError` outside 1 to 3."""
    if isinstance(weight, bool) or not isinstance(weight, int) or weight not in WEIGHTS:
        raise AnswerError("A goal's weight is 1, 2 or 3.")
    return weight


def _line(goal: GoalCourse, dates: Sequence[date]) -> GoalLine:
    held = {r.on: r.level for r in goal.agreed}
    return GoalLine(goal.text, goal.weight, tuple(held.get(day) for day in dates))


def _rounded(t: float | None) -> float | None:
    return None if t is None else round(t, 2)
