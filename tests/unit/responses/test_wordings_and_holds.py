from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from practice.measures.exercises.registry import scorer_for
from practice.responses import rules

NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)
VERSION = uuid4()
answers = st.dictionaries(st.sampled_from("abc"), st.text(max_size=5) | st.integers(), max_size=3)


@given(answers, answers)
def test_a_wording_is_the_same_exactly_when_the_answers_are(one: dict, other: dict) -> None:  # type: ignore[type-arg]
    same = rules.wording_of(VERSION, "once", one) == rules.wording_of(VERSION, "once", other)
    assert same == (one == other)


def test_another_round_is_another_wording() -> None:
    assert rules.wording_of(VERSION, "1", {}) != rules.wording_of(VERSION, "2", {})


def test_a_form_is_held_until_the_hold_ends() -> None:
    until = NOW + rules.HOLD
    assert rules.is_held_elsewhere(b"other", until, b"me", NOW)
    assert not rules.is_held_elsewhere(b"me", until, b"me", NOW)
    assert not rules.is_held_elsewhere(b"other", until, b"me", until)
    assert not rules.is_held_elsewhere(None, None, b"me", NOW)
    assert rules.HOLD.total_seconds() == 120


def test_figures_are_kept_and_read_back_unchanged() -> None:
    given_answers = {"max_hours": 2, "return": "Amara starts."}
    figures = scorer_for("cc-timeout-agreement").score_own(given_answers)
    assert rules.as_figures(rules.as_json(figures)) == figures
