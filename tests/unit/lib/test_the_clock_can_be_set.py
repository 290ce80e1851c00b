"""One clock for the whole product: aware, in UTC, and held still where a test or the demo asks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from practice.lib import clock

NOON = datetime(2026, 3, 8, 12, tzinfo=UTC)


def test_it_tells_utc() -> None:
    assert clock.now().tzinfo is UTC


def test_it_is_held_inside_a_block_only() -> None:
    with clock.set_to(NOON):
        assert clock.now() == NOON
        with clock.set_to(NOON + timedelta(days=1)):
            assert clock.now() == NOON + timedelta(days=1)
        assert clock.now() == NOON
    assert clock.now() != NOON


def test_another_zone_is_turned_into_utc() -> None:
    with clock.set_to(datetime(2026, 3, 8, 7, tzinfo=timezone(timedelta(hours=-5)))):
        assert clock.now() == NOON
        assert clock.now().tzinfo is UTC


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2026, 3, 8, 7, 59, tzinfo=UTC), "America/Los_Angeles", date(2026, 3, 7)),
        (datetime(2026, 3, 8, 8, 0, tzinfo=UTC), "America/Los_Angeles", date(2026, 3, 8)),
        # After the clocks went forward that morning, the day ends an hour earlier by UTC.
        (datetime(2026, 3, 9, 6, 59, tzinfo=UTC), "America/Los_Angeles", date(2026, 3, 8)),
        (datetime(2026, 3, 9, 7, 0, tzinfo=UTC), "America/Los_Angeles", date(2026, 3, 9)),
        (datetime(2026, 3, 8, 10, 0, tzinfo=UTC), "Pacific/Kiritimati", date(2026, 3, 9)),
        (datetime(2026, 3, 8, 23, 59, tzinfo=UTC), "UTC", date(2026, 3, 8)),
    ],
)
def test_a_day_is_the_persons_own(moment: datetime, zone: str, day: date) -> None:
    with clock.set_to(moment):
        assert clock.today(zone) == day
