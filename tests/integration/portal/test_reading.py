from __future__ import annotations

import re

import pytest
from sqlalchemy import func, select

from practice.audit.models import AccessRecord, AuditEvent
from practice.catalogue.definition import Kind
from practice.catalogue.loading import load_definitions
from practice.extensions import db
from tests.factories.homework import give
from tests.factories.house import House

CARDS = {s: d for s, d in load_definitions().items() if d.kind is Kind.READING}


def links(page: str) -> list[str]:
    return re.findall(r'href="(/(?:homework|reading)/[^"]+)"', page)


@pytest.mark.parametrize("who", ["amara", "daniel", "rosa"])
def test_all_cards_stand_there_for_everyone_alike(house: House, who: str) -> None:
    page = house.visitor(who).page("/reading")
    assert [link.rpartition("/")[2] for link in links(page)] == sorted(
        CARDS, key=lambda slug: int(CARDS[slug].code.removeprefix("PE-"))
    )
    for card in CARDS.values():
        if card.title != card.neutral_title:
            assert f">{card.title}<" not in page


@pytest.mark.parametrize("slug", sorted(CARDS))
def test_a_card_is_read_whole_under_its_neutral_title(house: House, slug: str) -> None:
    page = house.visitor("daniel").page(f"/reading/{slug}")
    card = CARDS[slug]
    assert card.reading is not None
    assert f"<h1>{card.neutral_title}</h1>" in page
    assert len(re.findall(r"<p>", page)) >= len(card.reading.body)
    assert not [source for source in card.reading.sources if source in page]
    assert ('<details class="disclosure reading-closed">' in page) is bool(card.content_note)


def test_opening_a_card_leaves_no_trace(house: House) -> None:
    visitor = house.visitor("amara")

    def traces() -> list[int]:
        with house.reading():
            return [
                db.session.scalar(select(func.count()).select_from(kind)) or 0
                for kind in (AccessRecord, AuditEvent)
            ]

    before = traces()
    visitor.page("/reading")
    visitor.page("/reading/more-than-sex")
    visitor.page("/reading/pace-and-choice")
    assert traces() == before


def test_what_goes_with_a_card_is_named_only_to_whom_it_was_given(house: House) -> None:
    card = CARDS["four-kinds"]
    assert card.reading is not None
    slug = card.reading.see_also[0]
    give(house, slug, to="a")
    assert "Goes with this" in house.visitor("amara").page("/reading/four-kinds")
    assert "Goes with this" not in house.visitor("daniel").page("/reading/four-kinds")


def test_no_link_of_a_card_is_dead(house: House) -> None:
    give(house, "ib-balance-wheel", to="a")
    visitor = house.visitor("amara")
    for slug in CARDS:
        for link in links(visitor.page(f"/reading/{slug}")):
            if not link.endswith("/worksheet"):
                assert visitor.get(link).status_code == 200


def test_an_exercise_is_not_a_card(house: House) -> None:
    assert house.visitor("amara").get("/reading/ib-balance-wheel").status_code == 404
    assert house.visitor("amara").get("/reading/nothing").status_code == 404


def test_staff_read_cards_in_the_library_and_not_here(house: House) -> None:
    assert house.visitor("imani").get("/reading").status_code in (403, 404)
