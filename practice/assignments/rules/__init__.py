"""Pure decisions about homework: when it comes round, who may be given it, and whether it is open.

Days are calendar days in the person's own zone (the caller asks the clock for "today" there), so a change to summer time or a
journey moves nothing. A round is named by a key that stays the same whatever is asked later: ``once``, the day it opened
(``2026-03-02``; ``2026-03-02.2`` for the second time in that week), the id of the session it belongs to, or its number (``3``)
where entries come as they come or begin when something before them was sent.
"""

from practice.assignments.rules.hints import Hint, sequence_hints
from practice.assignments.rules.missing import DECLINED, REASONS, missed, to_ask_about
from practice.assignments.rules.rhythm import (
    BY_SESSION,
    DAYS_BEFORE,
    ONCE,
    Meeting,
    Occurrence,
    Pause,
    Rhythm,
)
from practice.assignments.rules.rounds import (
    current,
    may_be_written,
    next_round,
    occurrences,
)
from practice.assignments.rules.shelf import Wanted
from practice.assignments.rules.standing import State, count_due, state
from practice.assignments.rules.together import (
    EACH,
    SetItem,
    StarterPlan,
    can_be_given_to_many,
    read_items,
    shipped_sets,
    stored_items,
)
from practice.assignments.rules.who import (
    MOST_DAYS,
    MOST_ROUNDS,
    CannotAssign,
    check_dates,
    check_limits,
    check_pause,
    check_who,
)

__all__ = [
    "BY_SESSION",
    "DAYS_BEFORE",
    "DECLINED",
    "EACH",
    "MOST_DAYS",
    "MOST_ROUNDS",
    "ONCE",
    "REASONS",
    "CannotAssign",
    "Hint",
    "Meeting",
    "Occurrence",
    "Pause",
    "Rhythm",
    "SetItem",
    "StarterPlan",
    "State",
    "Wanted",
    "can_be_given_to_many",
    "check_dates",
    "check_limits",
    "check_pause",
    "check_who",
    "count_due",
    "current",
    "may_be_written",
    "missed",
    "next_round",
    "occurrences",
    "read_items",
    "sequence_hints",
    "shipped_sets",
    "state",
    "stored_items",
    "to_ask_about",
]
