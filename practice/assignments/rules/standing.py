"""How a piece of homework stands for the person it was given to, and how often it has come round."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from practice.assignments.rules.rhythm import Occurrence, Rhythm
from practice.assignments.rules.rounds import current, next_round, occurrences


class State(StrEnum):
    """How a piece of homework stands for the person it was given to."""

    COMING = "coming"
    DUE = "due"
    DONE = "done"
    LOCKED = "locked"
    OVER = "over"


def state(rhythm: Rhythm, today: date, sent: Collection[str]) -> State:
    """Return how the homework stands, leaving aside whether its gate is open."""
    if not rhythm.has_started(today):
        return State.COMING
    now = current(rhythm, today, sent)
    if now is not None:
        return State.DONE if now.key in sent else State.DUE
    if not _goes_on(rhythm, today):
        return State.OVER
    opened = list(occurrences(rhythm, today))
    return State.DONE if opened and opened[-1].key in sent else State.COMING


def count_due(rhythm: Rhythm, today: date, sent: Collection[str]) -> int:
    """Return how many rounds have opened so far; what a pause cut short counts only if it was sent.

    Entries that are only counted are given as often as they were sent.
    """
    if rhythm.is_numbered:
        return len(set(sent))
    asked = {o.key for o in occurrences(rhythm, today) if not is_excused(rhythm, o)}
    return len(asked | set(sent))


def is_excused(rhythm: Rhythm, one: Occurrence) -> bool:
    """Return whether a pause fell into the days of a round: it is then no round that was missed."""
    if rhythm.is_single:
        # Its end moved with the pause.
        return False
    return any(pause.touches(one.opens_on, one.closes_on) for pause in rhythm.pauses)


def _goes_on(rhythm: Rhythm, today: date) -> bool:
    """Whether something of it may still come: after a pause, with the next round, or with a session not yet planned."""
    if next_round(rhythm, today) is not None:
        return True
    if not (rhythm.goes_by_sessions or rhythm.is_paused(today)):
        return False
    if rhythm.ends_on is not None and rhythm.ends_on <= today:
        return False
    return rhythm.most is None or len(list(occurrences(rhythm, today))) < rhythm.most
