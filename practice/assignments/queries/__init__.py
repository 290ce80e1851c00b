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
from practice.assignments.queries.together import (
    OwnSet,
    couples_at_work,
    own_set,
    starter_set,
    starter_sets,
)

__all__ = [
    "Given",
    "GivenSet",
    "Missed",
    "OwnSet",
    "asked_about",
    "assignment_of",
    "couples_at_work",
    "given_before",
    "given_in",
    "given_to",
    "meetings_for",
    "meetings_of",
    "missed_of",
    "own_assignment",
    "own_set",
    "rhythm_of",
    "rows_of_set",
    "set_of",
    "sets_of",
    "side_of",
    "starter_set",
    "starter_sets",
    "still_running",
    "zones_of",
]
