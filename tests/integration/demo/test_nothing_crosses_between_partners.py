"""SECURITY I1, I7, Z7: crawl the demo as each of the six partners; nothing private of the other stands anywhere (D9's sentinels)."""

from __future__ import annotations

import re

import pytest

from practice.catalogue.loading import load_definitions
from practice.cli.demo.cases import COUPLES
from tests.integration.demo.conftest import SIDES, Demo
from tests.integration.demo.private_texts import private_from

SENTINELS = {
    (c.key, side): person.sentinels for c in COUPLES for side, person in (("a", c.a), ("b", c.b))
}
QUESTION = load_definitions()["in-body-and-affection"].field("keep_asking").prompt.casefold()
EVERY_SENTINEL = re.compile(r"SENT-[A-Z0-9]+-[A-Z0-9]+")
# What is never said to a partner: the words of the status, of the caseload's reasons, of tiers and alerts.
STAFF_WORDS = (
    "individual only",
    "individual_only",
    "clarify",
    "cleared",
    "clearance",
    "rationale",
    "re-screen",
    "rescreen",
    "tier ",
    "a private item to read",
    "deteriorat",
    "diverging",
    "reliable worsening",
    "overdue",
    "attention item",
    "caseload",
    "has not yet signed",
    "your partner has",
)
NEVER_OFFERED = (
    "PHQ-9", "GAD-7", "DERS-16", "ECR-S", "CPQ-SF", "E-HITS", "HITS", "ORS", "Outcome Rating",
)  # fmt: skip
PARTNERS = sorted(SIDES)


@pytest.mark.parametrize("who", PARTNERS)
def test_no_sentinel_of_the_other_is_reached(demo: Demo, who: str) -> None:
    key, side = SIDES[who]
    own = set(SENTINELS[key, side])
    for path, answer in demo.reached_by(who).items():
        met = set(EVERY_SENTINEL.findall(answer.words)) - own
        assert not met, path


@pytest.mark.parametrize("who", PARTNERS)
def test_the_sentinels_look_where_words_are(demo: Demo, who: str) -> None:
    """The test above would pass on an empty crawl: one's own sentence is found, where it was written in homework."""
    key, side = SIDES[who]
    reached = demo.reached_by(who)
    assert len(reached) > 20
    words = "".join(answer.words for answer in reached.values())
    written = [s for s in SENTINELS[key, side] if "SAFE" not in s]
    assert all(sentinel in words for sentinel in written)


@pytest.mark.parametrize("who", PARTNERS)
def test_no_private_text_and_no_row_of_the_other_is_reached(demo: Demo, who: str) -> None:
    key, side = SIDES[who]
    private = private_from(demo.house, demo.house.couples[key], side)
    assert len(private.texts) >= 3
    for path, answer in demo.reached_by(who).items():
        assert private.found_in(answer.squeezed) == [], path


@pytest.mark.parametrize("who", PARTNERS)
def test_no_word_of_the_care_team_is_reached(demo: Demo, who: str) -> None:
    for path, answer in demo.reached_by(who).items():
        # A question of the intake asks about oneself in these words; it tells nothing of the other.
        words = answer.words.casefold().replace(QUESTION, "")
        assert [w for w in STAFF_WORDS if w in words] == [], path


@pytest.mark.parametrize("who", PARTNERS)
def test_measures_that_are_never_shared_are_not_even_named(demo: Demo, who: str) -> None:
    for path, answer in demo.reached_by(who).items():
        assert [m for m in NEVER_OFFERED if re.search(rf"\b{m}\b", answer.words)] == [], path


@pytest.mark.parametrize("who", ["jordan", "sam"])
def test_where_nothing_was_shared_nothing_is_reached(demo: Demo, who: str) -> None:
    pages = [a for p, a in demo.reached_by(who).items() if p.startswith("/together")]
    assert [answer.path for answer in pages] == ["/together"]
    assert "/together/" not in pages[0].body.decode().replace('"/together"', "")


@pytest.mark.parametrize("who", ["rosa", "meilin", "jordan", "sam"])
def test_where_no_score_was_shared_none_is_reached(demo: Demo, who: str) -> None:
    reached = demo.reached_by(who)
    assert not [path for path in reached if "/course/" in path]
    for path in (path for path in reached if path.startswith("/together")):
        assert not re.search(r"<svg[^>]*role=\"img\"", reached[path].words), path


@pytest.mark.parametrize("who", PARTNERS)
def test_addresses_hold_random_ids_only(demo: Demo, who: str) -> None:
    for path in demo.reached_by(who):
        parts = [p for p in path.split("?")[0].split("/") if p.isdigit()]
        assert not parts or "/part/" in path, path


@pytest.mark.parametrize("who", PARTNERS)
def test_every_page_is_kept_out_of_caches_and_has_a_neutral_title(demo: Demo, who: str) -> None:
    for path, answer in demo.reached_by(who).items():
        held = dict(answer.headers)
        assert "no-store" in held["Cache-Control"], path
        assert "ETag" not in held
        assert "Last-Modified" not in held
        title = re.search(
            r"<title>(.*?)</title>", answer.body.decode("utf-8", "replace"), re.DOTALL
        )
        if title and not answer.is_pdf:
            assert not re.search(r"couple|sex|therap|safety|violence", title[1], re.IGNORECASE), (
                path
            )
