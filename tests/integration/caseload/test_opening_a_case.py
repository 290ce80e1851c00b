"""Opening a case: two people, one agreement proposed, and what to do next."""

from __future__ import annotations

import re

from tests.factories.house import House

TYPED = {
    "name_a": "Hana Novák",
    "pronouns_a": "she/her",
    "name_b": "Jo Blake",
    "pronouns_b": "",
    "policy": "limited_secrets",
}


def test_a_case_opens_and_says_what_next(house: House) -> None:
    imani = house.visitor("imani")
    answer = imani.post("/caseload/new", TYPED)
    assert answer.status_code == 303
    page = imani.page(answer.location)
    assert "Now invite each partner, one at a time." in page
    assert "Limited-secrets agreement" in page
    assert "Not yet in force" in page
    assert "Hana Novák" in imani.page("/caseload")


def test_a_missing_name_is_said_and_the_rest_is_kept(house: House) -> None:
    answer = house.visitor("imani").post("/caseload/new", {**TYPED, "name_b": "   "})
    assert answer.status_code == 422
    assert "<title>Error: Open a case" in answer.text
    assert '<a href="#name_b">Enter the name of the second person.</a>' in answer.text
    assert 'value="Hana Novák"' in answer.text
    assert re.search(r'<input [^>]*checked [^>]*value="limited_secrets"', answer.text)


def test_an_unknown_agreement_is_refused(house: House) -> None:
    answer = house.visitor("imani").post("/caseload/new", {**TYPED, "policy": "all_open"})
    assert answer.status_code == 422


def test_each_agreement_stands_with_its_line(house: House) -> None:
    page = house.visitor("imani").page("/caseload/new")
    assert "What you say alone stays between you and your care team." in page


def test_only_a_clinician_opens_cases(house: House) -> None:
    assert house.visitor("supervisor").get("/caseload/new").status_code == 403
    assert house.visitor("administrator").get("/caseload/new").status_code == 403
    assert house.visitor("amara").get("/caseload/new").status_code == 404
