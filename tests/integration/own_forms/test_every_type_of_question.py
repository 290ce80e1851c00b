"""Each of the fourteen types is added on its page, previewed as both partners see it, printed, and published."""

from __future__ import annotations

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


def test_each_type_is_added_saved_again_previewed_printed_and_published(builder: Builder) -> None:
    builder.add("single_choice", prompt="First", options=LINES)
    assert builder.post("/settings", show="G1").status_code == 303
    for kind, typed in TYPED.items():
        key = builder.add(kind, prompt=f"Asked as {kind}", **typed)
        saved_again = builder.post(f"/questions/{key}")
        assert saved_again.status_code == 303, (kind, problems(saved_again))
    for side in "ab":
        page = builder.page(f"/preview?as={side}")
        shown = {kind for kind in TYPED if f"Asked as {kind}<" in page}
        assert shown == set(TYPED) - {"clinician_rating"}
    assert builder.visitor.get(builder.form + "/worksheet").data.startswith(b"%PDF")
    assert builder.published().startswith("own-closeness")


def test_what_cannot_be_used_is_said_at_its_input_and_kept(builder: Builder) -> None:
    typed = {"prompt": "Kept words", "hint": "Kept hint", "options": "Kept line\nKept line"}
    response = builder.post("/questions/add?type=single_choice", **typed)
    assert response.status_code == 422
    assert "“Kept line” stands twice" in problems(response)[0]
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
