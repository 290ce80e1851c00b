"""The privacy officer's page: who did what and when, without content, and whether the chain is whole."""

from __future__ import annotations

from datetime import timedelta

import pytest

from practice.caseload import services
from practice.caseload.models import Status
from practice.lib import clock
from tests.factories.house import House


def test_the_newest_events_and_the_verdict(house: House) -> None:
    page = house.visitor("officer").page("/audit")
    assert "The chain is whole" in page
    assert "Case opened" in page
    assert "Dr. Imani Reyes" in page


def test_it_holds_metadata_and_no_content(house: House) -> None:

    with house.writing():
        case = house.case("imani")
        services.decide_status(
            case, Status.URGENT, rationale="a reason nobody else reads", by=case.actor
        )
    page = house.visitor("officer").page("/audit")
    assert "Status decided" in page
    assert "a reason nobody else reads" not in page
    assert "urgent" not in page.lower()


def test_reading_it_needs_proof_of_who_is_there(house: House) -> None:
    officer = house.visitor("officer")
    with clock.set_to(clock.now() + timedelta(minutes=6)):
        assert officer.get("/audit").status_code == 303


@pytest.mark.parametrize(
    ("who", "status"), [("imani", 403), ("administrator", 403), ("amara", 404)]
)
def test_nobody_else_reads_it(house: House, who: str, status: int) -> None:
    assert house.visitor(who).get("/audit").status_code == status


def test_a_long_chain_is_checked_whole_only_when_asked(house: House) -> None:
    officer = house.visitor("officer")
    with house.writing():
        case = house.case("imani")
        for _ in range(60):
            services.note_on_caseload(case.couple, {}, by=case.actor)
    assert "The newest 50 events are whole" in officer.page("/audit")
    assert "The chain is whole" in officer.page("/audit?check=all")
