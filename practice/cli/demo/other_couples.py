"""Rosa and Mei-Lin (pain, faith, missing data), and Jordan and Sam (a positive private screen)."""

from __future__ import annotations

from datetime import date

from practice.cli.demo import answers as said
from practice.cli.demo.acts import World
from practice.cli.demo.timeline import DAY, Diary

GOALS = (
    ("A quiet half hour together after supper", 2, (-1, 0, 1)),
    ("Say what a pain day allows, before the evening", 2, (-1, -1, 0)),
    ("One visit with friends a month", 1, (-1, 0, 1)),
)
FEELINGS = (
    (["lonely"], 7, 4),
    (["settled"], 4, 3),
    (["grieving"], 6, 3),
    (["hopeful"], 5, 4),
    (["on_edge"], 7, 5),
)


def second_couple(diary: Diary) -> None:
    """Tell the course of Rosa and Mei-Lin: nothing with sexual content is ever open, for either."""
    waves = diary.couple.waves
    diary.note(date(2026, 2, 3), 9, World.settle_private)
    for side, on in (("b", date(2026, 2, 5)), ("a", date(2026, 2, 10))):
        diary.note(on, 9, World.session, side, on, 9)
    first = date(2026, 2, 18)
    for number in range(7):
        on = first + 18 * number * DAY
        diary.note(on, 14, World.session, "couple", on, 14)
    for place, (text, weight, levels) in enumerate(GOALS):
        diary.note(first, 16 + place / 10, World.goal, text, weight)
        for on, level in zip((first, waves[1], waves[3]), levels, strict=True):
            diary.note(on, 17, World.rate, text, level, on)
    _second_homework(diary)


def _second_homework(diary: Diary) -> None:
    start, log, pulse = date(2026, 2, 12), date(2026, 3, 2), date(2026, 6, 8)
    diary.note(
        start, 12, World.assign, "ib-balance-wheel", "ab", start, kind="once", due=start + 7 * DAY
    )
    diary.note(
        start,
        12,
        World.assign,
        "df-closeness-circles",
        "a",
        start,
        kind="once",
        due=start + 7 * DAY,
    )
    diary.note(
        start, 12, World.assign, "df-i-position", "b", start, kind="once", due=start + 10 * DAY
    )
    diary.note(
        log - DAY, 10, World.assign, "er-feelings-log", "b", log, kind="daily", ends=log + 6 * DAY
    )
    diary.note(
        pulse - DAY,
        10,
        World.assign,
        "ci-weekly-pulse",
        "ab",
        pulse,
        kind="every_n_weeks",
        n=1,
        ends=pulse + 21 * DAY,
    )
    for side, hour in (("a", 10), ("b", 15)):
        diary.note(
            start + 2 * DAY, hour, World.send, side, "ib-balance-wheel", said.SECOND_WHEELS[side]
        )
    diary.note(start + 3 * DAY, 10, World.send, "a", "df-closeness-circles", said.ROSA_RINGS)
    diary.note(start + 4 * DAY, 15, World.send, "b", "df-i-position", said.MEILIN_POSITION)
    for number, (words, strong, after) in enumerate(FEELINGS):
        on = log + number * DAY
        diary.note(on, 20, World.log_feelings, "b", "er-feelings-log", on, words, strong, after)
    diary.note(date(2026, 6, 11), 10, World.send, "a", "ci-weekly-pulse", said.ROSA_PULSE)
    diary.note(date(2026, 6, 12), 15, World.send, "b", "ci-weekly-pulse", said.MEILIN_PULSE)
    diary.note(date(2026, 6, 20), 9, World.review_all)
    diary.note(
        diary.couple.last_event, 18, World.send, "a", "ci-weekly-pulse", said.ROSA_LATER_PULSE
    )


def third_couple(diary: Diary) -> None:
    """Tell the course of Jordan and Sam: individual work only, and nothing to see of that for either."""
    talk, start = date(2026, 4, 2), date(2026, 4, 4)
    diary.note(talk, 10, World.session, "a", talk, 10)
    diary.note(talk, 15, World.session, "b", talk, 15)
    diary.note(start, 9, World.assign, "ci-weekly-pulse", "ab", start, kind="every_n_weeks", n=1)
    diary.note(
        start, 9, World.assign, "er-feelings-log", "a", start, kind="daily", ends=start + 6 * DAY
    )
    diary.note(date(2026, 4, 8), 11, World.send, "a", "ci-weekly-pulse", said.JORDAN_PULSE)
    diary.note(diary.couple.last_event, 20, World.send, "b", "ci-weekly-pulse", said.SAM_PULSE)
