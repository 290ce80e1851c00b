"""Each role finds its own places, and only pages that answer."""

from __future__ import annotations

import re

import pytest

from tests.factories.house import House

START = {
    "imani": "/caseload",
    "supervisor": "/caseload",
    "administrator": "/people",
    "officer": "/audit",
    "amara": "/today",
}


def _links(page: str) -> list[tuple[str, str]]:
    found = page[page.index('aria-label="Main"') :]
    found = found[: found.index("</nav>")]
    links = re.findall(r'<a href="([^"]+)"[^>]*>(.*?)</a>', found, re.DOTALL)
    return [(href, re.sub(r"<[^>]+>", "", words).strip()) for href, words in links]


@pytest.mark.parametrize(("who", "start"), START.items())
def test_everyone_starts_where_their_work_is(house: House, who: str, start: str) -> None:
    assert house.visitor(who).get("/").location == start


@pytest.mark.parametrize("who", START)
def test_every_entry_answers(house: House, who: str) -> None:
    visitor = house.visitor(who)
    for address, words in _links(visitor.page("/help")):
        assert words
        assert visitor.get(address).status_code in (200, 302, 303), address


def test_administrators_and_officers_find_no_clinical_page(house: House) -> None:
    assert [w for _, w in _links(house.visitor("administrator").page("/help"))] == ["People"]
    assert [w for _, w in _links(house.visitor("officer").page("/help"))] == ["Audit"]


def test_a_page_names_its_person_by_an_opaque_reference(house: House) -> None:
    refs = {
        re.search(r'data-person="([^"]*)"', house.visitor(who).page("/help")).group(1)  # type: ignore[union-attr]
        for who in ("imani", "amara", "daniel")
    }
    assert len(refs) == 3
    assert all(re.fullmatch(r"[0-9a-f]{20}", ref) for ref in refs)
    assert not {str(house.people[w]) for w in ("imani", "amara")} & refs
