"""Amara and Daniel: the straightforward path, from intake to a progress report."""

from __future__ import annotations

from datetime import date

from practice.cli.demo import answers as said
from practice.cli.demo.acts import World
from practice.cli.demo.timeline import DAY, Diary

START = date(2026, 1, 19)
PRAISE_WEEK = date(2026, 2, 2)
PULSE_DAYS = 14
EVENINGS = (("a", 20), ("b", 21))
GOALS = (
    ("Talk before bed without phones, four nights a week", 3, (-1, 0, 1)),
    ("Pause and come back within two hours when heat is 6 or more", 2, (-2, -1, 0)),
    ("Relaxed touch that need not lead anywhere, twice a week", 1, (-1, 1, 2)),
)
SHARED = ("csi-16", "rdas", "gas")


def tell(diary: Diary) -> None:
    """Tell the whole course."""
    _sessions_and_goals(diary)
    _given(diary)
    _came_back(diary)
    _praise_and_pulses(diary)
    _agreement(diary)
    _opened_to_both(diary)
    _shared_and_reported(diary)


def _sessions_and_goals(diary: Diary) -> None:
    """Ten joint sessions and one with each alone; three goals, rated at T1, T2 and T3."""
    _, t2, t3 = diary.couple.waves
    alone, first = date(2026, 1, 14), date(2026, 1, 21)
    diary.note(alone, 9, World.session, "a", alone, 9)
    diary.note(alone, 10, World.session, "b", alone, 10)
    for number in range(10):
        on = first + 15 * number * DAY
        diary.note(on, 16, World.session, "couple", on, 16)
    for place, (text, weight, levels) in enumerate(GOALS):
        diary.note(first, 17 + place / 10, World.goal, text, weight)
        for on, level in zip((first, t2, t3), levels, strict=True):
            diary.note(on, 18, World.rate, text, level, on)


def _given(diary: Diary) -> None:
    """Homework for both: 24 rounds in all, and one form to write together."""
    t2 = diary.couple.waves[1]
    before = START - DAY
    diary.note(
        before,
        17,
        World.assign,
        "ci-weekly-pulse",
        "ab",
        START,
        kind="every_n_weeks",
        n=2,
        ends=START + 9 * PULSE_DAYS * DAY,
    )
    diary.note(
        before,
        17,
        World.assign,
        "ib-balance-wheel",
        "ab",
        START,
        kind="once",
        name="wheel-1",
        due=START + 7 * DAY,
    )
    diary.note(
        before,
        17,
        World.assign,
        "df-closeness-circles",
        "ab",
        START,
        kind="once",
        due=START + 7 * DAY,
    )
    diary.note(
        before,
        17,
        World.assign,
        "er-overwhelm-signals",
        "ab",
        START,
        kind="once",
        due=START + 14 * DAY,
    )
    diary.note(
        PRAISE_WEEK - DAY,
        17,
        World.assign,
        "aa-daily-appreciation",
        "ab",
        PRAISE_WEEK,
        kind="daily",
        ends=PRAISE_WEEK + 6 * DAY,
    )
    diary.note(
        date(2026, 2, 9),
        17,
        World.assign,
        "df-i-position",
        "ab",
        date(2026, 2, 10),
        kind="once",
        due=date(2026, 2, 17),
    )
    opened = date(2026, 2, 20)
    diary.note(opened, 9, World.open_sexual_work)
    for slug in ("sc-topic-comfort", "sc-pleasure-guess"):
        diary.note(
            opened, 10, World.assign, slug, "ab", opened + DAY, kind="once", due=opened + 8 * DAY
        )
    diary.note(
        date(2026, 3, 2),
        17,
        World.assign,
        "cc-timeout-agreement",
        "ab",
        date(2026, 3, 3),
        kind="once",
    )
    diary.note(
        t2 - DAY,
        17,
        World.assign,
        "ib-balance-wheel",
        "ab",
        t2,
        kind="once",
        name="wheel-2",
        due=t2 + 7 * DAY,
    )


def _came_back(diary: Diary) -> None:
    t2 = diary.couple.waves[1]
    for side, hour in EVENINGS:
        diary.note(START + DAY, hour, World.send, side, "wheel-1", said.FIRST_WHEELS[side])
        diary.note(
            START + 2 * DAY, hour, World.send, side, "df-closeness-circles", said.RINGS[side]
        )
        diary.note(
            START + 4 * DAY, hour, World.send, side, "er-overwhelm-signals", said.SIGNALS[side]
        )
        diary.note(date(2026, 2, 23), hour, World.send, side, "sc-topic-comfort", said.TOPICS[side])
        diary.note(
            date(2026, 2, 24), hour, World.send, side, "sc-pleasure-guess", said.PLEASURE[side]
        )
        diary.note(t2 + DAY, hour, World.send, side, "wheel-2", said.LATER_WHEELS[side])
    diary.note(date(2026, 2, 12), 20, World.send, "a", "df-i-position", said.AMARA_POSITION)


def _praise_and_pulses(diary: Diary) -> None:
    for side, hour in EVENINGS:
        for number, praise in enumerate(said.PRAISE[side]):
            felt = 3 + (number + len(praise[0])) % 4 + (2 if side == "b" else 0)
            entry = said.appreciation(*praise, felt)
            diary.note(
                PRAISE_WEEK + number * DAY,
                hour + 1,
                World.send,
                side,
                "aa-daily-appreciation",
                entry,
            )
        for number, held in enumerate(said.PULSES[side]):
            if held is not None:
                on = START + (PULSE_DAYS * number + 3) * DAY
                diary.note(on, hour - 1, World.send, side, "ci-weekly-pulse", said.pulse(*held))


def _agreement(diary: Diary) -> None:
    """Written together, signed from each account, put in force by the clinician."""
    name = "cc-timeout-agreement"
    diary.note(date(2026, 3, 4), 20, World.write_together, "a", name, said.TIMEOUT)
    diary.note(date(2026, 3, 4), 21, World.sign_together, "a", name)
    diary.note(date(2026, 3, 5), 21, World.sign_together, "b", name)
    diary.note(date(2026, 3, 6), 9, World.put_in_force, name)


def _opened_to_both(diary: Diary) -> None:
    """What the clinician read, and opened after both could keep parts back."""
    seen = date(2026, 1, 28)
    diary.note(seen, 9, World.review_all)
    for name in ("wheel-1", "df-closeness-circles", "er-overwhelm-signals"):
        diary.note(seen, 10, World.release, name)
    diary.note(date(2026, 2, 11), 10, World.release, "aa-daily-appreciation", "first")
    diary.note(date(2026, 3, 3), 9, World.review_all)
    diary.note(diary.couple.waves[2], 9, World.review_all, but=1)


def _shared_and_reported(diary: Diary) -> None:
    """Each chose alone what may be shown; then the clinician released it, and compiled both reports."""
    t3 = diary.couple.waves[2]
    asked = date(2026, 2, 12)
    diary.note(asked, 9, World.ask_for_words)
    for side, hour in EVENINGS:
        diary.note(asked + DAY, hour, World.agree_to_be_quoted, side)
        for measure in SHARED:
            diary.note(t3 - 3 * DAY, hour - 1, World.choose_sharing, side, measure)
    for measure in SHARED:
        diary.note(t3, 19, World.release_measure, measure)
    diary.note(t3, 20, World.report, "R1", give="ab")
    diary.note(t3, 21, World.report, "R4", give="ab")
