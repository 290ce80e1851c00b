"""Anything in the library can be copied and changed; what was private in it stays so in the copy."""

from __future__ import annotations

import re

from tests.factories.house import House
from tests.integration.own_forms.conftest import Builder, problems


def test_the_library_leads_to_a_copy(house: House) -> None:
    visitor = house.visitor("imani")
    found = re.search(
        r'href="(/own-forms/new\?copy=[^"]+)"', visitor.page("/library/ci-weekly-pulse")
    )
    assert found
    page = visitor.page(found[1])
    assert re.search(r"<option selected[^>]*>[^<]*\(Check-ins\)", page)


def test_a_copy_is_its_own_form_and_keeps_what_was_private(house: House) -> None:
    visitor = house.visitor("imani")
    page = visitor.page("/own-forms/new?copy=ci-weekly-pulse")
    chosen = re.search(r'<option selected value="([^"]+)"', page)
    assert chosen
    copy = Builder(visitor).begin("Our pulse", copy_of=chosen[1])
    flagged = copy.post("/questions/pressure", visibility="reveal", protected=[])
    assert flagged.status_code == 422
    assert "make a new question instead" in " ".join(problems(flagged))
    assert copy.published() == "own-our-pulse"
    assert visitor.get("/library/ci-weekly-pulse").status_code == 200


def test_what_is_not_in_the_library_cannot_be_copied(house: House) -> None:
    visitor = house.visitor("imani")
    for chosen in ("x", "00000000-0000-4000-8000-000000000000"):
        sent = visitor.post("/own-forms/new", {"title": "Typed title", "copy_of": chosen})
        assert sent.status_code == 422
        assert "Typed title" in sent.text
