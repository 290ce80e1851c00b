from __future__ import annotations

from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest

from practice.assignments.models import Assignment, StarterSet
from practice.audit.models import AuditEvent
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.extensions import db
from practice.lib import clock
from tests.factories import homework
from tests.factories.homework import MONDAY
from tests.factories.house import House, Visitor


def at(days: float) -> Any:
    return clock.set_to(MONDAY + timedelta(days=days))


@pytest.fixture
def imani(house: House) -> Visitor:
    return house.visitor("imani")


@pytest.fixture
def couples(house: House) -> list[str]:
    """Two couples of one caseload: shared work is open for the first alone."""
    with house.writing():
        house.add_couple("nadia-tom", "imani", ("Nadia Rahman", "she"), ("Tom Weber", "he"))
    homework.clear(house)
    return [str(house.couples["amara-daniel"]), str(house.couples["nadia-tom"])]


def given(house: House, couple: str) -> dict[str, int]:
    """How often each exercise was given to a couple, counting rows."""
    found: dict[str, int] = {}
    for row in homework.rows_of(house, Assignment, "imani", couple):
        with house.reading():
            slug = catalogue.definition(row.version_id).slug
        found[slug] = found.get(slug, 0) + 1
    return found


def give_calm(imani: Visitor, couples: list[str]) -> str:
    data = {"couples": couples, "starts_on": "2026-12-06"}
    assert imani.post("/starter-sets/give/calm-first", data).status_code == 303
    return unescape(imani.page("/starter-sets"))


def test_a_set_goes_to_every_couple_as_far_as_it_can(
    house: House, imani: Visitor, couples: list[str]
) -> None:
    told = give_calm(imani, couples)
    assert given(house, "amara-daniel") == {
        "er-overwhelm-signals": 2,
        "er-soothing-menu": 2,
        "cc-timeout-agreement": 1,
        "cc-loop-map": 2,
    }
    assert given(house, "nadia-tom") == {"er-overwhelm-signals": 2, "er-soothing-menu": 2}
    assert "Given to Amara" in told
    assert "because this kind of work is not open there yet." in told
    for private in ("cleared", "clearance", "safety", "pending", "tier"):
        assert private not in told.lower()


def test_each_exercise_starts_on_its_day(house: House, imani: Visitor, couples: list[str]) -> None:
    give_calm(imani, couples[:1])
    starts = sorted({str(r.starts_on) for r in homework.rows_of(house, Assignment)})
    assert starts == ["2026-12-06", "2026-12-13", "2026-12-20"]


def test_what_they_have_already_is_not_given_twice(
    house: House, imani: Visitor, couples: list[str]
) -> None:
    give_calm(imani, couples[:1])
    told = give_calm(imani, couples[:1])
    assert told.count("because they have it already.") == 4
    assert sum(given(house, "amara-daniel").values()) == 7


def test_each_thing_given_is_on_record(house: House, imani: Visitor, couples: list[str]) -> None:
    give_calm(imani, couples)
    with house.reading():
        events = db.session.scalars(
            db.select(AuditEvent).where(AuditEvent.action == "homework assigned")
        ).all()
        assert {str(e.couple) for e in events} == set(couples)
    rows = sum(given(house, "amara-daniel").values()) + sum(given(house, "nadia-tom").values())
    assert len(events) == rows


def test_one_exercise_goes_to_several(house: House, imani: Visitor, couples: list[str]) -> None:
    data = {
        "couples": couples,
        "to": "ab",
        "starts_on": "2026-12-06",
        "schedule": "every_n_weeks:1",
        "window": "3",
        "most": "6",
        "note": "For the holidays.",
    }
    assert imani.post("/library/ci-weekly-pulse/give", data).status_code == 303
    for name in ("amara-daniel", "nadia-tom"):
        rows = homework.rows_of(house, Assignment, "imani", name)
        assert {(r.window_days, r.most_rounds, r.note) for r in rows} == {
            (3, 6, "For the holidays.")
        }


