"""One exercise of our own with a question of every type, and one that depends on another, to be tried in a browser."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from practice.catalogue import services as catalogue
from practice.catalogue.loading import (
    definition_from_json,
    definition_to_json,
    load_definitions,
)
from tests.browser import homework
from tests.browser.site import Site
from tests.unit.catalogue.answering import exercise_json, options, question

SLUG = "own-every-type"
ROWS = [
    {"value": f"line_{number}", "label": f"When it is about matter {number}"}
    for number in range(1, 13)
]
POINTS = [{"value": str(point), "label": str(point)} for point in range(1, 8)]
CHILDREN = {"condition": {"field": "children", "is": ["yes"]}}


def _fields() -> list[dict[str, Any]]:
    return [
        question(
            "children",
            "single_choice",
            prompt="Do you have children?",
            options=options("Yes", "No"),
        ),
        question("how_many", "number", prompt="How many?", min=0, max=20, **CHILDREN),
        question("about_them", "long_text", prompt="Anything to know about them?", **CHILDREN),
        question("calm", "rating_0_10", prompt="How calm are you?", low="not at all", high="fully"),
        question("since", "date", prompt="Since when?"),
        question("agree", "consent_check", prompt="I agree to go on."),
        question("words", "short_text", prompt="In a few words?"),
        question(
            "tasks",
            "multi_choice",
            prompt="Which of these?",
            options=options("Cooking", "Bills", "Garden"),
            max_choices=2,
        ),
        question("more", "long_text", prompt="Tell us more."),
        question(
            "matters",
            "likert_matrix",
            prompt="How easy is it to talk?",
            rows=ROWS,
            scale={"points": POINTS, "low": "hard", "high": "easy"},
        ),
        question(
            "guess",
            "predict",
            prompt="What did the other one write in a few words?",
            visibility="reveal",
            guesses="words",
            shape="short_text",
        ),
        question(
            "times",
            "table",
            prompt="When did it happen?",
            max_rows=3,
            columns=[
                {"key": "what", "label": "What", "type": "short_text"},
                {"key": "how_much", "label": "How much, 0 to 10", "type": "rating_0_10"},
            ],
        ),
    ]


def _shipped() -> list[dict[str, Any]]:
    """The feelings wheel and the body map as the catalogue has them."""
    wanted = {"emotion_wheel": None, "body_map": None}
    for exercise in load_definitions().values():
        for field in definition_to_json(exercise)["fields"]:
            if wanted.get(field["type"], 0) is None:
                wanted[field["type"]] = {**field, "visibility": "reveal"}
    return [field for field in wanted.values() if field]


def give(site: Site, to: str = "a") -> UUID:
    """Bring the exercise in and give it; return Amara's assignment."""
    with site.house.writing():
        catalogue.add_own(definition_from_json(exercise_json(*_fields(), *_shipped(), slug=SLUG)))
    given = homework.give(site, SLUG, to).a
    assert given is not None
    return given
