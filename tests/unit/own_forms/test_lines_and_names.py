"""Names made from words stay when words change; lists come back as they were written; a draft changes one thing at a time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.own_forms.rules import drafting, lines
from practice.own_forms.rules.naming import named, slug_of, values_for

KEY = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
WORDS = st.text(max_size=80)


@given(WORDS, st.sets(st.sampled_from(["one", "add", "one_2", "question"])))
def test_a_name_is_always_one_that_a_file_may_hold(words: str, taken: set[str]) -> None:
    key = named(words, taken, otherwise="question")
    assert KEY.match(key)
    assert len(key) <= 60
    assert key not in taken
    assert key not in {"add", "skip", "shown", "row", "data"}


@given(WORDS)
def test_a_slug_too(words: str) -> None:
    assert re.fullmatch(r"own-[a-z0-9]+(-[a-z0-9]+)*", slug_of(words, {"own-form"}))


@given(st.lists(WORDS.map(str.strip).filter(bool), unique=True, max_size=8))
def test_values_are_unique_and_kept_with_their_labels(labels: list[str]) -> None:
    values = values_for(labels, (), otherwise="answer")
    assert len(set(values)) == len(values)
    before = list(zip(values, labels, strict=True))
    turned = list(reversed(labels))
    assert values_for(turned, before, otherwise="answer") == list(reversed(values))


def test_a_label_put_right_keeps_its_value() -> None:
    before = [("never", "Never"), ("oftn", "Oftn")]
    assert values_for(["Never", "Often"], before, otherwise="answer") == ["never", "oftn"]
    assert values_for(["Never", "Often", "More"], before, otherwise="answer") == [
        "never",
        "often",
        "more",
    ]


def test_lines_with_points_come_back() -> None:
    text = "Never = 0\nHalf = 0.5\nLess = -1\nNo points\na = b"
    options = lines.options_of(text)
    assert [o.get("score") for o in options] == [0, 0.5, -1, None, None]
    assert lines.written(options) == text
    assert lines.options_of(lines.written(options), options) == options


def test_numbering_counts_from_the_top_where_nothing_is_written() -> None:
    options = lines.options_of("Never\nOften = 5\nAlways", numbered=True)
    assert [o["score"] for o in options] == [0, 5, 2]


def test_feelings_come_back() -> None:
    groups = lines.groups_of("Angry: annoyed, furious\nGlad: moved")
    assert lines.groups_written(groups) == "Angry: annoyed, furious\nGlad: moved"
    assert lines.groups_of(lines.groups_written(groups), groups) == groups


def draft() -> drafting.Json:
    made = drafting.begun("own-form", "Form")
    for key in ("a", "b", "c"):
        made = drafting.with_question(made, {"key": key, "type": "rating_0_10", "prompt": key})
    score = {"key": "s", "items": [{"field": "a"}, {"field": "b"}]}
    part = {"key": "p", "part_of": "s", "items": [{"field": "b"}]}
    return drafting.with_score(drafting.with_score(made, score), part)


@pytest.mark.parametrize(
    ("key", "by", "order"), [("a", 1, "bac"), ("a", -1, "abc"), ("c", 1, "abc"), ("c", -1, "acb")]
)
def test_moving(key: str, by: int, order: str) -> None:
    assert drafting.keys_of(drafting.moved(draft(), key, by)) == list(order)


def test_a_question_taken_out_is_no_longer_counted() -> None:
    left = drafting.without_question(draft(), "b")
    assert [score["key"] for score in left["scores"]] == ["s"]
    assert left["scores"][0]["items"] == [{"field": "a"}]
    assert "scores" not in drafting.without_question(left, "a")


def test_a_score_taken_out_leaves_its_parts_alone() -> None:
    left = drafting.without_score(draft(), "s")
    assert left["scores"] == [{"key": "p", "items": [{"field": "b"}]}]


def test_a_guess_follows_what_is_guessed() -> None:
    choice = {"key": "x", "type": "single_choice", "prompt": "x", "options": ["old"]}
    guess = {"key": "y", "type": "predict", "prompt": "y", "guesses": "x", "shape": "single_choice"}
    made = drafting.with_question(drafting.with_question(draft(), choice), guess)
    changed = drafting.with_question(made, {**choice, "options": ["new"]})
    assert drafting.question(changed, "y")["options"] == ["new"]


def test_nothing_is_changed_in_place() -> None:
    before = draft()
    held = repr(before)
    for change in (drafting.duplicated, drafting.without_question, drafting.question):
        change(before, "a")
    drafting.moved(before, "a", 1)
    assert repr(before) == held
    with pytest.raises(drafting.NotThere):
        drafting.moved(before, "z", 1)
