from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from practice.assignments import rules
from practice.catalogue import loading
from practice.catalogue.definition import ExerciseDefinition, Who

SOME = loading.load_definitions()["ib-balance-wheel"]


def exercise(who: Who) -> ExerciseDefinition:
    return replace(SOME, who=who)


@pytest.mark.parametrize("who", [Who.REVEAL, Who.EACH_PRIVATELY])
@pytest.mark.parametrize("sides", ["a", "b", "ab"])
def test_what_each_answers_alone_goes_to_one_or_both(who: Who, sides: str) -> None:
    rules.check_who(exercise(who), sides)


@pytest.mark.parametrize(
    ("who", "sides"),
    [
        (Who.JOINT, "a"),
        (Who.ONE_PARTNER, "ab"),
        (Who.REVEAL, ""),
        (Who.REVEAL, "x"),
    ],
)
def test_what_does_not_fit_is_refused(who: Who, sides: str) -> None:
    with pytest.raises(rules.CannotAssign):
        rules.check_who(exercise(who), sides)


def test_dates_follow_one_another() -> None:
    day, before = date(2026, 3, 2), date(2026, 3, 1)
    rules.check_dates(day, day, day)
    rules.check_dates(day, None, None)
    with pytest.raises(rules.CannotAssign):
        rules.check_dates(day, before, None)
    with pytest.raises(rules.CannotAssign):
        rules.check_dates(day, None, before)
