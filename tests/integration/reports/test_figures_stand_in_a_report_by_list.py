"""Figures of homework stand in a person's own report by list: what is not to be printed is not."""

from __future__ import annotations

import pytest

from practice.reports import services
from practice.reports.building.allow_lists import INDIVIDUAL_FIGURES
from tests.factories import homework
from tests.factories.house import House

FORMS = ("af-scripts", "hb-worth-and-support", "aa-holding-back", "sc-sexual-self-view")


@pytest.mark.parametrize("slug", FORMS)
def test_own_figures_are_printed_only_of_listed_exercises(house: House, slug: str) -> None:
    with homework.later(-24):
        homework.clear(house)
        homework.open_sexual_work(house)
    with homework.later(0):
        given = homework.give(house, slug, "a")
        found = homework.definition(house, slug)
        homework.complete(house.visitor("amara"), found, given.a)
    with homework.later(2), house.reading():
        report = services.document_of(house.case("imani"), "R2", "a").to_json().decode()
    assert (found.title in report) == (slug in INDIVIDUAL_FIGURES)
