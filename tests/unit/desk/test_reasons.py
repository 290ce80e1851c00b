"""Why a couple needs its clinician, in words that name nobody and tell no private thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from practice.desk.presenters.reasons import KINDS, reasons


@dataclass
class Item:
    """An attention item as far as words need it."""

    kind: str
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def reason(self) -> dict[str, Any]:
        return {"kind": self.kind, **self.more}


def _words(*kinds: str) -> list[str]:
    return [r.words for r in reasons([Item(k) for k in kinds], strict=True)]


@pytest.mark.parametrize("n", [1, 2, 7])
def test_private_items_read_alike_however_many(n: int) -> None:
    assert _words(*["private"] * n) == ["A private item to read"]


def test_a_private_item_says_nothing_of_what_it_carries() -> None:
    told = Item("private", {"text_id": "sexual_content_consent", "side": "a"})
    assert [r.words for r in reasons([told], strict=True)] == ["A private item to read"]


def test_submissions_are_counted() -> None:
    assert _words("submission") == ["1 submission to read"]
    assert _words("submission", "private", "submission") == [
        "2 submissions to read",
        "A private item to read",
    ]


def test_the_order_of_the_items_is_kept() -> None:
    assert _words("rescreen", "overdue") == ["Re-screen due", "Homework overdue"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_plain_words(kind: str) -> None:
    [words] = _words(kind)
    assert words[0].isupper() or words[0].isdigit()
    assert "_" not in words
    assert "!" not in words


def test_an_unknown_kind_fails_in_tests() -> None:
    with pytest.raises(KeyError):
        reasons([Item("new_kind")], strict=True)


def test_an_unknown_kind_reads_plainly_in_production() -> None:
    [reason] = reasons([Item("new_kind")], strict=False)
    assert reason.words == "Something to look at"


@pytest.mark.parametrize("kind", ["private", "submission", "clearance", "rescreen", "joint"])
def test_what_is_read_or_decided_is_not_ticked_off(kind: str) -> None:
    [reason] = reasons([Item(kind)], strict=True)
    assert not reason.can_be_ticked_off
