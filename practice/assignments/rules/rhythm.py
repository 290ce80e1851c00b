"""When an assignment comes round, as plain data: its rhythm, its pauses, the sessions it goes by, and one round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from practice.catalogue.definition import ScheduleKind

ONCE = "once"
WEEK = 7
# How many days before a session a round opens when nothing else was chosen.
DAYS_BEFORE = 3
BY_SESSION = frozenset({ScheduleKind.BEFORE_SESSION, ScheduleKind.AFTER_SESSION})
_SINGLE = frozenset({ScheduleKind.ONCE, ScheduleKind.CLINICIAN_OPENS})
_PERIODS = {
    ScheduleKind.DAILY: 1,
    ScheduleKind.EVERY_N_DAYS: 1,
    ScheduleKind.EVERY_N_WEEKS: WEEK,
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A therapy session as homework goes by it: its key, its day where the person is, and whether it has begun."""

    key: str
    on: date
    has_begun: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which nothing is asked: from ``first`` until the day on which it goes on again, if that is known."""

    first: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Return whether nothing is asked on a day."""
        return self.first <= day and (self.until is None or day < self.until)

    def touches(self, first: date, last: date | None) -> bool:
        """Return whether any day from ``first`` to ``last`` (None: without end) lies in the pause."""
        begins_in_time = last is None or self.first <= last
        return begins_in_time and (self.until is None or first < self.until) and not self.is_empty

    @property
    def is_empty(self) -> bool:
        """Whether it went on again on the very day on which it paused."""
        return self.until is not None and self.until <= self.first


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When an assignment comes round.

    ``n`` counts days, weeks or times where the kind needs it, and before a session how many days before it a round opens.
    ``due_on`` is the last day of the first round (later rounds get as many days); ``ends_on`` is the last day on which a round
    may open; ``window`` is how many days a round stays open (None: until the next); ``most`` is how many rounds there are.
    ``is_waiting`` means that something of the same person has to be sent first; ``is_following`` that this was so.
    """

    kind: ScheduleKind
    starts_on: date
    n: int | None = None
    due_on: date | None = None
    ends_on: date | None = None
    window: int | None = None
    most: int | None = None
    pauses: Sequence[Pause] = ()
    meetings: Sequence[Meeting] = ()
    is_following: bool = False
    is_waiting: bool = False

    @property
    def period(self) -> int | None:
        """Return the days from one round to the next, or None where there is no fixed distance."""
        if self.kind is ScheduleKind.TIMES_PER_WEEK:
            return WEEK
        days = _PERIODS.get(self.kind)
        return None if days is None else days * (self.n or 1)

    @property
    def times(self) -> int:
        """Return how many entries one period asks for."""
        return (self.n or 1) if self.kind is ScheduleKind.TIMES_PER_WEEK else 1

    @property
    def is_single(self) -> bool:
        """Whether there is one round and no other."""
        return self.kind in _SINGLE

    @property
    def is_numbered(self) -> bool:
        """Whether entries come as they come and are only counted."""
        return self.kind is ScheduleKind.AS_NEEDED

    @property
    def goes_by_sessions(self) -> bool:
        """Whether therapy sessions open its rounds."""
        return self.kind in BY_SESSION

    def has_started(self, day: date) -> bool:
        """Return whether its first day has come."""
        return not self.is_waiting and self.starts_on <= day

    def is_paused(self, day: date) -> bool:
        """Return whether nothing is asked on a day."""
        return any(pause.covers(day) for pause in self.pauses)

    def room(self) -> int | None:
        """Return how many days after its opening a round is hoped for, if that was said."""
        return None if self.due_on is None else max(0, (self.due_on - self.starts_on).days)

    def last_day(self, opens_on: date, longest: int | None) -> date | None:
        """Return the last day of a round that would stay open for ``longest`` days without a window of its own."""
        spans = [days for days in (longest, self.window) if days is not None]
        return opens_on + timedelta(days=min(spans) - 1) if spans else None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One round: its key, the day it opens, the day by which it is hoped for, and the last day on which it is open.

    ``is_shut`` says that it closed within its last day: the session before which it was asked has begun.
    """

    key: str
    opens_on: date
    due_on: date | None
    closes_on: date | None = None
    is_shut: bool = False

    def is_over(self, today: date) -> bool:
        """Return whether it is open no longer."""
        return self.is_shut or (self.closes_on is not None and self.closes_on < today)
