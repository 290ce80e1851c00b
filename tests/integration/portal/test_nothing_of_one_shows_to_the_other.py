"""SECURITY I1: whatever one partner signs, declines, takes back, answers or chooses, the other's pages stay the same to the byte."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from practice.safety.rules import private_check
from tests.factories.house import House, Visitor

Act = Callable[[Visitor], None]
ALL_NO = {q.key: "no" for q in private_check().questions if not q.in_words} | {"s15": "yes"}


def sign(visitor: Visitor, text: str) -> None:
    done = visitor.post(f"/agreements/{text}", {"has_read": "y", "signed_name": "Nora Berg"})
    assert done.status_code == 303


def consent(visitor: Visitor) -> None:
    sign(visitor, "informed_consent")


def sign_everything(visitor: Visitor) -> None:
    for text in ("informed_consent", "no_secrets", "sexual_content_consent"):
        sign(visitor, text)


def decline(visitor: Visitor) -> None:
    for text in ("informed_consent", "no_secrets", "sexual_content_consent"):
        assert visitor.post(f"/agreements/{text}/talk").status_code == 303


def take_back(visitor: Visitor) -> None:
    sign_everything(visitor)
    for text in ("informed_consent", "no_secrets", "sexual_content_consent"):
        assert visitor.post(f"/agreements/{text}/take-back").status_code == 303


def answers(given: dict[str, str], last: str = "send") -> Act:
    def act(visitor: Visitor) -> None:
        consent(visitor)
        visitor.post("/before-you-go-on")
        for part in private_check().parts:
            data: dict[str, Any] = {q.key: given[q.key] for q in part.questions if q.key in given}
            assert visitor.post(f"/private-questions/part/{part.key}", data).status_code == 303
        if last == "save":
            return
        page = visitor.page("/private-questions/check")
        key = page.split('name="form_key"')[1].split('value="')[1].split('"')[0]
        done = visitor.post(f"/private-questions/{last}", {"form_key": key})
        assert done.status_code == 303

    return act


def choose(visitor: Visitor) -> None:
    sign_everything(visitor)
    told = visitor.post("/record/contact", {"ways": ["call"], "details": "07 000"})
    assert told.status_code == 303
    assert visitor.post("/record/sharing", {"agreed": ["csi-16", "gas"]}).status_code == 303


ACTS: dict[str, Act] = {
    "consents": consent,
    "signs everything": sign_everything,
    "would rather talk": decline,
    "takes everything back": take_back,
    "tier 0": answers(ALL_NO),
    "tier 2": answers(ALL_NO | {"s01": "yes"}),
    "tier 3": answers(ALL_NO | {"s09": "yes"}),
    "in danger now": answers(ALL_NO | {"today": "yes", "s17": "Only by letter"}),
    "skips everything": answers({}),
    "saves and goes": answers(ALL_NO, "save"),
    "discards": answers(ALL_NO, "discard"),
    "chooses": choose,
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("signed", [False, True], ids=["before signing", "after signing"])
def test_the_pages_of_the_other_stay_the_same(
    new_couple: House, all_pages: Callable[[Visitor], Any], act: str, signed: bool
) -> None:
    nora, ilse = new_couple.visitor("nora"), new_couple.visitor("ilse")
    if signed:
        sign_everything(ilse)
        ilse.post("/before-you-go-on")
    # The first page after an own act says that it was done.
    ilse.page("/today")
    before = all_pages(ilse)
    ACTS[act](nora)
    assert all_pages(ilse) == before
