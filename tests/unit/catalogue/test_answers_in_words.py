from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.catalogue.fields import AnswerView, ViewKind, display
from practice.catalogue.loading import load_definitions
from practice.catalogue.presenters import exercise_card, read_answers
from tests.unit.catalogue.answering import answers_to, named, one_of_each

D = load_definitions()


@pytest.mark.parametrize("pair", one_of_each(), ids=named)
@settings(max_examples=5)
@given(data=st.data())
def test_every_answer_has_words(pair: Any, data: st.DataObject) -> None:
    _, field = pair
    view = display(field, data.draw(answers_to(field)))
    assert view is not None
    assert view.text or view.items or view.rows or view.lines


@pytest.mark.parametrize(
    ("slug", "key", "answer", "view"),
    [
        (
            "er-feelings-log",
            "logged_on",
            "2026-03-12",
            AnswerView(ViewKind.TEXT, "Thu 12 March 2026"),
        ),
        ("er-feelings-log", "intensity", 0, AnswerView(ViewKind.TEXT, "0 out of 10")),
        ("er-feelings-log", "urge", "pull_away", AnswerView(ViewKind.TEXT, "Pull away")),
        ("er-feelings-log", "feeling", ["on_edge"], AnswerView(ViewKind.ITEMS, items=("On edge",))),
        ("er-overwhelm-signals", "recovery_minutes", 20, AnswerView(ViewKind.TEXT, "20 minutes")),
        ("cc-timeout-agreement", "agreed", True, AnswerView(ViewKind.TEXT, "Agreed")),
        (
            "ib-balance-wheel",
            "now",
            {"mental": "10"},
            AnswerView(ViewKind.ROWS, rows=(("Mental", "10 (Very close)"),)),
        ),
        (
            "cc-softer-reach",
            "readiness",
            {"risk_of_rebuff": 2},
            AnswerView(ViewKind.ROWS, rows=(("Risk of rebuff", "2 of 2"),)),
        ),
        (
            "er-overwhelm-signals",
            "triggers",
            [{"situation": "Late"}, {"charge": 0}],
            AnswerView(
                ViewKind.TABLE,
                columns=("Situation", "Charge, 0 to 10"),
                lines=(("Late", ""), ("", "0")),
            ),
        ),
    ],
)
def test_answers_are_read_as_labels(slug: str, key: str, answer: Any, view: AnswerView) -> None:
    assert display(D[slug].field(key), answer) == view


def test_answers_are_read_in_the_order_asked() -> None:
    exercise = D["er-feelings-log"]
    read = read_answers(exercise.fields, {"after": 1, "moment": "Supper"}, with_unanswered=False)
    assert [one.key for one in read] == ["moment", "after"]
    assert len(read_answers(exercise.fields, {})) == 9
    assert all(one.view is None for one in read_answers(exercise.fields, {}))


def test_every_exercise_has_a_card() -> None:
    cards = [exercise_card(exercise) for exercise in D.values()]
    assert all(card.who and card.opens and card.minutes for card in cards)
    assert {card.slug for card in cards if card.opened_by_clinician} >= {
        "cc-softer-reach",
        "sc-touch-steps",
    }
