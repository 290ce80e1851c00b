from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from practice.catalogue.loading import DefinitionInvalid, definition_from_json, load_definitions
from tests.unit.catalogue.answering import exercise_json, options, question

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [{"value": "one", "label": "One"}]
SCALE = {"points": options("A", "B")}
BAD_FIELDS: dict[str, tuple[dict[str, Any], str]] = {
    "unknown property": (question("q", colour="red"), "fields.0"),
    "unknown type": (question("q", "slider"), "fields.0.type"),
    "unknown visibility": (question("q", visibility="public"), "fields.0.visibility"),
    "key with two underscores": (question("a__b"), "fields.0.key"),
    "key of the form itself": (question("data"), "fields.data"),
    "no prompt": ({"key": "q", "type": "date", "visibility": "own"}, "fields.0"),
    "choice without options": (question("q", "single_choice"), "fields.q"),
    "matrix without scale": (question("q", "likert_matrix", rows=ROWS), "fields.q"),
    "matrix without rows": (question("q", "likert_matrix", scale=SCALE), "fields.q"),
    "table without columns": (question("q", "table"), "fields.q"),
    "wheel without words": (question("q", "emotion_wheel"), "fields.q"),
    "word list that is not there": (
        question("q", "emotion_wheel", word_list="none"),
        "fields.q.word_list",
    ),
    "guess without shape": (question("q", "predict", guesses="q"), "fields.q"),
    "guess of nothing": (question("q", "predict", guesses="z", shape="short_text"), "fields.q"),
    "same option twice": (question("q", "single_choice", options=options("A", "A")), "fields.q"),
    "row named as a button": (
        question("q", "likert_matrix", rows=[{"value": "skip", "label": "Skip"}], scale=SCALE),
        "fields.q",
    ),
    "column without options": (
        question("q", "table", columns=[{"key": "c", "label": "C", "type": "single_choice"}]),
        "fields.q",
    ),
    "least above most": (question("q", "number", min=5, max=1), "fields.q"),
    "condition on a later question": (
        question("q", condition={"field": "z", "is": ["a"]}),
        "fields.q",
    ),
    "joint but answered alone": (question("q", visibility="joint"), "fields.q"),
    "private but shown at G2": (question("q", visibility="own", show_gate="G2"), "fields.q"),
    "clinician's words by another": (question("q", visibility="clin"), "fields.q"),
    "alert without a rule": (question("q", "rating_0_10", alert={}), "fields.0.alert"),
    "unknown report": (question("q", reports={"R11": "never"}), "fields.0.reports"),
}
BAD_WHOLES: dict[str, tuple[dict[str, Any], str]] = {
    "unknown property": ({"colour": "red"}, "the whole file"),
    "version of another form": ({"version": "1.0"}, "version"),
    "shown before clearance": ({"gates": {"fill": "G0", "show": "G0"}}, "gates.show"),
    "unknown way of taking part": ({"who": "everyone"}, "who"),
    "no questions": ({"fields": []}, "fields"),
}


@pytest.mark.parametrize("name", BAD_FIELDS)
def test_a_bad_question_is_refused_with_its_place(name: str) -> None:
    field, place = BAD_FIELDS[name]
    with pytest.raises(DefinitionInvalid) as refused:
        definition_from_json(exercise_json(field), "own.json")
    assert refused.value.source == "own.json"
    assert refused.value.place.startswith(place)


@pytest.mark.parametrize("name", BAD_WHOLES)
def test_a_bad_exercise_is_refused_with_its_place(name: str) -> None:
    change, place = BAD_WHOLES[name]
    with pytest.raises(DefinitionInvalid) as refused:
        definition_from_json({**exercise_json(question("q")), **change})
    assert refused.value.place.startswith(place)


def test_the_same_key_twice_is_refused() -> None:
    with pytest.raises(DefinitionInvalid, match="twice"):
        definition_from_json(exercise_json(question("q"), question("q")))


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_what_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(DefinitionInvalid):
        definition_from_json(data)


def test_a_file_that_is_not_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{")
    with pytest.raises(DefinitionInvalid, match=r"broken\.json: the whole file: is not JSON"):
        load_definitions(tmp_path)


def test_a_file_is_named_after_its_slug(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(json.dumps(exercise_json(question("q"))))
    with pytest.raises(DefinitionInvalid, match=r"other\.json: slug"):
        load_definitions(tmp_path)
