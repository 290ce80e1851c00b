"""Reading goals and sessions: the first parameter is the actor or a case the actor has loaded."""

from practice.treatment.queries.goals import GoalInCase, goal_in_case, goals, own_goals
from practice.treatment.queries.sessions import (
    SessionInCase,
    next_session,
    own_sessions,
    practice_zone,
    session_in_case,
    sessions,
)

__all__ = [
    "GoalInCase",
    "SessionInCase",
    "goal_in_case",
    "goals",
    "next_session",
    "own_goals",
    "own_sessions",
    "practice_zone",
    "session_in_case",
    "sessions",
]
