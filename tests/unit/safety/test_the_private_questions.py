from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from practice.measures.safety_check import QUESTIONS, Tier
from practice.safety.rules import SKIPPED, is_due, is_heavy, private_check, tier_of

NOW = datetime(2026, 3, 1, tzinfo=UTC)
CHOICE = [q.key for q in private_check().questions if not q.in_words]


def test_the_data_file_asks_what_the_tier_is_made_of() -> None:
    assert tuple(q.key for q in private_check().questions) == QUESTIONS


def test_pages_hold_about_five_questions() -> None:
    assert [len(part.questions) for part in private_check().parts] == [5, 5, 5, 3]


@given(
    st.dictionaries(
        st.sampled_from(CHOICE),
        st.sampled_from([*(value for value, _ in private_check().options), SKIPPED]),
    ),
    st.text(max_size=50),
)
def test_every_answer_the_form_can_give_has_a_tier(answers: dict[str, object], words: str) -> None:
    assert tier_of({**answers, "s17": words}) in Tier


def test_the_questions_are_due_at_first_and_every_ninety_days() -> None:
    assert is_due(None, NOW)
    assert not is_due(NOW - timedelta(days=89), NOW)
    assert is_due(NOW - timedelta(days=90), NOW)


def test_only_the_urgent_go_before_everything() -> None:
    assert [tier for tier in Tier if is_heavy(tier)] == [Tier.URGENT]
