"""Pure decisions about homework: when it comes round, who may be given it, and whether it is open.

Days are calendar days in the person's own zone (the caller asks the clock for "today" there), so a change to summer time moves
nothing. An occurrence is named by a key that stays the same whatever is asked later: ``once``, the day it opened
(``2026-03-02``), or its number (``3``) where entries come as they come.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from practice.catalogue.definition import ExerciseDefinition, ScheduleKind, Who

ONCE = "once"
# A draft of the round before may still be finished for this many days, so that midnight takes nothing away.
GRACE_DAYS_SHORT, GRACE_DAYS_LONG = 1, 7
SHORT_PERIOD_DAYS = 7
_SINGLE = frozenset({ScheduleKind.ONCE, ScheduleKind.CLINICIAN_OPENS})
_REGULAR = frozenset({ScheduleKind.DAILY, ScheduleKind.EVERY_N_DAYS, ScheduleKind.EVERY_N_WEEKS})


class CannotAssign(ValueError):
    """The exercise cannot be given like this; the message is for the clinician."""


class State(StrEnum):
    """How a piece of homework stands for the person it was given to."""

    COMING = "coming"
    DUE = "due"
    DONE = "done"
    LOCKED = "locked"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When an assignment comes round. ``n`` counts days, weeks or times where the kind needs it.

    ``due_on`` is the last day of the first round (later rounds get as many days); ``ends_on`` is the last day on which a
    round may open.
    """

    kind: ScheduleKind
    starts_on: date
    n: int | None = None
    due_on: date | None = None
    ends_on: date | None = None

    @property
    def period(self) -> int | None:
        """Return the days from one round to the next, or None where there is no fixed distance."""
        if self.kind not in _REGULAR:
            return None
        return (self.n or 1) * (7 if self.kind is ScheduleKind.EVERY_N_WEEKS else 1)

    @property
    def is_numbered(self) -> bool:
        """Whether entries come as they come and are only counted."""
        return self.kind not in _REGULAR and self.kind not in _SINGLE


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One round: its key, the day it opens, and the day by which it is hoped for."""

    key: str
    opens_on: date
    due_on: date | None


def occurrences(rhythm: Rhythm, until: date) -> Iterator[Occurrence]:
    """Yield the rounds that have opened by ``until``, in order; none for entries that are only counted."""
    if rhythm.is_numbered or until < rhythm.starts_on:
        return
    period = rhythm.period
    if period is None:
        yield Occurrence(ONCE, rhythm.starts_on, rhythm.due_on)
        return
    last = min(until, rhythm.ends_on or until)
    for number in range((last - rhythm.starts_on).days // period + 1):
        yield _round(rhythm, period, number)


def current(rhythm: Rhythm, today: date, sent: Collection[str] = ()) -> Occurrence | None:
    """Return the round that is open ``today``, sent or not; None before the first and after the last.

    ``sent`` holds the keys already sent: entries that are only counted go on from there.
    """
    if today < rhythm.starts_on:
        return None
    period = rhythm.period
    if rhythm.is_numbered:
        if rhythm.ends_on and today > rhythm.ends_on:
            return None
        return Occurrence(str(len(set(sent)) + 1), rhythm.starts_on, rhythm.due_on)
    if period is None:
        return Occurrence(ONCE, rhythm.starts_on, rhythm.due_on)
    found = _round(rhythm, period, (today - rhythm.starts_on).days // period)
    return None if rhythm.ends_on and found.opens_on > rhythm.ends_on else found


def may_be_written(
    rhythm: Rhythm, today: date, sent: Collection[str], drafts: Collection[str]
) -> list[Occurrence]:
    """Return the rounds a person may write in now, the one to offer first.

    An unsent draft of the round just over comes first while its grace lasts: what was begun before midnight is finished after it.
    """
    now = current(rhythm, today, sent)
    before = _just_over(rhythm, today)
    if before is None or before.key in sent:
        return [now] if now else []
    found = [o for o in (now, before) if o]
    return sorted(found, key=lambda o: o is not before) if before.key in drafts else found


def state(rhythm: Rhythm, today: date, sent: Collection[str]) -> State:
    """Return how the homework stands, leaving aside whether its gate is open."""
    if today < rhythm.starts_on:
        return State.COMING
    now = current(rhythm, today, sent)
    if now is None:
        return State.OVER
    return State.DONE if now.key in sent else State.DUE


def count_due(rhythm: Rhythm, today: date, sent: Collection[str]) -> int:
    """Return how many rounds have opened so far; entries that are only counted are given as often as they were sent."""
    if rhythm.is_numbered:
        return len(set(sent))
    return sum(1 for _ in occurrences(rhythm, today))


def check_who(definition: ExerciseDefinition, sides: Collection[str]) -> None:
    """Raise :class:`CannotAssign` unless the exercise can be given to these partners."""
    chosen = set(sides)
    if not chosen or not chosen <= {"a", "b"}:
        raise CannotAssign("Choose for whom this is.")
    if definition.who is Who.JOINT and chosen != {"a", "b"}:
        raise CannotAssign("Both write on this form, so it is given to both.")
    if definition.who is Who.ONE_PARTNER and len(chosen) != 1:
        raise CannotAssign("One partner writes this. Choose one.")


def check_dates(starts_on: date, due_on: date | None, ends_on: date | None) -> None:
    """Raise :class:`CannotAssign` unless the dates follow one another."""
    if due_on is not None and due_on < starts_on:
        raise CannotAssign("The due date is before the start. Choose a later one.")
    if ends_on is not None and ends_on < starts_on:
        raise CannotAssign("The last day is before the start. Choose a later one.")


def _round(rhythm: Rhythm, period: int, number: int) -> Occurrence:
    opens = rhythm.starts_on + timedelta(days=period * number)
    room = period - 1
    if rhythm.due_on is not None:
        room = min(room, (rhythm.due_on - rhythm.starts_on).days)
    return Occurrence(opens.isoformat(), opens, opens + timedelta(days=room))


def _just_over(rhythm: Rhythm, today: date) -> Occurrence | None:
    period = rhythm.period
    if period is None:
        return None
    number = (today - rhythm.starts_on).days // period - 1
    if number < 0:
        return None
    found = _round(rhythm, period, number)
    grace = GRACE_DAYS_SHORT if period < SHORT_PERIOD_DAYS else GRACE_DAYS_LONG
    over_since = (today - found.opens_on).days - period
    ended = rhythm.ends_on is not None and found.opens_on > rhythm.ends_on
    return found if over_since < grace and not ended else None
