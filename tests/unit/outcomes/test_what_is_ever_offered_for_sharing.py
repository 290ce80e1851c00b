from __future__ import annotations

import pytest

from practice.caseload.rules import NotOpen
from practice.measures import registry
from practice.outcomes import rules

NEVER = {"phq-9", "gad-7", "ors", "hits", "e-hits", "ecr-s", "ders-16", "cpq-sf"}


@pytest.mark.parametrize("is_open", [True, False])
def test_mood_risk_and_attachment_are_never_offered(is_open: bool) -> None:
    assert not NEVER & set(rules.offered(sexual_work_open=is_open))


def test_sexual_measures_are_offered_only_while_that_work_is_open() -> None:
    assert not set(rules.SEXUAL) & set(rules.offered(sexual_work_open=False))
    assert set(rules.SEXUAL) <= set(rules.offered(sexual_work_open=True))


def test_every_measure_is_either_offered_or_never() -> None:
    held = {measure.id for measure in registry.all_measures()}
    assert held == NEVER | (set(rules.offered(sexual_work_open=True)) - {rules.GOALS})


def test_asking_for_what_is_not_offered_is_refused() -> None:
    for measure_id in (*sorted(NEVER), "gmsex", "", "no such thing"):
        with pytest.raises(NotOpen):
            rules.check_offered(measure_id, sexual_work_open=False)
