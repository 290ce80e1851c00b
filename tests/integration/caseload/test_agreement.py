"""The agreement between the two: proposed, signed by each alone, and in force by the clinician's act."""

from __future__ import annotations

from practice.caseload import services
from tests.factories.house import House


def _sign(house: House, who: str, text: str) -> None:
    with house.writing():
        services.sign(house.case(who), text, signed_name=who, by=house.actor(who))


def test_a_new_proposal_leaves_the_one_in_force(house: House, record: str) -> None:
    imani = house.visitor("imani")
    answer = imani.post(f"{record}/agreement", {"policy": "confidential_individual"})
    assert answer.status_code == 303
    page = imani.page(record)
    assert "Not yet in force; until then: No-secrets agreement" in page
    assert "No-secrets agreement" in imani.page(record.removesuffix("/record"))


def test_one_signature_is_not_enough(house: House, record: str) -> None:
    imani = house.visitor("imani")
    imani.post(f"{record}/agreement", {"policy": "confidential_individual"})
    _sign(house, "amara", "confidential_individual")
    assert "Put in force" not in imani.page(record)
    imani.post(f"{record}/agreement/in-force")
    assert "Both signatures are needed first." in imani.page(record)


def test_both_signatures_wait_for_the_clinicians_act(house: House, record: str) -> None:
    imani = house.visitor("imani")
    imani.post(f"{record}/agreement", {"policy": "confidential_individual"})
    for who in ("amara", "daniel"):
        _sign(house, who, "confidential_individual")
    page = imani.page(record)
    assert "Both have signed. It holds once you put it in force." in page
    imani.post(f"{record}/agreement/in-force")
    assert "In force since" in imani.page(record)


def test_a_co_therapist_cannot_change_it(house: House, record: str) -> None:
    co_therapist = house.visitor("cotherapist")
    answer = co_therapist.post(f"{record}/agreement", {"policy": "confidential_individual"})
    assert answer.status_code == 403
    assert "Propose another" not in co_therapist.page(record)


def test_consents_stand_with_their_dates(house: House, record: str) -> None:
    page = house.visitor("imani").page(record)
    assert page.count("Signed ") == 4
    assert page.count("Not signed") == 2


def test_a_consent_taken_back_reads_so(house: House, record: str) -> None:
    _sign(house, "amara", "sexual_content_consent")
    with house.writing():
        case = house.case("amara")
        services.revoke_signature(case, "sexual_content_consent", by=case.actor)
    assert "Taken back on " in house.visitor("imani").page(record)
