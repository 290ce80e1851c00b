"""SECURITY Z5, Z6: whoever is not in a couple's care team reaches no name and no word of it; the administrator and the officer none of any."""

from __future__ import annotations

import pytest

from practice.cli.demo.cases import COUPLES
from tests.factories.crawl import STAFF_STARTS, crawl
from tests.integration.demo.conftest import CLINICIAN, Demo

# Which couples each is in the care team of (see the demo's own acts).
CARES_FOR = {
    "pat@riverside.example": (),
    "noor@riverside.example": (),
    "lena@riverside.example": ("amara-daniel",),
    "ruth@riverside.example": ("jordan-sam",),
}
STARTS = (*STAFF_STARTS, "/people", "/audit")


@pytest.mark.parametrize("who", CARES_FOR)
def test_no_word_of_a_couple_in_someone_elses_care(demo: Demo, who: str) -> None:
    words = "\n".join(a.words for a in crawl(demo.house.visitor(who), STARTS).values())
    assert words
    for couple in COUPLES:
        if couple.key in CARES_FOR[who]:
            continue
        for person in (couple.a, couple.b):
            assert [s for s in person.sentinels if s in words] == []
        assert str(demo.house.couples[couple.key]) not in words or who == "noor@riverside.example"
        if who not in ("pat@riverside.example", "noor@riverside.example"):
            assert couple.a.name not in words
            assert couple.b.name not in words


def test_the_treating_clinician_does_reach_what_was_written(demo: Demo) -> None:
    """The test above would pass on pages that hold nothing."""
    pages = crawl(demo.house.visitor(CLINICIAN), (*STAFF_STARTS, *_homework(demo)))
    words = "\n".join(a.words for a in pages.values())
    written = {s for c in COUPLES for p in (c.a, c.b) for s in p.sentinels}
    assert {s for s in written if s not in words} == set()


def _homework(demo: Demo) -> list[str]:
    return [f"/couples/{couple}/homework" for couple in demo.house.couples.values()]
