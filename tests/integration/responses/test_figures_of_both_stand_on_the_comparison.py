from __future__ import annotations

import pytest

from tests.factories import homework
from tests.factories.house import House


@pytest.fixture
def open_house(house: House) -> House:
    with homework.later(-24):
        homework.clear(house)
        homework.open_sexual_work(house)
    return house


def comparison(house: House, given: homework.Set) -> str:
    couple = house.couples["amara-daniel"]
    return house.visitor("imani").page(f"/couples/{couple}/homework/set/{given.set_id}")


def test_what_is_worked_out_over_time_is_said_to_the_clinician_alone(open_house: House) -> None:
    found = homework.definition(open_house, "ei-small-disclosures")
    with homework.later(0):
        given = homework.give(open_house, "ei-small-disclosures")
        for name, assignment in (("amara", given.a), ("daniel", given.b)):
            homework.complete(open_house.visitor(name), found, assignment)
    with homework.later(1):
        assert "Shared in four weeks: 1 by the first partner, 1 by the second." in comparison(
            open_house, given
        )


def test_two_wishes_apart_are_said_to_the_clinician(open_house: House) -> None:
    found = homework.definition(open_house, "sc-desire-conditions")
    with homework.later(0):
        given = homework.give(open_house, "sc-desire-conditions")
        for name, assignment in (("amara", given.a), ("daniel", given.b)):
            homework.complete(open_house.visitor(name), found, assignment)
    with homework.later(1):
        page = comparison(open_house, given)
    assert "What opens for both" in page
    assert "Where the two differ most: none." in page
