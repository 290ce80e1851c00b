"""Pure decisions about outcomes: what a person's course is, and what of it may ever be shared."""

from practice.outcomes.rules.courses import (
    Course,
    Reading,
    course_of,
    current_rows,
    deteriorated,
    reading_of,
)
from practice.outcomes.rules.cut_offs import CutOffWords, cut_off_of, direction_words
from practice.outcomes.rules.sharing import (
    ALWAYS_OFFERED,
    GOALS,
    MAIN,
    RESTRICTED,
    SEXUAL,
    NothingToShare,
    check_offered,
    name_of,
    offered,
)

__all__ = [
    "ALWAYS_OFFERED",
    "GOALS",
    "MAIN",
    "RESTRICTED",
    "SEXUAL",
    "Course",
    "CutOffWords",
    "NothingToShare",
    "Reading",
    "check_offered",
    "course_of",
    "current_rows",
    "cut_off_of",
    "deteriorated",
    "direction_words",
    "name_of",
    "offered",
    "reading_of",
]
