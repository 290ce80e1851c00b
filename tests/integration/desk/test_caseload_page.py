"""The caseload: who needs the clinician, and why, in words; nothing about safety, nobody else's couples."""

from __future__ import annotations

from sqlalchemy import update

from practice.access.actor import Role
from practice.audit import services as audit
from practice.caseload import services
from practice.caseload.models import CareTeamMember
from practice.extensions import db
from practice.lib import clock
from tests.factories.house import House, Visitor
from tests.integration.desk.conftest import add_couples


def test_a_row_names_both_with_pronouns_and_the_reasons(busy: House, imani: Visitor) -> None:
    page = imani.page("/caseload")
    for words in (
        "Amara Okafor-Lindqvist",
        "she/her",
        "Daniel Lindqvist",
        "he/him",
        "A private item to read",
        "1 submission to read",
        "+2",
        "5 of 6",
    ):
        assert words in page
    assert "A reliable worsening" not in page


def test_pictures_say_in_words_what_they_show(busy: House, imani: Visitor) -> None:
    page = imani.page("/caseload")
    assert 'alt="CSI-16: Amara 38 to 52, Daniel 50 to 55"' in page
    assert 'alt="Daniel: 2 of 6"' in page


def test_those_who_need_most_come_first(house: House, imani: Visitor) -> None:
    add_couples(house, 2)
    with house.writing():
        case = house.case("imani")
        services.raise_attention(
            case.couple, kind="private", weight=services.WEIGHT_FIRST, source=case.id, by=case.actor
        )
    page = imani.page("/caseload")
    assert page.index("Amara Okafor-Lindqvist") < page.index("Anna 0")


def test_nothing_about_safety_stands_in_the_list(busy: House, imani: Visitor) -> None:
    with busy.writing():
        case = busy.case("imani")
        services.decide_status(case, services.Status.URGENT, rationale="seen today", by=case.actor)
    page = imani.page("/caseload").lower()
    for word in ("urgent", "tier", "safety", "clearance", "seen today", "individual work"):
        assert word not in page


def test_a_colleagues_couple_is_not_in_it(house: House, imani: Visitor) -> None:
    page = imani.page("/caseload?stage=all")
    assert "Rosa" not in page
    assert str(house.couples["rosa-meilin"]) not in page


def test_leaving_the_care_team_counts_at_once(house: House) -> None:

    cover = house.visitor("cover")
    path = f"/couples/{house.couples['amara-daniel']}"
    assert cover.get(path).status_code == 200
    with house.writing():
        who = house.people["cover"]
        db.session.execute(
            update(CareTeamMember)
            .where(CareTeamMember.user_id == who)
            .values(left_at=clock.now())
            .execution_options(synchronize_session=False)
        )
        audit.record("care team left", by=house.actor("imani"), subject=who)
    assert cover.get(path).status_code == 404
    assert "Amara" not in cover.page("/caseload")


def test_stages_filter_and_unknown_ones_are_not_there(house: House, imani: Visitor) -> None:
    assert "Amara" in imani.page("/caseload?stage=new")
    assert "No couples at this stage" in imani.page("/caseload?stage=closed")
    assert imani.get("/caseload?stage=secret").status_code == 404


def test_long_lists_come_in_pages(house: House, imani: Visitor) -> None:
    add_couples(house, 29)
    first, second = imani.page("/caseload"), imani.page("/caseload?page=2")
    assert first.count("data-row") == 25
    assert second.count("data-row") == 5
    assert "Page 1 of 2" in first
    assert 'rel="prev"' in second
    assert imani.page("/caseload?page=99").count("data-row") == 5


def test_an_empty_caseload_says_how_to_begin(house: House) -> None:
    with house.writing():
        house.add_person("newcomer", Role.CLINICIAN, "Dr. New")
    page = house.visitor("newcomer").page("/caseload")
    assert "Open a case for two people to begin." in page


def test_a_supervisor_sees_own_cases_and_opens_none(house: House) -> None:
    page = house.visitor("supervisor").page("/caseload")
    assert "Amara" in page
    assert "Open a case" not in page
