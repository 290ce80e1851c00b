"""Each of the fourteen types is added on its page, previewed as both partners see it, printed, and published."""

from __future__ import annotations

import pytest

from practice.catalogue.definition import FieldType
from tests.integration.own_forms.conftest import Builder, problems

LINES = "One\nTwo\nThree"
TYPED: dict[str, dict[str, object]] = {
    "short_text": {},
    "long_text": {"hint": "Take your time"},
    "single_choice": {"options": LINES, "declines": "Three", "partners": "y"},
    "multi_choice": {"options": LINES, "min_choices": "1", "max_choices": "2"},
    "rating_0_10": {"low": "Not", "high": "Very", "alert_max": "3", "visibility": "flag"},
    "likert_matrix": {"rows": LINES, "points": "No = 0\nYes = 1", "extra": "Does not apply"},
    "emotion_wheel": {},
    "body_map": {},
    "date": {},
    "number": {"min": "0", "max": "7,5", "unit": "hours"},
    "table": {
        "column_1": "What",
        "column_2": "Who",
        "column_2_type": "partners",
        "column_3": "How",
        "column_3_type": "single_choice",
        "column_3_options": "Well, Badly",
        "column_4": "Hours",
        "column_4_type": "number",
        "column_4_max": "24",
        "max_rows": "4",
    },
    "predict": {"guesses": "first"},
    "consent_check": {},
    "clinician_rating": {"rows": LINES, "max": "4"},
}


def test_all_types_are_tried() -> None:
    assert set(TYPED) == {kind.value for kind in FieldType}


@pytest.mark.parametrize("kind", TYPED)
def test_a_type_is_added_previewed_printed_and_published(builder: Builder, kind: str) -> None:
    builder.add("single_choice", prompt="First", options=LINES)
    key = builder.add(kind, prompt="A question of this type", **TYPED[kind])
    saved_again = builder.post(f"/questions/{key}")
    assert saved_again.status_code == 303, problems(saved_again)
    for side in "ab":
        shown = "A question of this type" in builder.page(f"/preview?as={side}")
        assert shown == (kind != "clinician_rating")
    assert builder.visitor.get(builder.form + "/worksheet").data.startswith(b"%PDF")
    assert builder.published().startswith("own-closeness")


REFUSED: list[tuple[str, dict[str, object], str]] = [
    ("short_text", {"prompt": ""}, "Write the question."),
    ("single_choice", {"options": "One"}, "Give at least 2 answers"),
    ("single_choice", {"options": "One\nOne"}, "stands twice"),
    ("single_choice", {"options": LINES, "declines": "Four"}, "not among the answers"),
    ("multi_choice", {"options": LINES, "min_choices": "3", "max_choices": "2"}, "less than"),
    ("likert_matrix", {"rows": "", "points": LINES}, "Give at least one line."),
    ("likert_matrix", {"rows": LINES, "points": "One"}, "Give at least two points"),
    ("emotion_wheel", {"groups": "Angry"}, "needs a core feeling"),
    ("number", {"min": "5", "max": "x"}, "Write this as a number"),
    ("number", {"min": "5", "max": "5"}, "not more than the least"),
    ("table", {}, "Give at least one column."),
    ("table", {"column_1": "How", "column_1_type": "single_choice"}, "at least two answers"),
    ("predict", {}, "Choose the question that is guessed"),
    ("rating_0_10", {"visibility": "flag"}, "Say which answers bring you the notice"),
    ("short_text", {"visibility": "joint"}, "this can be “Private”"),
    ("short_text", {"visibility": "reveal", "protected": "y"}, "Only a private answer"),
    ("short_text", {"show_gate": "G2"}, "never shown"),
    ("short_text", {"asked_if": ["none=x"]}, "Choose from the answers shown here."),
]


@pytest.mark.parametrize(("kind", "typed", "said"), REFUSED)
def test_what_cannot_be_used_is_said_at_its_input_and_kept(
    builder: Builder, kind: str, typed: dict[str, object], said: str
) -> None:
    path = f"/questions/add?type={kind}"
    response = builder.post(path, **{"prompt": "Kept words", "hint": "Kept hint", **typed})
    assert response.status_code == 422
    assert any(said in problem for problem in problems(response)), problems(response)
    assert "Kept hint" in response.text
    assert "No questions yet" in builder.page()


def test_a_question_may_hang_on_an_earlier_answer(builder: Builder) -> None:
    builder.add("single_choice", prompt="First", options=LINES)
    second = builder.add("short_text", prompt="Second", asked_if=["first=one", "first=two"])
    assert "Asked only when “First” was answered with “One” or “Two”." in builder.page("/preview")
    # Moved before the question it hangs on, it says so and cannot be published.
    assert builder.post(f"/questions/{second}/up").status_code == 303
    assert "not asked before it" in builder.page()
    assert builder.post("/publish").status_code == 409
    assert builder.post(f"/questions/{second}/down").status_code == 303
    builder.published()


def test_what_was_private_is_never_loosened(builder: Builder) -> None:
    key = builder.add("short_text", prompt="Kept to myself")
    builder.published()
    assert builder.post("/settings", show="G1").status_code == 303
    refused = builder.post(f"/questions/{key}", visibility="reveal")
    assert refused.status_code == 422
    assert "make a new question instead" in problems(refused)[0]
    builder.add("short_text", prompt="For both", visibility="reveal")
    builder.published()


def test_odd_text_comes_back_exactly(builder: Builder) -> None:
    odd = "שלום 👩‍❤️‍👨 e\u0301 \u200fمرحبا <b>&amp;" * 40
    key = builder.add("single_choice", prompt=odd, options="שלום\nمرحبا\n👍🏽 yes")
    held = builder.filled(f"/questions/{key}")
    assert held["prompt"] == odd
    assert held["options"] == "שלום\nمرحبا\n👍🏽 yes"
    builder.published()
