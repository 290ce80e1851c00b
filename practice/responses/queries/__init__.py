"""Reading answers: a partner's own and what was opened to both; the care team's of its own cases."""

from __future__ import annotations

from practice.responses.queries.care import (
    Overview,
    agenda,
    history_of,
    newest_rating,
    overview,
    review_of,
    submission_of,
)
from practice.responses.queries.counted import set_aside_ids, set_aside_of, that_count
from practice.responses.queries.entering import Entry, entry_in, entry_of
from practice.responses.queries.joint import (
    Agreement,
    Wording,
    agreement_of,
    in_force,
    own_signature,
    wording,
)
from practice.responses.queries.own import (
    Sent,
    Shown,
    can_be_taken_back,
    closed_again,
    everything_shown,
    is_corrected,
    may_be_shown,
    own_answers_to,
    own_submission,
    own_submissions,
    released_keys_of,
    shown,
)
from practice.responses.queries.pairs import Pair, pair_of, releases_of
from practice.responses.queries.passed import Passed, own_passed
from practice.responses.queries.queue import (
    Queue,
    Unread,
    Within,
    may_be_read_at_once,
    modules,
    neighbours,
    next_unread,
    unread_queue,
)
from practice.responses.queries.ratings import newest_sent, own_rating_of
from practice.responses.queries.rounds import Round, asked_fields, round_of
from practice.responses.queries.today import Card, today

__all__ = [
    "Agreement",
    "Card",
    "Entry",
    "Overview",
    "Pair",
    "Passed",
    "Queue",
    "Round",
    "Sent",
    "Shown",
    "Unread",
    "Within",
    "Wording",
    "agenda",
    "agreement_of",
    "asked_fields",
    "can_be_taken_back",
    "closed_again",
    "entry_in",
    "entry_of",
    "everything_shown",
    "history_of",
    "in_force",
    "is_corrected",
    "may_be_read_at_once",
    "may_be_shown",
    "modules",
    "neighbours",
    "newest_rating",
    "newest_sent",
    "next_unread",
    "overview",
    "own_answers_to",
    "own_passed",
    "own_rating_of",
    "own_signature",
    "own_submission",
    "own_submissions",
    "pair_of",
    "released_keys_of",
    "releases_of",
    "review_of",
    "round_of",
    "set_aside_ids",
    "set_aside_of",
    "shown",
    "submission_of",
    "that_count",
    "today",
    "unread_queue",
    "wording",
]
