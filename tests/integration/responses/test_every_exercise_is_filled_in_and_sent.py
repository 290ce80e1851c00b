from __future__ import annotations

import pytest

from practice.measures.exercises.registry import SCORED_SLUGS
from practice.responses.models import Submission
from tests.factories import homework
from tests.factories.house import House

PRIVATE = [s for s in SCORED_SLUGS if s not in ("cc-timeout-agreement", "cc-softer-reach")]
SCORED_ALONE = {
    "df-i-position",
    "df-closeness-circles",
    "ib-balance-wheel",
    "ci-weekly-pulse",
    "sc-topic-comfort",
    "er-feelings-log",
}


@pytest.fixture
def open_house(house: House) -> House:
    with homework.later(-24):
        homework.clear(house)
        homework.open_sexual_work(house)
    return house


@pytest.mark.parametrize("slug", PRIVATE)
def test_it_is_filled_in_sent_read_and_scored(open_house: House, slug: str) -> None:
    found = homework.definition(open_house, slug)
    with homework.later(0):
        given = homework.give(open_house, slug)
        amara = open_house.visitor("amara")
        homework.complete(amara, found, given.a)
        (sent,) = homework.rows_of(open_house, Submission)
        expected = {k: v for k, v in homework.plausible(found).items() if v is not None}
        assert set(sent.answers) == set(expected)
        assert bool(sent.scores) == (slug in SCORED_ALONE)
        review = open_house.visitor("imani").page(
            f"/couples/{open_house.couples['amara-daniel']}/homework/{sent.id}"
        )
        assert "Some words about" in review or "text" not in {f.type for f in found.fields}
        assert found.title in open_house.visitor("imani").page("/review")
        own = amara.page(f"/homework/sent/{sent.id}")
        assert found.neutral_title in own
