from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.catalogue.fields import clean_answer
from practice.catalogue.forms import answers_from
from tests.unit.catalogue.answering import (
    answers_to,
    as_posted,
    every_field,
    form_over,
    named,
    one_of_each,
)


@pytest.mark.parametrize("pair", one_of_each(), ids=named)
@settings(max_examples=25)
@given(data=st.data())
def test_what_was_stored_comes_back_from_the_page_unchanged(pair: Any, data: st.DataObject) -> None:
    _, field = pair
    stored = {field.key: data.draw(answers_to(field))}
    shown = form_over(field, answers=stored)
    sent = form_over(field, posted=as_posted(shown))
    assert sent.validate(), sent.errors
    assert answers_from(sent) == stored
    assert as_posted(sent) == as_posted(shown)


@pytest.mark.parametrize("pair", one_of_each(), ids=named)
@settings(max_examples=20)
@given(data=st.data())
def test_autosaved_json_is_kept_as_it_is(pair: Any, data: st.DataObject) -> None:
    _, field = pair
    answer = data.draw(answers_to(field))
    assert clean_answer(field, json.loads(json.dumps(answer))) == answer


def test_an_empty_page_is_no_answer() -> None:
    for _, field in every_field():
        sent = form_over(field, posted={"another": "x"})
        assert sent.validate()
        assert answers_from(sent) == {}


@pytest.mark.parametrize("pair", one_of_each(), ids=named)
@settings(max_examples=2)
@given(data=st.data())
def test_an_emptied_page_does_not_bring_back_what_was_stored(
    pair: Any, data: st.DataObject
) -> None:
    _, field = pair
    stored = {field.key: data.draw(answers_to(field))}
    assert answers_from(form_over(field, answers=stored, posted={"another": "x"})) == {}
