from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.treatment.rules import NoSuchTime, SessionRefused, check_minutes, local_moment
from practice.treatment.rules.sessions import check_attendance, kind_container

ZONE = "America/Los_Angeles"


def test_the_same_hour_before_and_after_the_clocks_change_is_the_same_hour_on_the_wall() -> None:
    before = local_moment(date(2026, 10, 26), time(14, 0), ZONE)
    after = local_moment(date(2026, 11, 2), time(14, 0), ZONE)
    assert after - before == timedelta(days=7, hours=1)


def test_an_hour_that_the_clocks_jump_over_is_refused() -> None:
    with pytest.raises(NoSuchTime):
        local_moment(date(2026, 3, 8), time(2, 30), ZONE)


def test_an_hour_that_comes_twice_is_the_first_of_the_two() -> None:
    assert local_moment(date(2026, 11, 1), time(1, 30), ZONE) == datetime(
        2026, 11, 1, 8, 30, tzinfo=UTC
    )


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.times())
def test_every_time_is_either_kept_to_the_minute_or_refused(day: date, at: time) -> None:
    from zoneinfo import ZoneInfo

    try:
        moment = local_moment(day, at, ZONE)
    except NoSuchTime:
        return
    assert moment.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None) == datetime.combine(day, at)


@pytest.mark.parametrize("minutes", [4, 481, 0, -5])
def test_a_session_has_a_length_people_can_sit(minutes: int) -> None:
    with pytest.raises(SessionRefused):
        check_minutes(minutes)


def test_attendance_waits_for_the_session() -> None:
    now = datetime(2026, 6, 1, 12, tzinfo=UTC)
    with pytest.raises(SessionRefused):
        check_attendance(now + timedelta(minutes=1), now)
    check_attendance(now, now)


def test_an_individual_session_is_kept_with_its_own_person() -> None:
    assert kind_container("joint") == "couple"
    assert kind_container("a") == "partner_a"
    with pytest.raises(SessionRefused):
        kind_container("both of them")
