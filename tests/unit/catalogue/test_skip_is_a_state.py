from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue.definition import Visibility
from practice.catalogue.fields import AnswerInvalid, clean_answer, display, is_answered
from practice.catalogue.forms import answers_from, set_aside_from
from practice.catalogue.loading import load_definitions
from tests.unit.catalogue.answering import as_posted, form_over, named, one_of_each

SKIPPED = {"skipped": True}
SKIPPABLE = [pair for pair in one_of_each() if pair[1].visibility is not Visibility.CLIN]
HELPS = load_definitions()["er-overwhelm-signals"].field("helps")


@pytest.mark.parametrize("pair", SKIPPABLE, ids=named)
def test_skipping_is_kept_shown_again_and_is_not_an_answer(pair: Any) -> None:
    _, field = pair
    form = form_over(field, posted={f"{field.key}__skip": "y"})
    assert form.validate()
    assert answers_from(form) == {field.key: SKIPPED}
    again = form_over(field, answers={field.key: SKIPPED})
    assert again.skip_ticked(field)
    assert answers_from(form_over(field, posted=as_posted(again))) == {field.key: SKIPPED}
    assert not is_answered(field, SKIPPED)
    assert display(field, SKIPPED).kind == "skipped"  # type: ignore[union-attr]
    assert clean_answer(field, SKIPPED) == SKIPPED


def test_skip_wins_over_typed_words_and_nothing_is_lost() -> None:
    form = form_over(HELPS, posted={"helps": "A long walk", "helps__skip": "y"})
    assert form.validate()
    assert answers_from(form) == {"helps": SKIPPED}
    assert set_aside_from(form) == {"helps": "A long walk"}
    assert form.holds_aside(HELPS)
    again = form_over(HELPS, answers={"helps": SKIPPED}, set_aside={"helps": "A long walk"})
    assert again.holds_aside(HELPS)
    unticked = form_over(HELPS, posted={"helps": again["helps"].data})
    assert answers_from(unticked) == {"helps": "A long walk"}


def test_skip_wins_over_typed_words_that_are_wrong() -> None:
    form = form_over(HELPS, posted={"helps": "x" * 20_001, "helps__skip": "y"})
    assert form.validate()
    assert answers_from(form) == {"helps": SKIPPED}
    assert set_aside_from(form) == {}


def test_skipping_alone_sets_nothing_aside() -> None:
    form = form_over(HELPS, posted={"helps": "", "helps__skip": "y"})
    assert not form.holds_aside(HELPS)


def test_the_clinicians_rating_cannot_be_skipped() -> None:
    readiness = load_definitions()["cc-softer-reach"].field("readiness")
    assert "readiness__skip" not in form_over(readiness)
    with pytest.raises(AnswerInvalid):
        clean_answer(readiness, SKIPPED)


@pytest.mark.parametrize("extra", ["kept", "note"])
def test_nothing_can_be_smuggled_in_with_a_skip(extra: str) -> None:
    with pytest.raises(AnswerInvalid):
        clean_answer(HELPS, {**SKIPPED, extra: "words"})
