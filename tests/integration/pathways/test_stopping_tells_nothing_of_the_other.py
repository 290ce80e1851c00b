"""D8: what is taken back with a step follows from each one's own work and from what both can see, never from the other's."""

from __future__ import annotations

import pytest

from practice.assignments import queries as assignments
from practice.assignments.models import Assignment
from practice.catalogue import loading as catalogue_loading
from practice.catalogue import queries as catalogue
from practice.lib import clock
from practice.pathways import loading
from practice.pathways.definition import Step
from practice.responses import queries as responses
from practice.responses import services as answering
from tests.factories.homework import MONDAY, clear, plausible, rows_of
from tests.factories.house import House, Visitor
from tests.integration.pathways.test_a_couple_on_a_pathway import at, begin, post, sees, step

SPEAKER = "cc-speaker-listener"
ACTS = {"skip": ("skip", "take-up"), "stop": ("stop", "undo-stop")}


@pytest.fixture
def imani(house: House) -> Visitor:
    return house.visitor("imani")


def opened(house: House, imani: Visitor) -> tuple[str, str]:
    """A pathway whose form of both is open; each has questions of their own beside it. The addresses of both."""
    with clock.set_to(MONDAY):
        clear(house)
    address = begin(house, imani)
    number = next(n for n, s in enumerate(_steps(), start=1) if s.exercise == SPEAKER)
    assert post(house, 1, step(address, number, "open")) == 303
    return address, step(address, number, "")


def _steps() -> tuple[Step, ...]:
    return loading.load_pathways(catalogue_loading.load_definitions())["calmer-conflict"].steps


def _slug(house: House, row: Assignment) -> str:
    with house.reading():
        return catalogue.definition(row.version_id).slug


def her_own_part(house: House) -> Assignment:
    with house.reading():
        container = house.case("imani").container("partner_a")
    found = [r for r in rows_of(house, Assignment) if r.container_id == container]
    return next(row for row in found if _slug(house, row) == SPEAKER)


def she_writes_alone(house: House) -> None:
    part = her_own_part(house).id
    with at(2), house.writing():
        actor = house.actor("amara")
        found = responses.round_of(assignments.own_assignment(actor, part))
        asked = {f.key for f in found.fields}
        answers = {k: v for k, v in plausible(found.given.definition).items() if k in asked}
        answering.fill_in(found, answers, by=actor)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("writes", [True, False], ids=["she has begun", "she has not"])
def test_a_form_of_both_goes_whatever_one_wrote_alone_beside_it(
    house: House, imani: Visitor, act: str, writes: bool
) -> None:
    pathway, held = opened(house, imani)
    assert sees(house, "daniel", SPEAKER, 2)
    if writes:
        she_writes_alone(house)
    do, undo = ACTS[act]
    where = held if act == "skip" else f"{pathway}/"
    assert post(house, 3, where + do) == 303
    assert not sees(house, "daniel", SPEAKER, 3)
    assert sees(house, "amara", SPEAKER, 3) is writes
    assert post(house, 4, where + undo) == 303
    assert sees(house, "daniel", SPEAKER, 4)
