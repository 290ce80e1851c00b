"""A draft never opens what its beginning kept closed; it may always close more."""

from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue import loading
from practice.own_forms.rules import drafting, soundness

FIELD = {"key": "q", "type": "rating_0_10", "prompt": "Q"}
OWN = {**FIELD, "visibility": "own"}
REVEAL = {**FIELD, "visibility": "reveal"}
FLAG = {**FIELD, "visibility": "flag", "alert": {"max": 3}}
JOINT = {**FIELD, "visibility": "joint", "stage": "together"}


def form(field: dict[str, Any], **settings: Any) -> dict[str, Any]:
    base = drafting.begun("own-form", "Form")
    shown = {"fill": "G1", "show": "G1" if field["visibility"] != "own" else "never"}
    who = "joint" if field["visibility"] == "joint" else "each_privately"
    return {**base, "who": who, "gates": shown, "fields": [field], **settings}


def reasons(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    return [p.place for p in soundness.problems(now, loading.definition_from_json(before))]


LOOSER = [
    (form(OWN), form(REVEAL), "fields.q"),
    (form(FLAG), form(OWN), "fields.q"),
    (form(FLAG), form(REVEAL), "fields.q"),
    (form(REVEAL), form(JOINT), "fields.q"),
    (form(OWN), form(JOINT), "fields.q"),
    (form({**OWN, "protected": True}), form(OWN), "fields.q"),
    (form({**OWN, "needs": "sexual_content_consent"}), form(OWN), "fields.q"),
    (form({**REVEAL, "show_gate": "never"}), form(REVEAL), "fields.q"),
    (form({**REVEAL, "show_gate": "G2"}), form({**REVEAL, "show_gate": "G1"}), "fields.q"),
    (form(OWN), form({**OWN, "skip": False}), "fields.q"),
    (form(OWN), form(OWN, gates={"fill": "G0", "show": "never"}), "gates.fill"),
    (
        form(OWN, gates={"fill": "G1", "show": "never", "clinician_opens": True}),
        form(OWN),
        "gates.clinician_opens",
    ),
]


@pytest.mark.parametrize(("before", "now", "place"), LOOSER)
def test_loosening_is_refused_with_its_place(
    before: dict[str, Any], now: dict[str, Any], place: str
) -> None:
    assert reasons(before, now) == [place]


@pytest.mark.parametrize(("now", "before", "_place"), LOOSER)
def test_tightening_is_not(now: dict[str, Any], before: dict[str, Any], _place: str) -> None:
    assert reasons(before, now) == []


def test_the_same_asked_anew_is_a_question_of_its_own() -> None:
    now = form(REVEAL)
    now["fields"] = [{**REVEAL, "key": "q_2"}]
    assert reasons(form(OWN), now) == []


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ({"who": "joint"}, "who"),
        ({"who": "reveal"}, "who"),
        ({"kind": "reading"}, "kind"),
        ({"needs": "sexual_content_consent", "gates": {"fill": "G1", "show": "G2"}}, "gates.fill"),
        ({"needs": "sexual_content_consent", "gates": {"fill": "G2", "show": "G1"}}, "gates.show"),
        ({"minutes": 0}, "minutes"),
        ({"fields": []}, "fields"),
    ],
)
def test_what_does_not_fit_as_a_whole(settings: dict[str, Any], place: str) -> None:
    assert [p.place for p in soundness.problems(form(OWN, **settings))] == [place]


def test_what_both_write_never_opens_at_once() -> None:
    wrong = form(JOINT, gates={"fill": "G0", "show": "G1"})
    assert [p.place for p in soundness.problems(wrong)] == ["gates.fill"]


@pytest.mark.parametrize("visibility", ["own", "reveal"])
def test_nothing_private_stands_on_a_form_of_both(visibility: str) -> None:
    wrong = form({**FIELD, "visibility": visibility, "stage": "together"})
    problems = soundness.problems(wrong)
    assert [p.place for p in problems] == ["fields.q"]
    assert "on one form both would read it" in problems[0].reason
