"""P19, D9: what was locked is kept byte for byte with its digest; a draft says on every page that it is one."""

from __future__ import annotations

import hashlib

import pytest

from practice.caseload import services as caseload
from practice.caseload.models import Status
from practice.lib import clock
from practice.reports import services
from tests.factories.crawl import pdf_words, squeeze
from tests.factories.house import House, fresh_app
from tests.factories.measured import enter_measures
from tests.integration.conftest import let_go
from tests.integration.reports.compiling import OPENED, Desk, open_the_wheel, stored, words_of


@pytest.fixture
def desk(house: House) -> Desk:
    open_the_wheel(house)
    return Desk(house)


@pytest.mark.parametrize("kind", ["R1", "R4", "R2-a", "R5-b", "R3"])
def test_a_locked_report_is_the_same_file_every_time(desk: Desk, kind: str) -> None:
    with clock.set_to(OPENED):
        report = desk.compile(kind)
        desk.act(report, "/lock")
    first = desk.file(report).data
    enter_measures(desk.house)
    assert desk.file(report).data == first
    with stored(desk.house, report) as found:
        assert found.report.sha256 == hashlib.sha256(first).hexdigest()
        assert found.report.version == 1


def test_a_locked_report_opens_again_after_a_restart(desk: Desk) -> None:
    with clock.set_to(OPENED):
        report = desk.compile("R4")
        desk.act(report, "/lock")
    first = desk.file(report).data
    settings = desk.house.app.extensions["practice.settings"]
    let_go(desk.house.app)
    app = fresh_app(settings.instance, settings.database_url)
    again = Desk(House(app, desk.house.people, desk.house.couples))
    assert again.file(report).data == first
    let_go(app)


def test_a_draft_has_a_watermark_and_no_version_and_loses_both_at_the_lock(desk: Desk) -> None:
    with clock.set_to(OPENED):
        report = desk.compile("R1")
        draft = pdf_words(desk.file(report).data)
        desk.act(report, "/lock")
    locked = pdf_words(desk.file(report).data)
    assert "DRAFT" in squeeze(draft)
    assert "DRAFT" not in squeeze(locked)
    assert "draft" not in locked
    assert "version 1" in locked.casefold()


def test_the_next_one_of_its_kind_is_version_two(desk: Desk) -> None:
    for version in (1, 2):
        report = desk.compile("R5-a")
        desk.act(report, "/lock")
        with stored(desk.house, report) as found:
            assert found.report.version == version


def test_a_locked_report_is_not_edited(desk: Desk) -> None:
    with clock.set_to(OPENED):
        report = desk.compile("R2-a")
        desk.act(report, "", {"lead": "A first sentence.", "next_steps": "Walk."})
        assert "A first sentence." in words_of(desk.house, report)
        desk.act(report, "/lock")
    before = words_of(desk.house, report)
    page = desk.act(report, "", {"lead": "Something else.", "next_steps": "Run."})
    assert "This report is locked." in page
    assert words_of(desk.house, report) == before


def test_a_locked_report_is_not_locked_again(desk: Desk) -> None:
    report = desk.compile("R2-a")
    desk.act(report, "/lock")
    first = desk.file(report).data
    assert "locked already" in desk.act(report, "/lock")
    assert desk.file(report).data == first


def test_what_is_locked_says_what_was_when_it_was_compiled(desk: Desk) -> None:
    """The data freeze at compiling: what comes in between is not in it, so what was read is what is locked."""
    report = desk.compile("R5-a")
    before = words_of(desk.house, report)
    enter_measures(desk.house)
    desk.act(report, "/lock")
    assert words_of(desk.house, report) == before.replace('"draft":true', '"draft":false').replace(
        '"version":null', '"version":1'
    )


def test_a_conjoint_report_is_not_locked_after_shared_work_has_closed(desk: Desk) -> None:
    report = desk.compile("R4")
    with desk.house.writing():
        case = desk.house.case("imani")
        caseload.decide_status(case, Status.INDIVIDUAL_ONLY, rationale="Alone now.", by=case.actor)
    assert "not available for this couple yet" in desk.act(report, "/lock")
    with stored(desk.house, report) as found:
        assert found.report.locked_at is None
        assert not found.document.version


def test_the_digest_would_tell_of_one_changed_byte(desk: Desk) -> None:
    report = desk.compile("R2-b")
    desk.act(report, "/lock")
    with stored(desk.house, report) as found:
        file = services.pdf_of(found)
        assert hashlib.sha256(file[:-1]).hexdigest() != found.report.sha256
