"""Reading what was given: a partner finds only what is in the own or the couple's container and was not taken back."""

from practice.assignments.queries.given import (
    Given,
    assignment_of,
    given_in,
    given_to,
    own_assignment,
    side_of,
)
from practice.assignments.queries.missed import Missed, asked_about, missed_of
from practice.assignments.queries.rhythms import (
    meetings_for,
    meetings_of,
    rhythm_of,
    zones_of,
)
from practice.assignments.queries.sets import (
    GivenSet,
    given_before,
    rows_of_set,
    set_of,
    sets_of,
    still_running,
)

__all__ = [
    "Given",
    "GivenSet",
    "Missed",
    "asked_about",
    "assignment_of",
    "given_before",
    "given_in",
    "given_to",
    "meetings_for",
    "meetings_of",
    "missed_of",
    "own_assignment",
    "rhythm_of",
    "rows_of_set",
    "set_of",
    "sets_of",
    "side_of",
    "still_running",
    "zones_of",
]
