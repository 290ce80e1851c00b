"""One answer: who may read it, by its visibility and by how far the exercise has come (clinical workflow D8)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.access.decide import can_read_answer

STAGES = ("alone", "submitted", "released", "together", "signed")
VISIBILITIES = ("private", "reveal", "joint", "clin")
stages, visibilities = st.sampled_from(STAGES), st.sampled_from(VISIBILITIES)


@given(stages, st.booleans())
def test_what_the_clinician_notes_is_read_by_the_care_team_alone(stage: str, kept: bool) -> None:
    readers = [
        reader
        for reader in ("author", "partner", "care_team")
        if can_read_answer("clin", reader, stage, kept_back=kept)
    ]
    assert readers == ["care_team"]


@given(st.sampled_from(("private", "reveal", "joint")), stages, st.booleans())
def test_authors_and_the_care_team_read_their_answers(
    visibility: str, stage: str, kept: bool
) -> None:
    for reader in ("author", "care_team"):
        assert can_read_answer(visibility, reader, stage, kept_back=kept)


@given(stages, st.booleans())
def test_a_private_answer_is_never_the_partners(stage: str, kept: bool) -> None:
    assert not can_read_answer("private", "partner", stage, kept_back=kept)


@given(visibilities, st.sampled_from(("alone", "submitted")), st.booleans())
def test_before_the_release_nothing_is_the_partners(
    visibility: str, stage: str, kept: bool
) -> None:
    assert not can_read_answer(visibility, "partner", stage, kept_back=kept)


@given(stages)
def test_what_is_kept_back_is_never_the_partners(stage: str) -> None:
    assert not can_read_answer("reveal", "partner", stage, kept_back=True)


@pytest.mark.parametrize("stage", ["released", "together"])
def test_what_was_meant_to_be_shown_is_the_partners_after_the_release(stage: str) -> None:
    assert can_read_answer("reveal", "partner", stage)


@pytest.mark.parametrize("stage", ["together", "signed"])
def test_what_both_write_is_both_partners(stage: str) -> None:
    assert can_read_answer("joint", "partner", stage)


@given(st.text(), stages)
def test_a_visibility_that_nobody_knows_shows_nothing(visibility: str, stage: str) -> None:
    if visibility not in VISIBILITIES:
        assert not can_read_answer(visibility, "partner", stage)
