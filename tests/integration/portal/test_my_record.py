from __future__ import annotations

from datetime import timedelta

from practice.caseload import queries
from practice.lib import clock
from practice.outcomes import queries as outcomes
from tests.factories.house import House


def test_the_record_names_the_care_team_and_who_sees_what(house: House) -> None:
    page = house.visitor("amara").page("/record")
    assert "Dr. Imani Reyes, your clinician" in page
    assert "Only you and your care team can read this." in page
    assert "Consent to this work" in page
    assert "Daniel" not in page


def test_contact_choices_are_kept_for_their_author_and_the_care_team(house: House) -> None:
    amara = house.visitor("amara")
    data = {"ways": ["call"], "details": "Work phone 07 000", "hours": "Tuesdays"}
    assert amara.post("/record/contact", data).status_code == 303
    assert "Work phone 07 000" in amara.page("/record")
    with house.reading():
        case = house.case("daniel")
        assert queries.safe_contact(case, "a") is None
    assert "Work phone" not in house.visitor("daniel").page("/record")


def test_sharing_choices_are_ones_own_and_can_be_taken_back(house: House) -> None:
    amara = house.visitor("amara")
    amara.post("/record/sharing", {"agreed": ["csi-16"]})
    with house.reading():
        chosen = {c.measure_id: c.agreed for c in outcomes.own_sharing(house.case("amara"))}
        assert chosen["csi-16"] is True
        assert all(c.agreed is None for c in outcomes.own_sharing(house.case("daniel")))
    amara.post("/record/sharing", {})
    with house.reading():
        chosen = {c.measure_id: c.agreed for c in outcomes.own_sharing(house.case("amara"))}
        assert chosen["csi-16"] is False


def test_choices_ask_for_proof_after_a_while(house: House) -> None:
    amara = house.visitor("amara")
    with clock.set_to(clock.now() + timedelta(minutes=10)):
        for path in ("/record/contact", "/record/sharing"):
            answer = amara.get(path)
            assert answer.status_code == 303
            assert "/prove" in answer.location
        assert amara.get("/record").status_code == 200


def test_together_is_kind_when_empty(house: House) -> None:
    assert "Nothing here yet." in house.visitor("amara").page("/together")


def test_staff_have_no_partner_pages(house: House) -> None:
    imani = house.visitor("imani")
    for path in ("/today", "/agreements", "/together", "/record", "/private-questions"):
        assert imani.get(path).status_code in (403, 404)


def test_a_partner_starts_at_today(house: House) -> None:
    assert house.visitor("amara").get("/").location == "/today"


def test_the_menu_leads_to_all_of_ones_own_pages(house: House) -> None:
    page = house.visitor("amara").page("/today")
    for path in ("/today", "/together", "/record", "/help"):
        assert f'href="{path}"' in page
