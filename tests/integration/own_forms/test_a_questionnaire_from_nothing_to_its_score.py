"""A clinician builds five questions with a subscale and ranges, gives them, a partner answers, the score is read."""

from __future__ import annotations

from tests.factories import homework
from tests.factories.house import House
from tests.integration.own_forms.conftest import Builder

OFTEN = "Never = 0\nSometimes = 1\nOften = 2\nAlways = 3"
SETTINGS = {
    "neutral_title": "A few questions",
    "purpose": "See how close the week felt.",
    "minutes": "5",
    "show": "G1",
}


def five_questions(builder: Builder) -> list[str]:
    assert builder.post("/settings", **SETTINGS).status_code == 303
    keys = [
        builder.add("single_choice", prompt="I felt heard", options=OFTEN),
        builder.add("single_choice", prompt="I felt alone", options=OFTEN),
        builder.add("single_choice", prompt="We laughed", options=OFTEN),
        builder.add("rating_0_10", prompt="How close was it?", low="Far", high="Close"),
        builder.add("long_text", prompt="What helped?", visibility="reveal"),
    ]
    score = builder.post(
        "/scores/add",
        label="The week",
        counted=keys[:3],
        turned=keys[1:2],
        bands="0 to 4: a far week\n5 to 9: a close week",
        direction="higher_better",
    )
    assert score.status_code == 303
    part = builder.post(
        "/scores/add", label="Being heard", counted=keys[:2], turned=keys[1:2], part_of="the_week"
    )
    assert part.status_code == 303
    return keys


def test_from_nothing_to_the_score(open_house: House) -> None:
    builder = Builder(open_house.visitor("imani")).begin("Closeness this week")
    heard, alone, laughed, close, helped = five_questions(builder)
    slug = builder.published()
    assert "Closeness this week" in builder.visitor.page("/library")

    answers = {heard: "always", alone: "sometimes", laughed: "often", close: 7, helped: "A walk."}
    with homework.later(1):
        given = homework.give(open_house, slug)
        definition = homework.definition(open_house, slug)
        amara = open_house.visitor("amara")
        homework.complete(amara, definition, given.a, answers)
        sent = homework.sent_id(open_house, given.a)
        couple = open_house.couples["amara-daniel"]
        review = open_house.visitor("imani").page(f"/couples/{couple}/homework/{sent}")
        own = amara.page(f"/homework/sent/{sent}")
        daniel = open_house.visitor("daniel")
        theirs = [daniel.page(path) for path in ("/today", "/together", "/record")]
        assert daniel.get(f"/homework/sent/{sent}").status_code == 404
    # 3 + (3 - 1) + 2, and the part 3 + (3 - 1)
    assert "7 on a scale from 0 to 9: a close week. Made here, not validated." in review
    assert "5 on a scale from 0 to 6. Made here, not validated." in review
    assert "7 on a scale from 0 to 9: a close week." in own
    assert "Only you and your care team can read it." in own
    assert not any("a close week" in page for page in theirs)


def test_what_was_given_stays_on_its_version(open_house: House) -> None:
    builder = Builder(open_house.visitor("imani")).begin()
    key = builder.add("short_text", prompt="The old words")
    slug = builder.published()
    with homework.later(1):
        given = homework.give(open_house, slug)
    changed = builder.post(f"/questions/{key}", prompt="The new words")
    assert changed.status_code == 303
    assert builder.published() == slug
    with homework.later(1):
        page = open_house.visitor("amara").page(f"/homework/{given.a}/part/1")
        newer = homework.give(open_house, slug)
        page_of_newer = open_house.visitor("amara").page(f"/homework/{newer.a}/part/1")
    assert "The old words" in page
    assert "The new words" not in page
    assert "The new words" in page_of_newer


def test_a_form_out_of_use_is_not_given_and_what_was_given_goes_on(open_house: House) -> None:
    builder = Builder(open_house.visitor("imani")).begin()
    builder.add("short_text", prompt="A question")
    slug = builder.published()
    with homework.later(1):
        given = homework.give(open_house, slug)
    assert builder.visitor.post(f"/own-forms/published/{slug}/retire").status_code == 303
    assert builder.visitor.get(f"/library/{slug}").status_code == 404
    with homework.later(1):
        assert "A question" in open_house.visitor("amara").page(f"/homework/{given.a}/part/1")
    assert builder.visitor.post(f"/own-forms/published/{slug}/bring-back").status_code == 303
    assert builder.visitor.get(f"/library/{slug}").status_code == 200
