from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from practice.catalogue.definition import Gate
from practice.responses import rules
from practice.responses.rules import Facts

SENT = datetime(2026, 3, 2, 18, tzinfo=UTC)
FINE = Facts(
    submitted=(SENT, SENT - timedelta(days=3)),
    gates=frozenset({Gate.G0, Gate.G1}),
    show_gate=Gate.G1,
    is_held=False,
    anything_left=True,
)
IN_TIME = SENT + timedelta(hours=24)


def test_it_can_be_shown_a_day_after_the_later_one() -> None:
    assert rules.reasons_against(FINE, IN_TIME) == []
    (reason,) = rules.reasons_against(FINE, IN_TIME - timedelta(seconds=1))
    assert "24 hours" in reason


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (replace(FINE, submitted=(SENT, None)), "Not everyone"),
        (replace(FINE, submitted=()), "Not everyone"),
        (replace(FINE, gates=frozenset({Gate.G0})), "closed"),
        (replace(FINE, show_gate=Gate.G2), "closed"),
        (replace(FINE, show_gate=Gate.NEVER), "closed"),
        (replace(FINE, is_held=True), "private answer"),
        (replace(FINE, anything_left=False), "Nothing is left"),
    ],
)
def test_each_reason_alone_speaks_against_it(facts: Facts, words: str) -> None:
    (reason,) = rules.reasons_against(facts, IN_TIME)
    assert words in reason


@pytest.mark.parametrize(
    ("shared", "sexual", "consents", "open_gates"),
    [
        (False, False, True, {Gate.G0}),
        (False, True, True, {Gate.G0}),
        (True, False, True, {Gate.G0, Gate.G1}),
        (True, True, False, {Gate.G0, Gate.G1}),
        (True, True, True, {Gate.G0, Gate.G1, Gate.G2}),
    ],
)
def test_sexual_content_needs_the_opening_and_both_consents(
    shared: bool, sexual: bool, consents: bool, open_gates: set[Gate]
) -> None:
    found = rules.open_gates(
        shared_work_open=shared, sexual_work_open=sexual, both_consented=consents
    )
    assert found == open_gates
