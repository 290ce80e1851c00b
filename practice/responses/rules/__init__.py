"""Pure decisions about answers: who may write now, what was worked out, and when something may be shown."""

from __future__ import annotations

from practice.responses.rules.drafts import (
    HOLD,
    Conflict,
    HeldElsewhere,
    NotReady,
    Stale,
    is_held_elsewhere,
    wording_of,
)
from practice.responses.rules.figures import as_figures, as_json, entries, snapshot
from practice.responses.rules.releasing import (
    WAIT,
    CannotRelease,
    Facts,
    open_gates,
    reasons_against,
    released_answers,
    shared_figures,
    told_to_guesser,
)

__all__ = [
    "HOLD",
    "WAIT",
    "CannotRelease",
    "Conflict",
    "Facts",
    "HeldElsewhere",
    "NotReady",
    "Stale",
    "as_figures",
    "as_json",
    "entries",
    "is_held_elsewhere",
    "open_gates",
    "reasons_against",
    "released_answers",
    "shared_figures",
    "snapshot",
    "told_to_guesser",
    "wording_of",
]
