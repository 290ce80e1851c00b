"""Tokens and codes: random, never stored, and easy to say on the telephone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.lib import tokens


def test_a_token_is_long_and_new_each_time() -> None:
    made = {tokens.new_token() for _ in range(1000)}
    assert len(made) == 1000
    assert {len(token) for token in made} == {43}


def test_only_its_digest_can_be_stored() -> None:
    token = tokens.new_token()
    assert len(tokens.digest(token)) == 32
    assert token.encode() not in tokens.digest(token)


@given(st.text(st.characters(exclude_categories=[])))
def test_whatever_comes_in_an_address_has_a_digest(text: str) -> None:
    assert len(tokens.digest(text)) == 32


def test_a_code_has_no_signs_that_are_mistaken_for_others() -> None:
    made = "".join(tokens.new_code() for _ in range(500))
    assert not set("ILO01U") & set(made)


@pytest.mark.parametrize("typed", ["abcd-2345", "ABCD 2345", " abcd2345 ", "ab cd 23 45"])
def test_a_code_may_be_typed_as_people_type(typed: str) -> None:
    assert tokens.normalise_code(typed) == "ABCD2345"
