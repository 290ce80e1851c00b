"""The intake in the demo: given, answered by each alone in a few evenings, read, and in part opened to both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from practice.cli.demo import intake_answers as said
from practice.cli.demo.acts import World
from practice.cli.demo.cases import AMARA_DANIEL, JORDAN_SAM, ROSA_MEILIN
from practice.cli.demo.intake_answers import Intake
from practice.cli.demo.timeline import DAY, Diary


@dataclass(frozen=True)
class Beginning:
    """When one couple was given the intake, what each sent, and what was opened to both and when."""

    given: date
    a: Intake
    b: Intake
    opened: date | None = None
    sections: Sequence[str] = ()


BEGINNINGS = {
    AMARA_DANIEL.key: Beginning(
        date(2026, 1, 6),
        said.AMARA,
        said.DANIEL,
        date(2026, 1, 16),
        ("in-hopes", "in-our-story", "in-strengths", "in-roots", "in-outside-load"),
    ),
    ROSA_MEILIN.key: Beginning(
        date(2026, 2, 3), said.ROSA, said.MEILIN, date(2026, 2, 13), ("in-hopes", "in-strengths")
    ),
    JORDAN_SAM.key: Beginning(date(2026, 3, 25), said.JORDAN, said.SAM),
}


def tell(diary: Diary) -> None:
    """Tell how one couple began."""
    told = BEGINNINGS[diary.couple.key]
    diary.note(told.given, 10, World.give_intake)
    for side, hour, answers in (("a", 18, told.a), ("b", 19, told.b)):
        diary.note(told.given + DAY, hour, World.answer_intake, side, answers)
    if told.opened is not None:
        diary.note(told.opened, 8, World.review_all)
        diary.note(told.opened, 8.5, World.settle_private)
        for name in told.sections:
            diary.note(told.opened, 9, World.release, name)
