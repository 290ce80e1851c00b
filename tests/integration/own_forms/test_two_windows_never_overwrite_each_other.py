"""A save is made from what was seen: whoever saw less is told, keeps what was typed, and overwrites nothing unseen."""

from __future__ import annotations

import pytest

from tests.integration.own_forms.conftest import Builder, inputs


@pytest.fixture
def key(builder: Builder) -> str:
    return builder.add("short_text", prompt="As it was")


def test_a_question_saved_from_an_old_page_comes_back_with_what_was_typed(
    builder: Builder, key: str
) -> None:
    path = f"{builder.form}/questions/{key}"
    old_page = inputs(builder.visitor.page(path))
    assert builder.post(f"/questions/{key}", prompt="From the first window").status_code == 303
    late = builder.visitor.post(path, {**old_page, "prompt": "From the second window"})
    assert late.status_code == 409
    assert "From the second window" in late.text
    assert "It now reads: “From the first window”" in late.text
    assert "From the first window" in builder.page()
    once_more = builder.visitor.post(path, inputs(late.text))
    assert once_more.status_code == 303
    assert "From the second window" in builder.page()


def test_a_question_removed_elsewhere_comes_back_when_it_is_saved(
    builder: Builder, key: str
) -> None:
    path = f"{builder.form}/questions/{key}"
    old_page = inputs(builder.visitor.page(path))
    assert builder.post(f"/questions/{key}/remove").status_code == 303
    late = builder.visitor.post(path, {**old_page, "prompt": "Still wanted", "type": "short_text"})
    assert late.status_code == 409
    assert builder.visitor.post(path, inputs(late.text)).status_code == 303
    assert "Still wanted" in builder.page()


@pytest.mark.parametrize("act", ["up", "down", "double", "remove"])
def test_an_act_from_an_old_page_changes_nothing(builder: Builder, key: str, act: str) -> None:
    old = builder.revision
    builder.add("short_text", prompt="Added meanwhile")
    late = builder.visitor.post(f"{builder.form}/questions/{key}/{act}", {"revision": old})
    assert late.status_code == 409
    assert "changed elsewhere" in late.text
    page = builder.page()
    assert page.index("As it was") < page.index("Added meanwhile")


@pytest.mark.parametrize("act", ["publish", "discard"])
def test_nothing_unseen_is_published_or_discarded(builder: Builder, key: str, act: str) -> None:
    old = builder.revision
    builder.add("short_text", prompt="Added meanwhile")
    late = builder.visitor.post(f"{builder.form}/{act}", {"revision": old})
    assert late.status_code == 409
    assert "Draft, not published" in builder.page()


@pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 40, "²"])
def test_a_revision_that_is_none_is_an_old_one(builder: Builder, key: str, revision: str) -> None:
    sent = builder.post(f"/questions/{key}", revision=revision)
    assert sent.status_code == 409


def test_settings_and_scores_too(builder: Builder) -> None:
    builder.add("rating_0_10", prompt="How was it?")
    settings, score = builder.filled("/settings"), builder.filled("/scores/add")
    builder.add("short_text", prompt="Added meanwhile")
    late = builder.visitor.post(f"{builder.form}/settings", {**settings, "title": "Typed title"})
    assert late.status_code == 409
    assert "Typed title" in late.text
    more = {"label": "Typed score", "counted": ["how_was_it"]}
    late = builder.visitor.post(f"{builder.form}/scores/add", {**score, **more})
    assert late.status_code == 409
    assert "Typed score" in late.text
