"""Acts on goals and sessions. One verb each; the actor is ``by``; nothing here commits."""

from practice.treatment.services.goals import (
    add_goal,
    edit_goal,
    end_goal,
    rate_goal,
    rate_goal_alone,
    reopen_goal,
)
from practice.treatment.services.sessions import (
    add_session,
    cancel_session,
    move_session,
    note_attendance,
)

__all__ = [
    "add_goal",
    "add_session",
    "cancel_session",
    "edit_goal",
    "end_goal",
    "move_session",
    "note_attendance",
    "rate_goal",
    "rate_goal_alone",
    "reopen_goal",
]
