"""When a session is, in the practice's own zone, and what may be noted about it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

KINDS = ("joint", "a", "b")
LEAST_MINUTES, MOST_MINUTES = 5, 480


class SessionRefused(ValueError):
    """Something about a session that cannot be; the message is fit to be shown."""


class NoSuchTime(SessionRefused):
    """A time of day that the clocks jump over."""


def local_moment(day: date, at: time, zone: str) -> datetime:
    """Return the UTC moment of a local day and time in an IANA ``zone``.

    An hour that comes twice (clocks go back) is read as the first of the two.

    Raises:
        NoSuchTime: the clocks jump over that time on that day.
    """
    local = datetime.combine(day, at.replace(tzinfo=None), tzinfo=ZoneInfo(zone))
    moment = local.astimezone(UTC)
    if moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NoSuchTime("This time does not exist on that day: the clocks go forward.")
    return moment


def kind_container(kind: str) -> str:
    """Return which container keeps a session: the couple's, or that of the one partner who comes alone."""
    if kind not in KINDS:
        raise SessionRefused("A session is joint, or with one of the two.")
    return "couple" if kind == "joint" else f"partner_{kind}"


def check_minutes(minutes: int) -> int:
    """Return the length; raise :class:`SessionRefused` outside 5 to 480 minutes."""
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise SessionRefused(f"A session lasts {LEAST_MINUTES} to {MOST_MINUTES} minutes.")
    return minutes


def check_attendance(starts_at: datetime, now: datetime) -> None:
    """Raise :class:`SessionRefused` before a session has begun."""
    if starts_at > now:
        raise SessionRefused("Attendance is noted once the session has begun.")
