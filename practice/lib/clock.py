"""The one place that asks what time it is, so that tests and the demo can answer differently."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_fixed: ContextVar[datetime | None] = ContextVar("practice_fixed_time", default=None)


def now() -> datetime:
    """Return the present moment as an aware UTC datetime, to the microsecond."""
    return _fixed.get() or datetime.now(UTC)


def today(zone: str = "UTC") -> date:
    """Return the local calendar date in an IANA ``zone``."""
    return now().astimezone(ZoneInfo(zone)).date()


def day_of(moment: datetime, zone: str) -> date:
    """Return the local calendar date of an aware moment in an IANA ``zone``."""
    return moment.astimezone(ZoneInfo(zone)).date()


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Hold the clock at an aware ``moment`` inside the block (tests, demo course)."""
    token = _fixed.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed.reset(token)
