from __future__ import annotations

import pytest
from hypothesis import given

from practice.catalogue.fields import AnswerInvalid, clean_answer
from practice.catalogue.forms import answers_from
from tests.unit.catalogue.answering import WORDS, exercise_of, form_over, question

SHORT, LONG, DAY = exercise_of(
    question("a"), question("b", "long_text"), question("c", "date")
).fields


@given(WORDS)
def test_every_sign_is_kept(text: str) -> None:
    assert clean_answer(LONG, text) == text


@pytest.mark.parametrize("field", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "x\udfff"])
def test_what_no_database_can_keep_is_refused(field: object, text: str) -> None:
    with pytest.raises(AnswerInvalid):
        clean_answer(field, text)  # type: ignore[arg-type]
    form = form_over(SHORT, posted={"a": text})
    assert not form.validate()
    assert answers_from(form) == {}


@pytest.mark.parametrize("sent", ["a\r\nb", "a\rb", "a\nb"])
def test_line_breaks_become_one_kind(sent: str) -> None:
    assert clean_answer(LONG, sent) == "a\nb"


@pytest.mark.parametrize(("field", "limit"), [(SHORT, 500), (LONG, 20_000)], ids=["short", "long"])
def test_length_ends_where_it_says(field: object, limit: int) -> None:
    assert clean_answer(field, "é" * limit) == "é" * limit  # type: ignore[arg-type]
    with pytest.raises(AnswerInvalid, match="1 characters over"):
        clean_answer(field, "é" * (limit + 1))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_blank_is_no_answer(text: str) -> None:
    assert clean_answer(SHORT, text) is None


def test_spaces_around_words_are_the_writers_own() -> None:
    assert clean_answer(LONG, "  so  ") == "  so  "
