"""Pure decisions about goals and sessions: levels and T, and when a session is."""

from practice.treatment.rules.goals import (
    LEVEL_WORDS,
    Attainment,
    GoalCourse,
    GoalLine,
    Rating,
    attainment,
    check_level,
    check_owner,
    check_weight,
    lines,
    t_by_date,
)
from practice.treatment.rules.sessions import (
    NoSuchTime,
    SessionRefused,
    check_attendance,
    check_minutes,
    kind_container,
    local_moment,
)

__all__ = [
    "LEVEL_WORDS",
    "Attainment",
    "GoalCourse",
    "GoalLine",
    "NoSuchTime",
    "Rating",
    "SessionRefused",
    "attainment",
    "check_attendance",
    "check_level",
    "check_minutes",
    "check_owner",
    "check_weight",
    "kind_container",
    "lines",
    "local_moment",
    "t_by_date",
]
