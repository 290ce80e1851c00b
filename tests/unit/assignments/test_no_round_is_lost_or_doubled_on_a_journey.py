"""Someone who travels, over days on which clocks change, sends each round once, whatever the zones on the way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from practice.assignments import rules
from practice.assignments.rules import Rhythm, State
from practice.catalogue.definition import ScheduleKind as Kind
from practice.lib import clock

# Both sides of the date line, half hours, and zones whose clocks change on different days.
ZONES = (
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns",
    "Pacific/Apia",
)
# Days on which clocks change somewhere, and ordinary ones.
STARTS = st.sampled_from(
    [date(2026, 3, 6), date(2026, 3, 27), date(2026, 4, 3), date(2026, 10, 23), date(2026, 10, 30)]
)
rhythms = st.builds(
    Rhythm,
    kind=st.sampled_from([Kind.DAILY, Kind.EVERY_N_DAYS, Kind.EVERY_N_WEEKS, Kind.TIMES_PER_WEEK]),
    starts_on=STARTS,
    n=st.integers(1, 4),
    most=st.none() | st.integers(1, 12),
    is_following=st.booleans(),
)
journeys = st.lists(st.tuples(st.integers(6, 60), st.sampled_from(ZONES)), min_size=1, max_size=12)
STEP = timedelta(hours=6)


def _days(rhythm: Rhythm, journey: list[tuple[int, str]]) -> list[date]:
    """The local day at every look, four times a day, in the zone in which the person is just then."""
    moment = datetime(
        rhythm.starts_on.year, rhythm.starts_on.month, rhythm.starts_on.day, tzinfo=UTC
    )
    moment -= timedelta(days=2)
    found = []
    for looks, zone in journey:
        for _ in range(looks):
            found.append(clock.day_of(moment, zone))
            moment += STEP
    return found


@settings(max_examples=200)
@given(rhythms, journeys)
def test_each_round_is_sent_exactly_once(rhythm: Rhythm, journey: list[tuple[int, str]]) -> None:
    sent: list[str] = []
    days = _days(rhythm, journey)
    for today in days:
        for one in rules.may_be_written(rhythm, today, set(sent), ()):
            if one.key not in sent:
                sent.append(one.key)
    opened = [one.key for one in rules.occurrences(rhythm, max(days))]
    assert len(set(sent)) == len(sent)
    # A whole week may ask several times, one after the other: what is not sent yet is still open.
    still_open = {o.key for o in rules.occurrences(rhythm, max(days)) if not o.is_over(max(days))}
    assert set(opened) - set(sent) <= still_open
    assert set(sent) <= set(opened)


@given(rhythms, st.sampled_from(ZONES), st.integers(0, 24 * 40))
def test_a_round_lasts_whole_local_days_when_clocks_change(
    rhythm: Rhythm, zone: str, hours: int
) -> None:
    moment = datetime(
        rhythm.starts_on.year, rhythm.starts_on.month, rhythm.starts_on.day, tzinfo=UTC
    )
    today = clock.day_of(moment + timedelta(hours=hours), zone)
    now = rules.current(rhythm, today)
    if now is not None:
        assert now.opens_on <= today
        assert now.closes_on is not None
        assert today <= now.closes_on


@given(st.sampled_from(ZONES), st.sampled_from(ZONES), st.integers(0, 24 * 30))
def test_the_due_day_is_over_at_the_midnight_of_where_the_person_is(
    home: str, away: str, hours: int
) -> None:
    due = date(2026, 3, 29)
    rhythm = Rhythm(Kind.ONCE, date(2026, 3, 20), due_on=due, window=10)
    moment = datetime(2026, 3, 20, tzinfo=UTC) + timedelta(hours=hours)
    for zone in (home, away):
        today = clock.day_of(moment, zone)
        expected = State.COMING if today < rhythm.starts_on else State.DUE
        if today > due:
            expected = State.OVER
        assert rules.state(rhythm, today, ()) is expected
