"""Pure decisions about answers: who may write now, what was worked out, and when something may be shown."""

from __future__ import annotations

from practice.responses.rules.drafts import (
    HOLD,
    Conflict,
    HeldElsewhere,
    LastWriter,
    NotReady,
    Stale,
    Verdict,
    Writer,
    is_held_elsewhere,
    next_writer,
    verdict,
    wording_of,
)
from practice.responses.rules.figures import (
    as_figures,
    as_json,
    entries,
    snapshot,
    told_to_author,
)
from practice.responses.rules.merging import can_be_merged, merged
from practice.responses.rules.paper import PAPER, day_on_paper, origin_of_paper
from practice.responses.rules.picking import (
    Match,
    can_be_kept_back,
    keys_kept_back,
    matches,
    picked,
    picking_of,
    released_picks,
    room_for_picks,
    too_many,
)
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
from practice.responses.rules.sexual_lines import gated_keys, within_gates

__all__ = [
    "HOLD",
    "PAPER",
    "WAIT",
    "CannotRelease",
    "Conflict",
    "Facts",
    "HeldElsewhere",
    "LastWriter",
    "Match",
    "NotReady",
    "Stale",
    "Verdict",
    "Writer",
    "as_figures",
    "as_json",
    "can_be_kept_back",
    "can_be_merged",
    "day_on_paper",
    "entries",
    "gated_keys",
    "is_held_elsewhere",
    "keys_kept_back",
    "matches",
    "merged",
    "next_writer",
    "open_gates",
    "origin_of_paper",
    "picked",
    "picking_of",
    "reasons_against",
    "released_answers",
    "released_picks",
    "room_for_picks",
    "shared_figures",
    "snapshot",
    "told_to_author",
    "told_to_guesser",
    "too_many",
    "verdict",
    "within_gates",
    "wording_of",
]
