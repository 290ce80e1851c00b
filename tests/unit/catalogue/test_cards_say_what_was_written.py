from __future__ import annotations

import json
from typing import Any

import pytest

from practice.catalogue.converting import SOURCE
from practice.catalogue.converting.card import convert_card
from practice.catalogue.definition import Gate, Kind, Visibility
from practice.catalogue.loading import definition_from_json, definition_to_json, load_definitions

CARDS: list[dict[str, Any]] = json.loads((SOURCE / "cards.json").read_text(encoding="utf-8"))
SHIPPED = {s: d for s, d in load_definitions().items() if d.kind is Kind.READING}


def test_all_thirty_are_shipped_and_no_other() -> None:
    assert len(CARDS) == 30
    assert {card["slug"]: card["id"] for card in CARDS} == {s: d.code for s, d in SHIPPED.items()}


@pytest.mark.parametrize("card", CARDS, ids=lambda card: str(card["id"]))
def test_a_card_says_what_was_written_word_for_word(card: dict[str, Any]) -> None:
    found = SHIPPED[card["slug"]]
    assert found.reading is not None
    assert (found.title, found.neutral_title) == (card["title"], card["neutral_title"])
    assert list(found.reading.body) == card["body"]
    assert found.reading.try_this == card["try_this"]
    assert found.reading.talk_about == card["talk_about"]
    assert list(found.reading.see_also) == card["see_also"]
    assert found.reading.guard == (card["guard"] or "")
    assert list(found.reading.sources) == card["sources"]
    assert bool(found.content_note) is bool(card["content"])


@pytest.mark.parametrize("card", CARDS, ids=lambda card: str(card["id"]))
def test_the_definition_is_what_the_converter_makes(card: dict[str, Any]) -> None:
    made = definition_to_json(definition_from_json(convert_card(card)))
    assert definition_to_json(SHIPPED[card["slug"]]) == made


@pytest.mark.parametrize("slug", sorted(SHIPPED))
def test_a_card_asks_for_one_private_line_and_is_open_to_everyone(slug: str) -> None:
    found = SHIPPED[slug]
    assert [field.visibility for field in found.fields] == [Visibility.OWN]
    assert found.gates.fill is Gate.G0
    assert found.needs is None


@pytest.mark.parametrize("slug", sorted(SHIPPED))
def test_what_a_card_points_to_is_there(slug: str) -> None:
    reading = SHIPPED[slug].reading
    assert reading is not None
    assert set(reading.see_also) <= set(load_definitions())
