"""Which rounds there are, which one is open, and which may still be written in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from practice.assignments.rules.rhythm import DAYS_BEFORE, ONCE, WEEK, Occurrence, Rhythm
from practice.catalogue.definition import ScheduleKind

# A draft of the round before may still be finished for this many days, so that midnight takes nothing away.
GRACE_DAYS_SHORT, GRACE_DAYS_LONG = 1, 7


def occurrences(rhythm: Rhythm, until: date) -> Iterator[Occurrence]:
    """Yield the rounds that have opened by ``until``, in order; none for entries that are only counted.

    Rounds that would open in a pause are not asked, and do not count towards the most there may be.
    """
    if not rhythm.is_numbered and rhythm.has_started(until):
        yield from islice(_opened(rhythm, until), rhythm.most)


def current(rhythm: Rhythm, today: date, sent: Collection[str] = ()) -> Occurrence | None:
    """Return the round that is open ``today``, sent or not; None before the first, between two, in a pause and after the last.

    ``sent`` holds the keys already sent: of several open ones the first that is not sent yet is meant.
    """
    if not rhythm.has_started(today) or rhythm.is_paused(today):
        return None
    if rhythm.is_numbered:
        return _next_entry(rhythm, today, sent)
    found = [one for one in _newest(rhythm, today) if not one.is_over(today)]
    return next((one for one in found if one.key not in sent), found[-1] if found else None)


def next_round(rhythm: Rhythm, today: date) -> Occurrence | None:
    """Return the round that opens next after ``today``, as far as that is known now."""
    if rhythm.is_waiting or rhythm.is_numbered:
        return None
    if rhythm.goes_by_sessions:
        horizon = max((m.on for m in rhythm.meetings), default=today)
    else:
        resumed = [p.until for p in rhythm.pauses if p.until is not None]
        horizon = max([today, rhythm.starts_on, *resumed]) + timedelta(days=rhythm.period or 0)
    return next((one for one in occurrences(rhythm, horizon) if one.opens_on > today), None)


def may_be_written(
    rhythm: Rhythm, today: date, sent: Collection[str], drafts: Collection[str]
) -> list[Occurrence]:
    """Return the rounds a person may write in now, the one to offer first.

    An unsent draft of the round just over comes first while its grace lasts: what was begun before midnight is finished after it.
    """
    now = current(rhythm, today, sent)
    if now is not None and rhythm.is_numbered:
        # What was begun is finished first, although an earlier number has become free since.
        begun = sorted(set(drafts) - {*sent, now.key})
        return [*(replace(now, key=key) for key in begun), now]
    before = _just_over(rhythm, today, sent, drafts)
    if before is None:
        return [now] if now else []
    if before.key in drafts:
        return [before, now] if now else [before]
    # Begun late it may be only while rounds go on: what was stopped is not offered once more.
    return [now, before] if now else []


def _opened(rhythm: Rhythm, until: date) -> Iterator[Occurrence]:
    if rhythm.is_single:
        yield from _single(rhythm, until)
    elif rhythm.goes_by_sessions:
        yield from _by_session(rhythm, until)
    else:
        for place, number in enumerate(_numbers(rhythm, until)):
            yield from _regular(rhythm, place, number)


def _newest(rhythm: Rhythm, today: date) -> Sequence[Occurrence]:
    """The rounds that opened last, reckoned without making all those before them."""
    if rhythm.is_single or rhythm.goes_by_sessions:
        return list(occurrences(rhythm, today))
    numbers = _numbers(rhythm, today)
    if not numbers:
        return []
    place = len(numbers) - 1
    found = list(_regular(rhythm, place, numbers[place]))
    return found if rhythm.most is None else found[: rhythm.most - place * rhythm.times]


def _numbers(rhythm: Rhythm, until: date) -> Sequence[int]:
    """The places, counted from the start, of the regular rounds that are asked and have opened."""
    period = rhythm.period or 1
    last = min(until, rhythm.ends_on or until)
    found: Sequence[int] = range(max(0, (last - rhythm.starts_on).days // period + 1))
    if rhythm.pauses:
        found = [k for k in found if not rhythm.is_paused(_opening(rhythm, k))]
    return found if rhythm.most is None else found[: -(-rhythm.most // rhythm.times)]


def _opening(rhythm: Rhythm, number: int) -> date:
    return rhythm.starts_on + timedelta(days=(rhythm.period or 1) * number)


def _regular(rhythm: Rhythm, place: int, number: int) -> Iterator[Occurrence]:
    """One regular round, or as many as a week asks for."""
    opens = _opening(rhythm, number)
    closes = rhythm.last_day(opens, rhythm.period)
    due = _due(rhythm, opens, closes)
    first = place * rhythm.times
    for time in range(rhythm.times):
        if rhythm.is_following:
            # It began when something else was sent, which is another day in another zone: days are no names here.
            key = str(first + time + 1)
        else:
            key = opens.isoformat() if rhythm.times == 1 else f"{opens.isoformat()}.{time + 1}"
        yield Occurrence(key, opens, due, closes)


def _single(rhythm: Rhythm, until: date) -> Iterator[Occurrence]:
    """The one round; a pause moves its beginning and its end."""
    opens: date | None = rhythm.starts_on
    for pause in sorted(rhythm.pauses, key=lambda p: p.first):
        if opens is not None and pause.covers(opens):
            opens = pause.until
    if opens is None or opens > until or (rhythm.ends_on is not None and opens > rhythm.ends_on):
        return
    closes = _moved(rhythm, opens, None if rhythm.window is None else rhythm.window - 1)
    if rhythm.ends_on is not None:
        closes = min(closes or rhythm.ends_on, rhythm.ends_on)
    room = rhythm.room()
    due = closes if room is None else _moved(rhythm, opens, room)
    yield Occurrence(ONCE, opens, _earlier(due, closes), closes)


def _moved(rhythm: Rhythm, first: date, days: int | None) -> date | None:
    """The day that comes ``days`` after another, not counting days of a pause; None if a pause has no end yet."""
    if days is None:
        return None
    last = first + timedelta(days=days)
    for pause in sorted(rhythm.pauses, key=lambda p: p.first):
        if first < pause.first <= last:
            if pause.until is None:
                return None
            last += max(timedelta(), pause.until - pause.first)
    return last


def _by_session(rhythm: Rhythm, until: date) -> Iterator[Occurrence]:
    is_before = rhythm.kind is ScheduleKind.BEFORE_SESSION
    meetings = [m for m in rhythm.meetings if m.on >= rhythm.starts_on]
    for place, meeting in enumerate(meetings):
        opens = meeting.on
        if is_before:
            opens = max(rhythm.starts_on, opens - timedelta(days=rhythm.n or DAYS_BEFORE))
        ended = rhythm.ends_on is not None and opens > rhythm.ends_on
        if opens > until or ended or rhythm.is_paused(opens):
            continue
        if is_before:
            yield Occurrence(meeting.key, opens, meeting.on, meeting.on, meeting.has_begun)
            continue
        following = meetings[place + 1].on if place + 1 < len(meetings) else None
        longest = None if following is None else max(1, (following - opens).days)
        closes = rhythm.last_day(opens, longest)
        yield Occurrence(meeting.key, opens, _due(rhythm, opens, closes), closes)


def _due(rhythm: Rhythm, opens: date, closes: date | None) -> date | None:
    room = rhythm.room()
    return closes if room is None else _earlier(opens + timedelta(days=room), closes)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _next_entry(rhythm: Rhythm, today: date, sent: Collection[str]) -> Occurrence | None:
    ended = rhythm.ends_on is not None and today > rhythm.ends_on
    if ended or (rhythm.most is not None and len(set(sent)) >= rhythm.most):
        return None
    # The first number that is free: its entry may have been taken back since.
    number = next(n for n in range(1, len(sent) + 2) if str(n) not in sent)
    return Occurrence(str(number), rhythm.starts_on, rhythm.due_on)


def _just_over(
    rhythm: Rhythm, today: date, sent: Collection[str], drafts: Collection[str]
) -> Occurrence | None:
    """The newest round that is over and unsent, while its grace lasts.

    Where rounds follow one another without gap it may also be begun late; what was said to close is only finished.
    """
    if rhythm.is_numbered:
        return None
    pause = next((p for p in rhythm.pauses if p.covers(today)), None)
    for one in sorted(_recent(rhythm, today), key=lambda o: o.opens_on, reverse=True):
        last = one.closes_on
        if pause is not None and (last is None or last >= pause.first):
            last = pause.first - timedelta(days=1)
        is_over = one.is_shut or (last is not None and last < today)
        if not is_over or last is None or one.key in sent:
            continue
        says_when = (
            rhythm.window is not None or rhythm.goes_by_sessions or pause or rhythm.is_single
        )
        if says_when and one.key not in drafts:
            continue
        is_long = (last - one.opens_on).days + 1 >= WEEK
        if (today - last).days <= (GRACE_DAYS_LONG if is_long else GRACE_DAYS_SHORT):
            return one
    return None


def _recent(rhythm: Rhythm, today: date) -> Iterator[Occurrence]:
    """The rounds that can have any grace left: of regular ones the newest periods alone."""
    if rhythm.is_single or rhythm.goes_by_sessions:
        yield from occurrences(rhythm, today)
        return
    if not rhythm.has_started(today):
        return
    numbers = _numbers(rhythm, today)
    for place in range(max(0, len(numbers) - 2), len(numbers)):
        found = list(_regular(rhythm, place, numbers[place]))
        yield from found if rhythm.most is None else found[: rhythm.most - place * rhythm.times]
