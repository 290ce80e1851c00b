"""D9: released per recipient, each act on record; a partner reads what was given to that partner, as long as it is, and nothing else."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select

from practice.audit.models import AuditEvent
from practice.caseload import services as caseload
from practice.caseload.models import Status
from practice.extensions import db
from practice.lib import clock
from tests.factories.crawl import crawl
from tests.factories.house import House
from tests.integration.reports.compiling import OPENED, Desk, open_the_wheel, own_file


@pytest.fixture
def desk(house: House) -> Desk:
    open_the_wheel(house)
    return Desk(house)


def locked(desk: Desk, kind: str) -> UUID:
    with clock.set_to(OPENED):
        report = desk.compile(kind)
        desk.act(report, "/lock")
    return report


def can_read(house: House, who: str, report: UUID) -> bool:
    """Whether a partner gets the file, finds it in the record, and reaches it by links: all three or none."""
    answer = own_file(house, who, report)
    visitor = house.visitor(who)
    is_listed = str(report) in visitor.page("/record")
    is_reached = any(str(report) in path for path in crawl(visitor))
    assert (answer.status_code == 200) is is_listed is is_reached
    return is_listed


def test_a_report_of_both_is_given_to_each_by_itself(desk: Desk) -> None:
    report = locked(desk, "R1")
    assert not can_read(desk.house, "amara", report)
    assert not can_read(desk.house, "daniel", report)
    page = desk.act(report, "/give/a")
    assert "Amara can now read this report." in page
    assert can_read(desk.house, "amara", report)
    assert not can_read(desk.house, "daniel", report)


def test_it_is_the_locked_file_that_is_given(desk: Desk) -> None:
    report = locked(desk, "R4")
    desk.act(report, "/give/b")
    answer = own_file(desk.house, "daniel", report)
    assert answer.data == desk.file(report).data
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=report-")
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_was_taken_back_is_gone_and_can_be_given_again(desk: Desk) -> None:
    report = locked(desk, "R4")
    for side in "ab":
        desk.act(report, f"/give/{side}")
    page = desk.act(report, "/take-back/a")
    assert "Amara can no longer read this report." in page
    assert not can_read(desk.house, "amara", report)
    assert can_read(desk.house, "daniel", report)
    desk.act(report, "/give/a")
    assert can_read(desk.house, "amara", report)


@pytest.mark.parametrize(("kind", "side"), [("R2-a", "b"), ("R5-a", "b"), ("R2-b", "a"), ("R3", "a"), ("R3", "b")])  # fmt: skip
def test_a_report_is_not_given_to_whom_it_is_not_for(desk: Desk, kind: str, side: str) -> None:
    report = locked(desk, kind)
    assert "not for this person" in desk.act(report, f"/give/{side}")
    for who in ("amara", "daniel"):
        assert not can_read(desk.house, who, report)


def test_a_draft_is_given_to_nobody(desk: Desk) -> None:
    report = desk.compile("R2-a")
    assert "Lock the report first" in desk.act(report, "/give/a")
    assert not can_read(desk.house, "amara", report)


def test_a_report_of_both_closes_on_both_sides_with_shared_work_and_ones_own_does_not(
    desk: Desk,
) -> None:
    both, own = locked(desk, "R4"), locked(desk, "R5-a")
    for report, sides in ((both, "ab"), (own, "a")):
        for side in sides:
            desk.act(report, f"/give/{side}")
    with desk.house.writing():
        case = desk.house.case("imani")
        caseload.decide_status(case, Status.INDIVIDUAL_ONLY, rationale="Alone now.", by=case.actor)
    assert not can_read(desk.house, "amara", both)
    assert not can_read(desk.house, "daniel", both)
    assert can_read(desk.house, "amara", own)
    assert "not available for this couple yet" in desk.act(both, "/give/a")


def test_nobody_of_another_couple_or_caseload_gets_it(desk: Desk) -> None:
    report = locked(desk, "R1")
    desk.act(report, "/give/a")
    assert own_file(desk.house, "rosa", report).status_code == 404
    for who in ("colleague", "administrator", "officer"):
        assert desk.house.visitor(who).get(desk.address(report, "/file")).status_code == 404


def test_a_supervisor_reads_and_gives_nothing(desk: Desk) -> None:
    report = locked(desk, "R1")
    ruth = desk.house.visitor("supervisor")
    assert ruth.get(desk.address(report, "/file")).status_code == 200
    for act in ("/give/a", "/take-back/a", "/lock", "/words"):
        assert ruth.post(desk.address(report, act)).status_code == 403


def test_giving_and_taking_back_are_on_record(desk: Desk) -> None:
    report = locked(desk, "R1")
    desk.act(report, "/give/a")
    desk.act(report, "/take-back/a")
    with desk.house.reading():
        events = db.session.execute(
            select(AuditEvent.action, AuditEvent.actor)
            .where(AuditEvent.subject == report)
            .order_by(AuditEvent.number)
        ).all()
    done = [action for action, _ in events]
    assert [a for a in done if a.startswith("report")] == [
        "report compiled",
        "report locked",
        "report given",
        "report taken back",
    ]
    assert {actor for _, actor in events} == {desk.house.people["imani"]}
