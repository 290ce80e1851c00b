"""Text: what people write is kept to the letter; only what no database can keep is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.lib.text import TextRefused, clean, clean_name, fold_sign_in_name, keepable

KEEPABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"))


@given(KEEPABLE)
def test_all_else_is_kept_exactly(text: str) -> None:
    assert clean(text) == text


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(keepable(text))
    assert clean(once) == once


@given(st.text(st.characters(exclude_categories=[])))
def test_what_can_be_kept_is_never_refused(text: str) -> None:
    clean(keepable(text)).encode()


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\ud800", "a\udfffb", "\udc00\ud800"])
def test_what_no_database_keeps_is_refused(text: str) -> None:
    with pytest.raises(TextRefused):
        clean(text)
    assert "\x00" not in keepable(text)


@pytest.mark.parametrize(
    "text", ["👩‍❤️‍👩", "שלום", "e\u0301", "你好", "  spaces  ", "\tand\ttabs\n"]
)
def test_every_script_is_kept(text: str) -> None:
    assert clean(text) == text


def test_line_ends_are_of_one_kind() -> None:
    assert clean("one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_a_name_is_one_line_that_reads_forwards() -> None:
    assert clean_name("  Amara\u202e \n Okafor  ") == "Amara Okafor"


@pytest.mark.parametrize("other", ["AMARA", " amara ", "ａｍａｒａ", "Amara\u202e"])
def test_two_names_that_look_alike_are_the_same(other: str) -> None:
    assert fold_sign_in_name(other) == fold_sign_in_name("amara")
