"""D3: one private screen of the third couple is positive; to both, their pages read as those of any couple before shared work."""

from __future__ import annotations

import re

import pytest

from practice.caseload import rules as texts
from tests.integration.demo.conftest import Demo

GATING = re.compile(
    r"locked|blocked|denied|not allowed|not available|restricted|on hold|paused|individual work|hold back",
    re.IGNORECASE,
)


@pytest.mark.parametrize("who", ["jordan", "sam"])
def test_where_shared_things_stand_the_standard_sentence_is_read(demo: Demo, who: str) -> None:
    assert texts.sentence("pause_sentence") in demo.reached_by(who)["/together"].words


@pytest.mark.parametrize("who", ["jordan", "sam"])
def test_no_page_speaks_of_a_gate(demo: Demo, who: str) -> None:
    met = {
        path: found[0]
        for path, answer in demo.reached_by(who).items()
        if answer.kind == "text/html" and (found := GATING.search(answer.words))
        # What everyone may read, the same for all.
        if not path.startswith(("/agreements/", "/reading/"))
    }
    assert met == {}


@pytest.mark.parametrize("who", ["jordan", "sam"])
def test_the_menu_is_that_of_every_partner(demo: Demo, who: str) -> None:
    def menu(of: str) -> list[str]:
        page = demo.reached_by(of)["/today"].body.decode()
        return re.findall(r'<a[^>]*href="(/[a-z-]*)"', page.split("<main")[0])

    assert menu(who) == menu("amara") == menu("meilin")


def test_an_answer_to_the_private_questions_is_never_shown_again_by_itself(demo: Demo) -> None:
    for who in ("jordan", "sam"):
        assert not [p for p in demo.reached_by(who) if p.startswith("/private-questions/sent")]
