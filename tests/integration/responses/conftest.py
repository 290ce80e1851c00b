"""A wheel given to both partners of a couple whose shared work is open."""

from __future__ import annotations

import pytest

from practice.catalogue.definition import ExerciseDefinition
from tests.factories import homework
from tests.factories.house import House


@pytest.fixture
def open_house(house: House) -> House:
    """A house in which shared work, the sexual kind too, is open for the first couple."""
    with homework.later(-24):
        homework.clear(house)
        homework.open_sexual_work(house)
    return house


@pytest.fixture
def wheel(house: House) -> ExerciseDefinition:
    """An exercise whose answers can be released."""
    return homework.definition(house, "ib-balance-wheel")


@pytest.fixture
def given(open_house: House) -> homework.Set:
    """The wheel, given to both."""
    with homework.later(0):
        return homework.give(open_house, "ib-balance-wheel")