@pytest.mark.parametrize(
    ("address", "data", "message"),
    [
        (
            "/starter-sets/give/calm-first",
            {"starts_on": "2026-12-06"},
            "Choose at least one couple.",
        ),
        ("/starter-sets/give/calm-first", {"starts_on": "soon"}, "Enter a date that exists"),
        ("/library/ci-weekly-pulse/give", {"to": "ab", "window": "x"}, "Enter a whole number"),
    ],
)
def test_bad_input_is_refused(
    house: House, imani: Visitor, address: str, data: dict[str, str], message: str
) -> None:
    refused = imani.post(address, data)
    assert refused.status_code == 422
    assert message in unescape(refused.text)


def test_another_practitioners_couple_cannot_be_chosen(house: House, imani: Visitor) -> None:
    theirs = [str(house.couples["rosa-meilin"]), "not an id"]
    data = {"couples": theirs, "starts_on": "2026-12-06"}
    assert imani.post("/starter-sets/give/calm-first", data).status_code == 422
    assert str(house.couples["rosa-meilin"]) not in imani.page("/starter-sets/give/calm-first")


@pytest.mark.parametrize(
    "address", ["/library/cc-softer-reach/give", "/library/in-about-you/give", "/library/none/give"]
)
def test_what_needs_a_choice_for_each_couple_is_not_given_to_many(
    imani: Visitor, address: str
) -> None:
    assert imani.get(address).status_code == 404


def save(house: House, imani: Visitor, name: str, chosen: list[UUID]) -> int:
    address = f"/couples/{house.couples['amara-daniel']}/homework/save-set"
    data = {"name": name, "chosen": [str(one) for one in chosen]}
    return imani.post(address, data).status_code


def test_what_a_couple_has_is_saved_and_given_to_another(
    house: House, imani: Visitor, couples: list[str]
) -> None:
    with at(0):
        pulse = homework.give(
            house, "ci-weekly-pulse", schedule=Schedule(ScheduleKind.EVERY_N_WEEKS, 1)
        )
    with at(7):
        wheel = homework.give(
            house, "ib-balance-wheel", "a", starts_on=MONDAY.date() + timedelta(7)
        )
    assert save(house, imani, "Autumn start", [pulse.set_id, wheel.set_id]) == 303
    page = unescape(imani.page("/starter-sets"))
    assert "Autumn start" in page
    assert "Day 8" in page
    with house.reading():
        key = str(db.session.scalars(db.select(StarterSet)).one().id)
    data = {"couples": couples[1:], "starts_on": "2026-12-06"}
    assert imani.post(f"/starter-sets/give/{key}", data).status_code == 303
    assert given(house, "nadia-tom") == {"ci-weekly-pulse": 2, "ib-balance-wheel": 1}


def test_a_set_of_ones_own_is_nobody_elses(house: House, imani: Visitor) -> None:
    with at(0):
        pulse = homework.give(house, "ci-weekly-pulse")
    save(house, imani, "Autumn start", [pulse.set_id])
    with house.reading():
        key = str(db.session.scalars(db.select(StarterSet)).one().id)
    colleague = house.visitor("colleague")
    assert "Autumn start" not in colleague.page("/starter-sets")
    assert colleague.get(f"/starter-sets/give/{key}").status_code == 404
    assert colleague.post(f"/starter-sets/{key}/remove").status_code == 404
    assert imani.post(f"/starter-sets/{key}/remove").status_code == 303
    assert "Autumn start" not in unescape(imani.page("/starter-sets")).replace("removed", "")


@pytest.mark.parametrize("name", ["", "x" * 81])
def test_a_set_needs_a_short_name(house: House, imani: Visitor, name: str) -> None:
    with at(0):
        pulse = homework.give(house, "ci-weekly-pulse")
    assert save(house, imani, name, [pulse.set_id]) == 422


def test_a_partner_finds_none_of_it(house: House) -> None:
    for path in ("/starter-sets", "/starter-sets/give/calm-first", "/library/ci-weekly-pulse/give"):
        assert house.visitor("amara").get(path).status_code == 404
