"""Choices, results, private goals and individual sessions of one change no page of the other (SECURITY I1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time

import pytest

from practice.outcomes import services
from practice.treatment import rules
from practice.treatment import services as treatment
from tests.factories.house import ZONE, House

TOKEN = re.compile(r'(?<=name="csrf_token" value=")[^"]+|(?<=name="csrf-token" content=")[^"]+')
PAGES = ("/today", "/together", "/record", "/record/sharing", "/agreements")
Act = Callable[[House], None]


def agrees(house: House) -> None:
    case = house.case("amara")
    for measure_id in ("csi-16", "rdas", "gas"):
        services.choose_sharing(case, measure_id, True, by=case.actor)


def has_results(house: House) -> None:
    case = house.case("imani")
    services.enter_by_item(case, "a", "phq-9", date(2026, 2, 2), [3] * 9, by=case.actor)
    services.enter_score(case, "a", "csi-16", date(2026, 2, 2), 38, by=case.actor)
    services.enter_by_item(case, "a", "e-hits", date(2026, 2, 2), [4] * 5, by=case.actor)


def comes_alone(house: House) -> None:
    case = house.case("imani")
    at = rules.local_moment(date(2030, 1, 7), time(14), ZONE)
    treatment.add_session(case, "a", at, by=case.actor)


def has_a_goal_of_her_own(house: House) -> None:
    case = house.case("imani")
    goal = treatment.add_goal(case, "a", "SENT-GOAL", 2, by=case.actor)
    treatment.rate_goal(case, goal, 1, date(2026, 2, 2), by=case.actor)


@pytest.mark.parametrize("act", [agrees, has_results, comes_alone, has_a_goal_of_her_own])
def test_the_other_partners_pages_stay_the_same(house: House, act: Act) -> None:
    visitor = house.visitor("daniel")
    before = [TOKEN.sub("", visitor.page(path)) for path in PAGES]
    with house.writing():
        act(house)
    after = [TOKEN.sub("", visitor.page(path)) for path in PAGES]
    assert after == before
