"""Acts on goals: adding, rating, editing, ending."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.audit import services as audit
from practice.caseload.queries import Case
from practice.extensions import db
from practice.lib import clock
from practice.treatment import rules
from practice.treatment.models import Goal, GoalRating

Levels = Mapping[int | str, str] | None


def add_goal(
    case: Case,
    owner: str = "both",
    text: str = "",
    weight: int = 1,
    levels: Levels = None,
    setback: str = "",
    *,
    by: Actor,
) -> Goal:
    """Add a goal of ``owner`` (both, a or b) with a weight of 1 to 3.

    ``levels`` says in words what -2 to +2 look like, as far as that was agreed; ``setback`` what an expected setback looks like.
    Raises AnswerError for another owner or weight.
    """
    kind = "couple" if rules.check_owner(owner) == "both" else f"partner_{owner}"
    goal = Goal(
        container_id=case.container(kind),
        content=_content(text, weight, levels, setback),
        made_by=by.user_id,
    )
    db.session.add(goal)
    audit.record("goal added", by=by, couple=case.id, subject=goal.id)
    return goal


def edit_goal(
    case: Case,
    goal: Goal,
    *,
    text: str,
    weight: int,
    levels: Levels = None,
    setback: str = "",
    by: Actor,
) -> None:
    """Word a goal anew, or weigh it otherwise; its owner and its ratings stay. Raises AnswerError."""
    ended = {k: v for k, v in goal.content.items() if k == "ended_as"}
    goal.content = {**_content(text, weight, levels, setback), **ended}
    audit.record("goal edited", by=by, couple=case.id, subject=goal.id)


def end_goal(case: Case, goal: Goal, *, set_aside: bool = False, by: Actor) -> None:
    """End a goal. Finished, it stays in the T-score; set aside, it leaves it. A second end changes nothing."""
    if goal.ended_at is not None:
        return
    goal.content = {**goal.content, "ended_as": "set_aside" if set_aside else "finished"}
    goal.ended_at, goal.ended_by = clock.now(), by.user_id
    audit.record("goal ended", by=by, couple=case.id, subject=goal.id)


def reopen_goal(case: Case, goal: Goal, *, by: Actor) -> None:
    """Take the end of a goal back."""
    goal.content = {k: v for k, v in goal.content.items() if k != "ended_as"}
    goal.ended_at = goal.ended_by = None
    audit.record("goal reopened", by=by, couple=case.id, subject=goal.id)


def rate_goal(case: Case, goal: Goal, level: int, rated_on: date, *, by: Actor) -> GoalRating:
    """Note a level agreed in session, beside the goal; a second one for the same day replaces it. Raises AnswerError."""
    return _rate(case, goal, goal.container_id, level, rated_on, alone=False, by=by)


def rate_goal_alone(case: Case, goal: Goal, level: int, rated_on: date, *, by: Actor) -> GoalRating:
    """Note the acting partner's own rating, in that partner's container, for the care team and nobody else.

    Raises:
        NotFound: the goal is neither of both nor of this partner.
        AnswerError: a level outside -2 to +2.
    """
    if goal.container_id not in (case.container("couple"), case.own_container):
        raise NotFound(goal.id)
    return _rate(case, goal, case.own_container, level, rated_on, alone=True, by=by)


def _rate(
    case: Case,
    goal: Goal,
    container: UUID,
    level: int,
    rated_on: date,
    *,
    alone: bool,
    by: Actor,
) -> GoalRating:
    rating = GoalRating(
        container_id=container,
        goal_id=goal.id,
        rated_on=rated_on,
        level={"level": rules.check_level(level), "alone": alone},
        made_by=by.user_id,
    )
    db.session.add(rating)
    audit.record("goal rated", by=by, couple=case.id, subject=rating.id)
    return rating


def _content(text: str, weight: int, levels: Levels, setback: str) -> dict[str, Any]:
    return {
        "text": text,
        "weight": rules.check_weight(weight),
        "levels": {str(k): v for k, v in (levels or {}).items() if v},
        "setback": setback,
    }
