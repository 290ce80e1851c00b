"""The course of the three couples: what is common to all, and where each one's own is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from practice.caseload.models import Status
from practice.cli.demo.acts import World
from practice.cli.demo.cases import AMARA_DANIEL, JORDAN_SAM, ROSA_MEILIN
from practice.cli.demo.first_couple import tell as first_couple
from practice.cli.demo.intake import tell as intake
from practice.cli.demo.other_couples import second_couple, third_couple
from practice.cli.demo.people import DemoCouple
from practice.cli.demo.timeline import DAY, Diary, Step

TOLD: dict[str, Callable[[Diary], None]] = {
    AMARA_DANIEL.key: first_couple,
    ROSA_MEILIN.key: second_couple,
    JORDAN_SAM.key: third_couple,
}


def steps(couple: DemoCouple) -> list[Step]:
    """Return the whole course of one couple."""
    diary = Diary(couple)
    _opening(diary)
    for wave, day in enumerate(couple.waves):
        _measures(diary, wave, day)
    intake(diary)
    TOLD[couple.key](diary)
    return diary.steps


def _opening(diary: Diary) -> None:
    couple = diary.couple
    diary.note_for(couple.opened, 10, World.open)
    for side, hour in (("a", 18), ("b", 20)):
        person = couple.a if side == "a" else couple.b
        diary.note_for(couple.signed, hour, World.sign_everything, side)
        diary.note(couple.checked, hour, World.safety_check, side, person.safety)
    diary.note(couple.signed + DAY, 9, World.put_policy_in_force)
    for day, status, why in couple.decisions:
        diary.note(day, 11, World.decide, Status(status), why)


def _measures(diary: Diary, wave: int, day: date) -> None:
    for measure, sides in diary.couple.measures.items():
        for side, series in sides.items():
            if series[wave] is not None:
                diary.note_for(day, 12, World.measure, side, measure, wave, series[wave])
    for measure, totals in diary.couple.score_only.items():
        for side, series_of_totals in totals.items():
            if series_of_totals[wave] is not None:
                diary.note_for(day, 12.5, World.score, side, measure, wave, series_of_totals[wave])
