from __future__ import annotations

import pytest

from practice.catalogue.definition import Flow, Kind
from practice.catalogue.loading import load_definitions
from practice.intake import rules
from practice.intake.rules import Progress

SECTIONS = {d.code: d for d in load_definitions().values() if d.kind is Kind.INTAKE}


@pytest.mark.parametrize(
    ("is_sent", "is_drafted", "expected"),
    [
        (False, False, Progress.NOT_STARTED),
        (False, True, Progress.IN_PROGRESS),
        (True, False, Progress.DONE),
        (True, True, Progress.IN_PROGRESS),
    ],
)
def test_a_begun_correction_is_in_progress_again(
    is_sent: bool, is_drafted: bool, expected: Progress
) -> None:
    assert rules.progress(is_sent=is_sent, is_drafted=is_drafted) is expected


def test_sections_are_read_part_by_part_and_in_each_by_number() -> None:
    codes = [d.code for d in rules.in_order(SECTIONS.values())]
    assert codes[:4] == ["IN-1", "IN-2", "IN-3", "IN-4"]
    assert codes[4:8] == ["IN-5", "IN-7", "IN-18", "IN-19"]
    assert codes[-1] == "IN-16"


def test_everything_but_the_private_questions_is_a_form() -> None:
    assert [c for c, d in SECTIONS.items() if not rules.is_a_form(d)] == ["IN-3"]


def test_two_sections_lead_to_pages_of_their_own() -> None:
    flows = {c: rules.flow_of(d) for c, d in SECTIONS.items() if rules.flow_of(d)}
    assert flows == {"IN-2": Flow.AGREEMENTS, "IN-3": Flow.SAFETY_CHECK}


def test_only_the_section_that_asks_for_age_cannot_be_left_out() -> None:
    forms = {c: d for c, d in SECTIONS.items() if rules.is_a_form(d)}
    assert [c for c, d in forms.items() if not rules.can_be_left_out(d)] == ["IN-1"]


def test_leaving_out_says_of_each_question_that_one_would_rather_not() -> None:
    assert rules.left_out(["a", "b"]) == {"a": {"skipped": True}, "b": {"skipped": True}}


def test_every_part_has_a_name() -> None:
    assert set(rules.STAGES) == {d.stage for d in SECTIONS.values()}
    assert set(rules.STAGES) >= rules.FIRST_STAGES
