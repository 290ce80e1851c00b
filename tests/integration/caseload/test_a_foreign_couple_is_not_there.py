"""A couple of somebody else's caseload reads exactly like one that does not exist."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.factories.house import House

PAGES = ("", "/record", "/record/status", "/record/agreement", "/record/a/contact")
ACTS = (
    "/record/agreement",
    "/record/agreement/in-force",
    "/record/a/invitation",
    "/record/a/invitation/revoke",
    "/record/a/contact",
    "/record/status",
    "/record/status/sexual-work/open",
    "/record/status/sexual-work/close",
    "/attention",
)
STRANGERS = ("imani", "administrator", "officer", "amara", "rosa")


@pytest.mark.parametrize("who", STRANGERS)
@pytest.mark.parametrize("page", PAGES)
def test_pages(house: House, who: str, page: str) -> None:
    visitor = house.visitor(who)
    theirs = visitor.get(f"/couples/{house.couples['rosa-meilin']}{page}")
    nobodys = visitor.get(f"/couples/{uuid4()}{page}")
    assert (theirs.status_code, theirs.data) == (404, nobodys.data)


@pytest.mark.parametrize("act", ACTS)
def test_acts(house: House, act: str) -> None:
    visitor = house.visitor("imani")
    theirs = visitor.post(f"/couples/{house.couples['rosa-meilin']}{act}")
    nobodys = visitor.post(f"/couples/{uuid4()}{act}")
    assert (theirs.status_code, theirs.data) == (404, nobodys.data)
