"""The couple's status: behind a click, decided with a reason by the treating clinician alone, told to nobody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from practice.audit import services as audit
from practice.caseload import queries, services
from practice.extensions import db
from practice.lib import clock
from practice.safety.models import SafetyCheck
from tests.factories.house import House, Visitor

REASON = "Each seen alone on two days; neither is afraid."


@pytest.fixture
def cleared(house: House, imani: Visitor, record: str) -> str:
    typed = {"status": "cleared", "rationale": REASON}
    assert imani.post(f"{record}/status", typed).status_code == 303
    return record


def test_every_case_starts_pending(house: House, imani: Visitor, record: str) -> None:
    page = imani.page(f"{record}/status")
    assert "<dd>Pending</dd>" in page
    assert "None yet." in page


def test_a_decision_needs_its_reason(house: House, imani: Visitor, record: str) -> None:
    answer = imani.post(f"{record}/status", {"status": "cleared"})
    assert answer.status_code == 422
    assert "Write why." in answer.text
    assert "There is a problem" in answer.text
    with house.reading():
        assert not house.case("imani").couple.shared_work_open


def test_a_reason_without_a_status_is_kept_on_the_page(
    house: House, imani: Visitor, record: str
) -> None:
    answer = imani.post(f"{record}/status", {"rationale": REASON})
    assert answer.status_code == 422
    assert REASON in answer.text


def test_clearing_opens_shared_work_and_is_kept_in_the_history(
    house: House, imani: Visitor, cleared: str
) -> None:
    page = imani.page(f"{cleared}/status")
    assert "Cleared for shared work" in page
    assert REASON in page
    assert "Dr. Imani Reyes" in page
    with house.reading():
        assert house.case("imani").couple.shared_work_open


def test_a_later_decision_closes_it_and_both_stay(
    house: House, imani: Visitor, cleared: str
) -> None:
    imani.post(f"{cleared}/status", {"status": "clarify", "rationale": "A question came up."})
    page = imani.page(f"{cleared}/status")
    assert page.index("A question came up.") < page.index(REASON)
    with house.reading():
        assert not house.case("imani").couple.shared_work_open


def test_only_one_re_screen_clock_runs(house: House, imani: Visitor, cleared: str) -> None:
    typed = {"status": "cleared", "rationale": "Seen again."}
    imani.post(f"{cleared}/status", typed)
    with clock.set_to(clock.now() + timedelta(days=services.RESCREEN_DAYS + 1)), house.reading():
        kinds = [item.reason["kind"] for item in queries.attention(house.case("imani"))]
    assert kinds.count("rescreen") == 1


@pytest.mark.parametrize("who", ["cotherapist", "cover", "supervisor"])
def test_others_of_the_care_team_read_it_and_do_not_decide(
    house: House, record: str, who: str
) -> None:
    visitor = house.visitor(who)
    assert "Decide the status" not in visitor.page(f"{record}/status")
    answer = visitor.post(f"{record}/status", {"status": "cleared", "rationale": REASON})
    assert answer.status_code == 403


def test_it_stands_nowhere_but_behind_its_click(house: House, imani: Visitor, cleared: str) -> None:
    for path in (cleared, cleared.removesuffix("/record"), "/caseload"):
        assert "Cleared" not in imani.page(path)


def test_sexual_work_needs_clearance_and_both_consents(
    house: House, imani: Visitor, cleared: str
) -> None:
    imani.post(f"{cleared}/status/sexual-work/open")
    assert "a current consent from each" in imani.page(f"{cleared}/status")
    for who in ("amara", "daniel"):
        with house.writing():
            case = house.case(who)
            services.sign(case, "sexual_content_consent", signed_name=who, by=case.actor)
    imani.post(f"{cleared}/status/sexual-work/open")
    with house.reading():
        assert house.case("imani").couple.sexual_work_open
    imani.post(f"{cleared}/status/sexual-work/close")
    with house.reading():
        assert not house.case("imani").couple.sexual_work_open


def test_the_higher_tier_of_the_two_is_suggested(house: House, imani: Visitor, record: str) -> None:
    assert "not everyone has answered yet" in imani.page(f"{record}/status")
    for who, tier in (("amara", 0), ("daniel", 2)):
        _check(house, who, tier)
    assert "Individual work only" in imani.page(f"{record}/status").split("Decide the status")[0]


def _check(house: House, who: str, tier: int) -> None:
    with house.writing():
        case = house.case(who)
        db.session.add(
            SafetyCheck(
                container_id=case.container(f"safety_{case.side}"),
                form_key=case.own.id,
                answers={"answers": {}, "tier": tier, "version": "1"},
            )
        )
        audit.record("private questions sent", by=case.actor, couple=case.id)
