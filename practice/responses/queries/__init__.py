"""Reading answers: a partner's own and what was opened to both; the care team's of its own cases."""

from __future__ import annotations

from practice.responses.queries.care import (
    PAGE_SIZE,
    Overview,
    Unread,
    agenda,
    history_of,
    newest_rating,
    next_unread,
    overview,
    review_of,
    submission_of,
    unread,
    unread_count,
)
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
    everything_shown,
    is_corrected,
    may_be_shown,
    own_answers_to,
    own_submission,
    own_submissions,
    released_keys_of,
    shown,
)
from practice.responses.queries.pairs import Pair, pair_of
from practice.responses.queries.rounds import Round, asked_fields, round_of
from practice.responses.queries.today import Card, today

__all__ = [
    "PAGE_SIZE",
    "Agreement",
    "Card",
    "Entry",
    "Overview",
    "Pair",
    "Round",
    "Sent",
    "Shown",
    "Unread",
    "Wording",
    "agenda",
    "agreement_of",
    "asked_fields",
    "entry_in",
    "entry_of",
    "everything_shown",
    "history_of",
    "in_force",
    "is_corrected",
    "may_be_shown",
    "newest_rating",
    "next_unread",
    "overview",
    "own_answers_to",
    "own_signature",
    "own_submission",
    "own_submissions",
    "pair_of",
    "released_keys_of",
    "review_of",
    "round_of",
    "shown",
    "submission_of",
    "today",
    "unread",
    "unread_count",
    "wording",
]
