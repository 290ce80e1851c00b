from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue.definition import FieldDefinition
from practice.catalogue.fields import AnswerInvalid, clean_answer
from practice.catalogue.forms import answers_from, clean_answers
from practice.catalogue.loading import load_definitions
from tests.unit.catalogue.answering import form_over, named, one_of_each

D = load_definitions()
CASES: dict[str, tuple[str, str, dict[str, Any], str]] = {
    "number in words": (
        "er-overwhelm-signals",
        "recovery_minutes",
        {"recovery_minutes": "ten"},
        "recovery_minutes",
    ),
    "number out of range": (
        "er-overwhelm-signals",
        "recovery_minutes",
        {"recovery_minutes": "1441"},
        "recovery_minutes",
    ),
    "one or a thousand": (
        "er-overwhelm-signals",
        "recovery_minutes",
        {"recovery_minutes": "1,000"},
        "recovery_minutes",
    ),
    "no number at all": (
        "er-overwhelm-signals",
        "recovery_minutes",
        {"recovery_minutes": "nan"},
        "recovery_minutes",
    ),
    "rating of eleven": ("er-feelings-log", "intensity", {"intensity": "11"}, "intensity"),
    "half a rating": ("er-feelings-log", "intensity", {"intensity": "2.5"}, "intensity"),
    "unknown option": ("er-feelings-log", "urge", {"urge": "shout"}, "urge"),
    "four feelings": (
        "er-feelings-log",
        "feeling",
        {"feeling": ["glad", "sad", "calm", "hurt"]},
        "feeling",
    ),
    "no such day": ("er-feelings-log", "logged_on", {"logged_on": "2026-02-30"}, "logged_on"),
    "a day in words": ("er-feelings-log", "logged_on", {"logged_on": "yesterday"}, "logged_on"),
    "unknown point": ("ib-balance-wheel", "now", {"now__mental": "12"}, "now__mental"),
    "cell out of range": (
        "er-overwhelm-signals",
        "triggers",
        {"triggers__2__charge": "12"},
        "triggers__2__charge",
    ),
    "four guesses": (
        "sc-topic-comfort",
        "guess",
        {"guess": ["fantasies", "how_often", "body_image", "saying_no"]},
        "guess",
    ),
    "rating of three": (
        "cc-softer-reach",
        "readiness",
        {"readiness__risk_of_rebuff": "3"},
        "readiness__risk_of_rebuff",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_error_stands_at_the_input_and_what_was_typed_stays(name: str) -> None:
    slug, key, sent, place = CASES[name]
    form = form_over(D[slug].field(key), posted=sent)
    assert not form.validate()
    assert list(form.errors) == [place]
    assert form[place].data == sent[place]
    assert answers_from(form) == {}


def test_a_bad_answer_does_not_lose_the_good_ones() -> None:
    fields = [D["er-feelings-log"].field(key) for key in ("moment", "intensity")]
    form = form_over(*fields, posted={"moment": "Supper", "intensity": "x"})
    assert not form.validate()
    assert answers_from(form) == {"moment": "Supper"}


JUNK: list[Any] = [
    7,
    1.5,
    True,
    "junk",
    ["junk"],
    [["x"]],
    {"x": "y"},
    {"x": {}},
    [{"x": 1}],
    10**400,
    float("nan"),
    [None],
    {"row": 1},
]


@pytest.mark.parametrize("pair", one_of_each(), ids=named)
def test_strange_json_is_an_answer_or_a_refusal_and_never_a_crash(pair: Any) -> None:
    _, field = pair
    for junk in JUNK:
        kept = _kept_or_refused(field, junk)
        assert kept is None or clean_answer(field, kept) == kept


def _kept_or_refused(field: FieldDefinition, junk: object) -> object:
    try:
        return clean_answer(field, junk)
    except AnswerInvalid:
        return None


def test_autosave_takes_only_questions_that_are_asked() -> None:
    fields = [D["er-feelings-log"].field("moment")]
    answers, errors = clean_answers(fields, {"moment": "Supper", "intensity": 3, "\ud800": 1})
    assert answers == {"moment": "Supper"}
    assert len(errors) == 2
    assert "".join(errors).encode()
    assert clean_answers(fields, ["moment"])[1] == {"": "These answers could not be read."}


def test_inputs_that_are_not_asked_are_never_read() -> None:
    form = form_over(D["er-feelings-log"].field("moment"), posted={"moment": "a", "urge": "argue"})
    assert form.validate()
    assert answers_from(form) == {"moment": "a"}
