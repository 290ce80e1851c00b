from __future__ import annotations

from datetime import timedelta

import pytest

from practice.assignments import services
from practice.assignments.models import Assignment
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.extensions import db
from practice.lib import clock
from practice.treatment import services as treatment
from tests.factories import homework
from tests.factories.counting import counted
from tests.factories.homework import MONDAY
from tests.factories.house import House

WEEKLY = Schedule(ScheduleKind.EVERY_N_WEEKS, 1)
AFTER = Schedule(ScheduleKind.AFTER_SESSION)


def asked(house: House, path: str = "/today") -> int:
    with clock.set_to(MONDAY + timedelta(days=9)):
        visitor = house.visitor("amara")
        visitor.page(path)
        with counted() as seen:
            visitor.page(path)
    return len(seen)


def plan(house: House, number: int) -> None:
    with clock.set_to(MONDAY), house.writing():
        case = house.case("imani")
        for day in range(1, number + 1):
            for kind in ("joint", "a"):
                treatment.add_session(case, kind, MONDAY + timedelta(days=day), by=case.actor)


def give_all(house: House, slugs: list[str]) -> homework.Set:
    with clock.set_to(MONDAY):
        given = [
            homework.give(house, slug, schedule=schedule)
            for slug in slugs
            for schedule in (WEEKLY, AFTER)
        ]
    with clock.set_to(MONDAY), house.writing():
        case = house.case("imani")
        version, _ = catalogue.newest("er-soothing-menu")
        for one in given:
            services.assign(
                case,
                version,
                to="a",
                starts_on=MONDAY.date(),
                follows={"a": db.session.get_one(Assignment, one.a)},
                by=case.actor,
            )
    return given[-1]


@pytest.mark.parametrize("page", ["/today", "homework"])
def test_the_same_few_questions_whatever_was_given_and_however_it_comes(
    house: House, page: str
) -> None:
    plan(house, 1)
    one = give_all(house, ["ib-balance-wheel"])
    path = page if page == "/today" else f"/homework/{one.a}"
    few = asked(house, path)
    plan(house, 6)
    give_all(house, ["df-own-life", "st-stress-map", "hb-worth-and-support"])
    assert asked(house, path) == few
    assert few <= 16
