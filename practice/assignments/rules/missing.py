"""Which rounds passed without anything being sent. Nobody is counted against for them; they are asked about once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from practice.assignments.rules.rhythm import Occurrence, Rhythm
from practice.assignments.rules.rounds import occurrences
from practice.assignments.rules.standing import is_excused

# What lies further back is left alone.
ASKED_WITHIN = timedelta(days=14)
# What can get in the way, in words that blame nobody. The values are stored; the words may be told better one day.
REASONS = {
    "time": "There was no time",
    "forgot": "It slipped my mind",
    "unclear": "I was not sure what to do",
    "heavy": "It felt like too much just then",
    "place": "I had no quiet place for it",
    "fit": "It did not fit what was going on",
    "other": "Something else",
    "declined": "I'd rather not say",
}
DECLINED = "declined"


def missed(rhythm: Rhythm, today: date, sent: Collection[str]) -> list[Occurrence]:
    """Return the rounds that are over and were not sent, oldest first; what was asked once is missed when its day is past.

    Rounds that a pause cut short are none of them, nor entries that come as they come.
    """
    return [
        one
        for one in occurrences(rhythm, today)
        if one.key not in sent and _is_past(rhythm, one, today) and not is_excused(rhythm, one)
    ]


def to_ask_about(rhythm: Rhythm, today: date, written: Collection[str]) -> Occurrence | None:
    """Return the newest round that passed lately with nothing sent or begun, to ask once what got in the way."""
    found = missed(rhythm, today, written)
    if not found:
        return None
    newest = found[-1]
    last = newest.due_on if rhythm.is_single else newest.closes_on
    return newest if last is not None and today - last <= ASKED_WITHIN else None


def _is_past(rhythm: Rhythm, one: Occurrence, today: date) -> bool:
    if one.is_over(today):
        return True
    return rhythm.is_single and one.due_on is not None and one.due_on < today
