"""What cannot be used is said at the input it is about, in words for a clinician."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from practice.catalogue.definition import FieldType
from practice.own_forms.forms.parts import Around
from practice.own_forms.forms.question import question_form
from practice.own_forms.forms.score import Countable, ScoreForm
from practice.own_forms.rules import drafting
from practice.own_forms.views.blueprint import all_kinds

LINES = "One\nTwo\nThree"
app = Flask(__name__)
app.config.update(SECRET_KEY="x", WTF_CSRF_ENABLED=False)


@pytest.fixture(autouse=True)
def application() -> Iterator[None]:
    with app.test_request_context():
        yield


REFUSED: list[tuple[str, dict[str, Any], str, str]] = [
    ("short_text", {"prompt": ""}, "prompt", "Write the question."),
    ("single_choice", {"options": "One"}, "options", "Give at least 2 answers"),
    ("single_choice", {"options": "One\nOne"}, "options", "stands twice"),
    ("single_choice", {"options": LINES, "declines": "Four"}, "declines", "not among the answers"),
    (
        "multi_choice",
        {"options": LINES, "min_choices": "3", "max_choices": "2"},
        "max_choices",
        "less than",
    ),
    ("likert_matrix", {"rows": "", "points": LINES}, "rows", "Give at least one line."),
    ("likert_matrix", {"rows": LINES, "points": "One"}, "points", "Give at least two points"),
    ("emotion_wheel", {"groups": "Angry"}, "groups", "needs a core feeling"),
    ("number", {"min": "5", "max": "x"}, "max", "Write this as a number"),
    ("number", {"min": "5", "max": "5"}, "max", "not more than the least"),
    ("table", {}, "column_1", "Give at least one column."),
    (
        "table",
        {"column_1": "How", "column_1_type": "single_choice"},
        "column_1_options",
        "at least two answers",
    ),
    ("predict", {}, "guesses", "Choose the question that is guessed"),
    ("rating_0_10", {"visibility": "flag"}, "alert_max", "Say which answers bring you the notice"),
    ("short_text", {"visibility": "joint"}, "visibility", "this can be “Private”"),
    (
        "short_text",
        {"visibility": "reveal", "protected": "y"},
        "protected",
        "Only a private answer",
    ),
    ("short_text", {"show_gate": "G2"}, "show_gate", "never shown"),
    ("short_text", {"asked_if": ["none=x"]}, "asked_if", "Choose from the answers shown here."),
]


@pytest.mark.parametrize(("kind", "typed", "at", "said"), REFUSED)
def test_a_question(kind: str, typed: dict[str, Any], at: str, said: str) -> None:
    base = {
        "prompt": "Asked",
        "written_by": "alone",
        "visibility": "own",
        "skip": "y",
        "show_gate": "",
    }
    held = drafting.new_question(kind)
    with app.test_request_context(method="POST", data={**base, **typed}):
        form = question_form(all_kinds()[FieldType(kind)], held, Around())
        assert form.validate_on_submit()
        assert form.taken(held) is None
        assert said in " ".join(form.errors[at])


COUNTABLE = [Countable("one", "One", "0 to 3"), Countable("two", "Two", "0 to 3")]
WHOLE = {"key": "whole", "label": "Whole", "items": [{"field": "one"}]}


@pytest.mark.parametrize(
    ("typed", "at", "said"),
    [
        ({"label": ""}, "label", "Give the score a name."),
        ({"kind": ""}, "kind", "Choose how"),
        ({"counted": []}, "counted", "Tick at least one"),
        ({"may_miss": "2"}, "may_miss", "from 0 to 1"),
        ({"may_miss": "few"}, "may_miss", "as a number"),
        ({"part_of": "nothing"}, "part_of", "Choose from the scores"),
        ({"part_of": "whole"}, "part_of", "“Whole” does not count: “Two”"),
        ({"bands": "low"}, "bands", "Write: 0 to 4: low"),
        ({"bands": "0 to 1,2,3: low"}, "bands", "as a number"),
    ],
)
def test_a_score(typed: dict[str, Any], at: str, said: str) -> None:
    base = {"label": "Score", "kind": "sum", "counted": ["one", "two"], "direction": "neutral"}
    with app.test_request_context(method="POST", data={**base, **typed}):
        form = ScoreForm()
        form.offer(COUNTABLE, [WHOLE])
        assert form.validate_on_submit()
        assert form.taken("score", [WHOLE]) is None
        assert said in " ".join(form.errors[at])


def test_a_score_as_it_is_kept() -> None:
    typed = {
        "label": "Score",
        "kind": "count",
        "counted": ["one", "two"],
        "turned": ["two"],
        "at_least": "2",
        "may_miss": "1",
        "direction": "lower_better",
        "bands": "0-1: few\n2 – 2 = many",
    }
    with app.test_request_context(method="POST", data=typed):
        form = ScoreForm()
        form.offer(COUNTABLE, [])
        assert form.validate_on_submit()
        assert form.taken("score", []) == {
            "key": "score",
            "label": "Score",
            "kind": "count",
            "direction": "lower_better",
            "items": [{"field": "one"}, {"field": "two", "reverse": True}],
            "may_miss": 1,
            "at_least": 2,
            "bands": [{"from": 0, "to": 1, "label": "few"}, {"from": 2, "to": 2, "label": "many"}],
        }


@pytest.mark.parametrize("kind", ["short_text", "long_text", "date", "table", "emotion_wheel"])
def test_words_never_bring_a_notice(kind: str) -> None:
    form = question_form(all_kinds()[FieldType(kind)], drafting.new_question(kind), Around())
    assert "flag" not in [choice.value for choice in form["visibility"].choices]
    assert not [field.name for field in form if field.name.startswith("alert")]
