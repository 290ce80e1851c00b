"""Goals with their ratings, in two queries whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.extensions import db
from practice.treatment.models import Goal, GoalRating
from practice.treatment.rules import GoalCourse, Rating


@dataclass(frozen=True)
class GoalInCase:
    """One goal of one couple."""

    case: Case
    goal: Goal

    @property
    def id(self) -> UUID:
        """Return the goal's id."""
        return self.goal.id

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing


def goal_in_case(actor: Actor, couple_id: UUID, goal_id: UUID) -> GoalInCase:
    """Load one goal of one couple; raise :class:`NotFound`."""
    case = caseload.case(actor, couple_id)
    goal = db.session.scalar(
        select(Goal).where(Goal.id == goal_id, Goal.container_id.in_(_containers(case)))
    )
    if goal is None:
        raise NotFound(goal_id)
    return GoalInCase(case, goal)


def goals(case: Case) -> list[GoalCourse]:
    """Return all goals of a couple with their ratings, in the order they were made (care team only)."""
    return _goals(_containers(case))


def own_goals(case: Case) -> list[GoalCourse]:
    """Return the goals owned by both and the acting partner's own, with ratings that partner may read."""
    return _goals({case.container("couple"): None, case.own_container: case.side})


def _containers(case: Case) -> dict[UUID, str | None]:
    return {
        case.container("couple"): None,
        case.container("partner_a"): "a",
        case.container("partner_b"): "b",
    }


def _goals(containers: dict[UUID, str | None]) -> list[GoalCourse]:
    rows = db.session.scalars(
        select(Goal).where(Goal.container_id.in_(containers)).order_by(Goal.made_at, Goal.id)
    ).all()
    ratings: dict[UUID, list[GoalRating]] = {row.id: [] for row in rows}
    for rating in db.session.scalars(
        select(GoalRating)
        .where(GoalRating.container_id.in_(containers))
        .order_by(GoalRating.rated_on, GoalRating.rated_at, GoalRating.id)
    ):
        if rating.goal_id in ratings:
            ratings[rating.goal_id].append(rating)
    return [_course(row, ratings[row.id], containers) for row in rows]


def _course(
    goal: Goal, ratings: Sequence[GoalRating], containers: dict[UUID, str | None]
) -> GoalCourse:
    held = goal.content
    agreed = [r for r in ratings if not r.level["alone"]]
    alone = [r for r in ratings if r.level["alone"]]
    return GoalCourse(
        id=goal.id,
        owner=containers[goal.container_id] or "both",
        text=held["text"],
        weight=held["weight"],
        levels=held.get("levels") or {},
        setback=held.get("setback") or "",
        ended_as=held.get("ended_as") if goal.ended_at else None,
        agreed=_latest_a_day(agreed, containers, alone=False),
        alone=_latest_a_day(alone, containers, alone=True),
    )


def _latest_a_day(
    rows: Iterable[GoalRating], containers: dict[UUID, str | None], *, alone: bool
) -> tuple[Rating, ...]:
    """A second rating of the same day by the same hand replaces the first."""
    held: dict[tuple[object, ...], Rating] = {}
    for row in rows:
        side = containers[row.container_id] if alone else None
        held[(row.rated_on, side)] = Rating(row.rated_on, row.level["level"], side)
    return tuple(held.values())
