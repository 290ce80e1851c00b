"""Help and support: one page for everyone, signed in or not, with lines that somebody checks."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from practice.caseload import rules
from practice.caseload.presenters.support import crisis_lines, is_stale
from practice.lib import clock
from tests.factories.house import House

STALE = "These lines were last checked more than 90 days ago."


def _main(house: House, who: str | None) -> str:
    page = house.visitor(who).page("/help")
    main = page[page.index('<main id="main"') : page.index("</main>")]
    return re.sub(r"<main[^>]*>", "", main)


@pytest.mark.parametrize("who", ["amara", "daniel", "imani", "administrator"])
def test_it_reads_the_same_for_everyone(house: House, who: str) -> None:
    assert _main(house, who).split() == _main(house, None).split()


def test_it_names_the_lines_of_the_region(house: House) -> None:
    page = house.visitor().page("/help")
    for number in ("911", "988", "1-800-799-7233", "START to 88788", "1-800-656-4673", "741741"):
        assert number in page
    assert "not read around the clock" in page


def test_staff_are_told_when_the_lines_are_old(house: House) -> None:
    later = datetime(2027, 6, 1, tzinfo=UTC)
    visitors = [house.visitor(who) for who in (None, "amara", "imani")]
    with clock.set_to(later):
        anyone, _, _ = visitors
        assert STALE not in anyone.page("/help")
        fresh = house.visitor("cover")
        assert STALE in fresh.page("/help")


@pytest.mark.parametrize(("today", "stale"), [(date(2026, 4, 1), False), (date(2026, 4, 2), True)])
def test_lines_are_old_after_ninety_days(today: date, stale: bool) -> None:
    assert is_stale(date(2026, 1, 1), today) is stale


def test_every_block_of_the_page_has_a_line() -> None:

    blocks = {block["id"] for block in rules.texts()["crisis_page"]["blocks"]}
    assert blocks == set(crisis_lines()["lines"])
