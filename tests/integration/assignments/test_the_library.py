from __future__ import annotations

import re
from uuid import uuid4

import pytest

from practice.catalogue import loading
from practice.catalogue.definition import Kind
from practice.catalogue.models import Exercise, ExerciseVersion, Origin
from practice.extensions import db
from tests.factories.house import House

EVERY = loading.load_definitions()
ADDRESS = {
    Kind.EXERCISE: "/library",
    Kind.INTAKE: "/library?kind=intake",
    Kind.READING: "/library?kind=reading",
}


@pytest.mark.parametrize("kind", Kind)
def test_everything_stands_there_under_its_tab(house: House, kind: Kind) -> None:
    page = house.visitor("imani").page(ADDRESS[kind])
    for found in EVERY.values():
        assert (f'"/library/{found.slug}"' in page) is (found.kind is kind)
    assert "Cards to read (30)" in page


def test_each_can_be_looked_at_as_a_partner_sees_it(house: House) -> None:
    visitor = house.visitor("imani")
    for slug in EVERY:
        page = visitor.page(f"/library/{slug}")
        assert "<fieldset" in page
        assert "disabled" in page
        assert "csrf_token" not in page.split("preview-form")[1].split("</form>")[0]
        assert f"/library/{slug}/worksheet" in page


@pytest.mark.parametrize(
    "asked",
    ["?q=anger&who=joint", "?minutes=soon", "?kind=nothing&who=%00", "?q=" + "x" * 3000, "?part=9"],
)
def test_odd_wishes_are_answered(house: House, asked: str) -> None:
    house.visitor("imani").page(f"/library{asked}")


def test_nothing_found_is_said_kindly(house: House) -> None:
    assert "Nothing fits all of that." in house.visitor("imani").page("/library?q=xyzzy")


def test_pages_of_a_preview_follow_one_another(house: House) -> None:
    visitor, path, seen = house.visitor("imani"), "/library/er-feelings-log", 0
    while path:
        page = visitor.page(path)
        seen += 1
        following = re.search(r'href="([^"]+)" rel="next"', page)
        path = following[1].replace("&amp;", "&") if following else ""
    assert f"Page {seen} of {seen}" in page
    assert visitor.get("/library/er-feelings-log?part=99").status_code == 200


def test_for_a_couple_it_is_seen_through_one_pair_of_eyes(house: House) -> None:
    couple = house.couples["amara-daniel"]
    visitor = house.visitor("imani")
    amara = visitor.page(f"/couples/{couple}/library/cc-timeout-agreement?part=2")
    daniel = visitor.page(f"/couples/{couple}/library/cc-timeout-agreement?as=b&part=2")
    assert "what Amara sees" in amara
    assert "what Daniel sees" in daniel
    assert ">Amara</option>" in daniel
    assert "Sources, to be checked before printing" in visitor.page(
        f"/couples/{couple}/library/four-kinds"
    )


def test_a_card_is_given_like_any_homework(house: House) -> None:
    couple = house.couples["amara-daniel"]
    page = house.visitor("imani").page(f"/couples/{couple}/homework/choose?kind=reading")
    assert f"/couples/{couple}/homework/assign?exercise=four-kinds" in page
    house.visitor("imani").page(f"/couples/{couple}/homework/assign?exercise=four-kinds")


def test_what_the_practice_made_stands_among_the_others(house: House) -> None:
    stored = loading.definition_to_json(EVERY["er-feelings-log"]) | {
        "slug": "our-own-log",
        "title": "Our own log",
    }
    with house.writing():
        made = Exercise(
            id=uuid4(), slug="our-own-log", module="Emotion regulation", origin=Origin.PRACTICE
        )
        db.session.add(made)
        db.session.flush()
        definition = loading.definition_from_json(stored)
        db.session.add(
            ExerciseVersion(
                exercise_id=made.id,
                version=definition.version,
                definition=stored,
                digest=loading.digest_of(definition),
            )
        )
    page = house.visitor("imani").page("/library?module=Emotion+regulation")
    assert "/library/our-own-log" in page
    assert page.count("Made here") == 1


def test_an_unknown_one_is_not_there(house: House) -> None:
    assert house.visitor("imani").get("/library/no-such-thing").status_code == 404
    assert house.visitor("imani").get("/library/no-such-thing/worksheet").status_code == 404


def test_a_partner_finds_no_library(house: House) -> None:
    assert house.visitor("amara").get("/library").status_code == 404
