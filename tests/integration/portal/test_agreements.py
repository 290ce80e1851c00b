from __future__ import annotations

from practice.caseload import queries
from tests.factories.house import House

SIGN = {"has_read": "y", "signed_name": "Nora Berg"}


def test_ones_own_signatures_open_ones_own_forms(new_couple: House) -> None:
    nora = new_couple.visitor("nora")
    assert "Agreements to read" in nora.page("/today")
    nora.post("/agreements/informed_consent", SIGN)
    nora.post("/agreements/no_secrets", SIGN)
    assert "Agreements to read" not in nora.page("/today")
    with new_couple.reading():
        assert queries.agreements_of(new_couple.case("nora"), "a").forms_open
        case = new_couple.case("ilse")
        assert not queries.agreements_of(case, case.side).forms_open


def test_signing_needs_the_tick_and_the_name(new_couple: House) -> None:
    nora = new_couple.visitor("nora")
    refused = nora.post("/agreements/informed_consent", {"signed_name": "Nora Berg"})
    assert refused.status_code == 422
    assert "Tick this once you have read the text." in refused.text
    assert "Nora Berg" in refused.text
    assert nora.post("/agreements/informed_consent", {"has_read": "y"}).status_code == 422


def test_signing_twice_is_signing_once(new_couple: House) -> None:
    nora = new_couple.visitor("nora")
    for _ in range(2):
        assert nora.post("/agreements/informed_consent", SIGN).status_code == 303
    with new_couple.reading():
        assert len(queries.signatures(new_couple.case("nora"), "a")) == 1


def test_the_whole_text_stands_there_with_its_gaps_filled(new_couple: House) -> None:
    page = new_couple.visitor("nora").page("/agreements/informed_consent")
    assert "24. Your right to withdraw" in page
    assert "Dr. Imani Reyes" in page
    assert "{" not in page


def test_a_policy_says_in_force_and_never_who_has_signed(house: House, new_couple: House) -> None:
    assert "In force" in house.visitor("amara").page("/agreements")
    nora = new_couple.visitor("nora")
    nora.post("/agreements/no_secrets", SIGN)
    page = nora.page("/agreements")
    assert "Not yet in force" in page
    assert "Ilse" not in page


def test_rather_talking_looks_like_not_yet_signed(new_couple: House) -> None:
    nora = new_couple.visitor("nora")
    nora.page("/agreements")
    before = nora.page("/agreements")
    nora.post("/agreements/informed_consent/talk")
    nora.page("/agreements")
    assert nora.page("/agreements").count("You have not signed this yet.") == before.count(
        "You have not signed this yet."
    )


def test_rather_talking_reaches_the_care_team_alone(new_couple: House) -> None:
    new_couple.visitor("nora").post("/agreements/informed_consent/talk")
    path = f"/couples/{new_couple.couples['nora-ilse']}/record/safety"
    page = new_couple.visitor("imani").page(path)
    assert "Nora Berg would rather talk about “Consent to this work” first." in page


def test_what_was_taken_back_counts_no_more(new_couple: House) -> None:
    nora = new_couple.visitor("nora")
    nora.post("/agreements/informed_consent", SIGN)
    nora.post("/agreements/informed_consent/take-back")
    assert "You have not signed this yet." in nora.page("/agreements")
    assert "Taken back" in nora.page("/record")
    path = f"/couples/{new_couple.couples['nora-ilse']}/record/safety"
    assert "Nora Berg took back “Consent to this work”." in new_couple.visitor("imani").page(path)


def test_a_text_that_is_not_offered_is_not_found(new_couple: House) -> None:
    nora = new_couple.visitor("nora")
    assert nora.get("/agreements/limited_secrets").status_code == 404
    assert nora.post("/agreements/limited_secrets", SIGN).status_code == 404
    assert nora.get("/agreements/nonsense").status_code == 404
