from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.assignments.presenters import shelf
from practice.assignments.rules import Wanted
from practice.assignments.rules.shelf import fits, group_of
from practice.catalogue.definition import Kind
from practice.catalogue.loading import load_definitions

LIBRARY = {kind: [d for d in load_definitions().values() if d.kind is kind] for kind in Kind}


def address(**asked: str) -> str:
    return "/library?" + "&".join(f"{name}={value}" for name, value in asked.items())


def found(**asked: str) -> list[str]:
    page = shelf(LIBRARY, Wanted.read(asked), address)
    return [card.slug for module in page.modules for card in module.cards]


def test_nothing_asked_for_shows_every_exercise() -> None:
    assert set(found()) == {d.slug for d in LIBRARY[Kind.EXERCISE]}


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("time-out", "cc-timeout-agreement"),
        ("FEELINGS log", "er-feelings-log"),
        ("riding out feelings", "er-feelings-log"),
    ],
)
def test_words_are_looked_for_in_titles_purposes_and_questions(words: str, slug: str) -> None:
    assert slug in found(q=words)


def test_a_card_is_found_by_what_it_says_and_by_its_number() -> None:
    assert "screens-and-stories" in found(kind="reading", q="Tuesday evenings")
    assert "four-kinds" in found(kind="reading", q="PE-1")


def test_filters_work_together() -> None:
    slugs = found(module="Sexual communication", minutes="20", who="joint")
    by_slug = {d.slug: d for d in LIBRARY[Kind.EXERCISE]}
    for slug in slugs:
        one = by_slug[slug]
        assert (one.module, one.who.value) == ("Sexual communication", "joint")
        assert one.minutes <= 20


def test_a_chip_counts_what_its_click_shows() -> None:
    wanted = Wanted.read({"minutes": "10", "q": "a"})
    page = shelf(LIBRARY, wanted, address)
    assert page.chips
    for words, _, _, count in page.chips[1:]:
        assert count == len(found(minutes="10", q="a", module=words))
    assert page.chips[0][3] == len(found(minutes="10", q="a"))


def test_intake_stands_by_its_parts_in_order() -> None:
    page = shelf(LIBRARY, Wanted.read({"kind": "intake"}), address)
    assert [module.name for module in page.modules] == ["Part 1", "Part 2", "Part 3", "Part 4"]
    assert [card.code for card in page.modules[0].cards] == ["IN-1", "IN-2", "IN-3"]


def test_what_was_made_here_is_marked() -> None:
    page = shelf(LIBRARY, Wanted(), address, {"er-feelings-log"})
    marked = [card.slug for m in page.modules for card in m.cards if card.made_here]
    assert marked == ["er-feelings-log"]


def test_each_filter_can_be_taken_away_again() -> None:
    wanted = Wanted.read({"q": "a", "minutes": "10", "who": "joint", "gate": "G1"})
    page = shelf(LIBRARY, wanted, address)
    assert len(page.taken) == 4
    assert all(url.count("=") == 3 for _, url in page.taken)


@given(
    st.dictionaries(
        st.sampled_from(["kind", "q", "module", "minutes", "who", "gate", "other"]),
        st.text(max_size=200),
    )
)
def test_whatever_is_asked_the_library_answers(asked: dict[str, str]) -> None:
    wanted = Wanted.read(asked)
    assert Wanted.read(wanted.as_asked()) == wanted
    page = shelf(LIBRARY, wanted, address)
    assert page.sentence
    shown = [card.slug for module in page.modules for card in module.cards]
    assert len(shown) == sum(fits(one, wanted) for one in LIBRARY[wanted.kind])


def test_every_definition_stands_under_a_heading() -> None:
    assert all(group_of(one) for of_kind in LIBRARY.values() for one in of_kind)
