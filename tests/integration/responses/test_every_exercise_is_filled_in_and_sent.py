from __future__ import annotations

import pytest

from practice.catalogue.definition import Kind, Stage, Who
from practice.catalogue.loading import load_definitions
from practice.measures.exercises.registry import scorer_for
from practice.responses.models import Submission
from tests.factories import homework
from tests.factories.house import House

PRIVATE = [
    exercise.slug
    for exercise in load_definitions().values()
    if exercise.kind is Kind.EXERCISE
    and exercise.who in (Who.EACH_PRIVATELY, Who.REVEAL)
    and not exercise.gates.clinician_opens
]


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
        alone = {f.key for f in found.fields if f.stage is Stage.ALONE}
        expected = {k for k, v in homework.plausible(found).items() if v is not None}
        assert set(sent.answers) == expected & alone
        assert len(sent.scores) == len(scorer_for(slug).score_own(sent.answers))
        review = open_house.visitor("imani").page(
            f"/couples/{open_house.couples['amara-daniel']}/homework/{sent.id}"
        )
        assert "Some words about" in review or "text" not in {f.type for f in found.fields}
        assert found.title in open_house.visitor("imani").page("/review")
        own = amara.page(f"/homework/sent/{sent.id}")
        assert found.neutral_title in own
