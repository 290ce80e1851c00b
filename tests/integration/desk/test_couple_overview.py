"""One couple at a glance: what needs the clinician, what is agreed, what came back, and when they come."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

from practice.caseload import queries, services
from practice.lib import clock
from tests.factories.house import House, Visitor


def _path(house: House) -> str:
    return f"/couples/{house.couples['amara-daniel']}"


def test_it_says_what_needs_the_clinician_and_leads_there(busy: House, imani: Visitor) -> None:
    page = imani.page(_path(busy))
    assert "A reliable worsening on a measure" in page
    assert f'href="{_path(busy)}/record/safety">Look' in page


def test_what_is_only_noticed_can_be_ticked_off(busy: House, imani: Visitor) -> None:
    path = _path(busy)
    assert imani.post(f"{path}/attention", {"kind": "overdue"}).status_code == 303
    page = imani.page(path)
    assert "Marked as seen to." in page
    assert "Homework overdue" not in page


def test_what_must_be_read_cannot_be_ticked_off(busy: House, imani: Visitor) -> None:
    path = _path(busy)
    imani.post(f"{path}/attention", {"kind": "private"})
    assert "A private item to read" in imani.page(path)


def test_ticking_off_leaves_what_only_shows_later(busy: House, imani: Visitor) -> None:

    later = clock.now() + timedelta(days=3)
    with busy.writing():
        case = busy.case("imani")
        services.raise_attention(
            case.couple, kind="overdue", weight=1, source=uuid4(), shows_from=later, by=case.actor
        )
    imani.post(f"{_path(busy)}/attention", {"kind": "overdue"})
    with clock.set_to(later + timedelta(hours=1)), busy.reading():
        kinds = [item.reason["kind"] for item in queries.attention(busy.case("imani"))]
    assert "overdue" in kinds


def test_a_supervisor_ticks_nothing_off(busy: House) -> None:
    supervisor = busy.visitor("supervisor")
    assert "Seen to" not in supervisor.page(_path(busy))
    assert supervisor.post(f"{_path(busy)}/attention", {"kind": "overdue"}).status_code == 403


def test_agreements_stand_for_each(house: House, imani: Visitor) -> None:
    page = imani.page(_path(house))
    assert "No-secrets agreement: in force" in page
    assert page.count("Consent to sexual content") == 2
    assert "Neither is told what the other has signed." in page


def test_last_measures_come_with_date_and_the_one_before(busy: House, imani: Visitor) -> None:
    page = imani.page(_path(busy))
    assert "CSI-16" in page
    assert "before that 44" in page
    assert "not for diagnosis" in page


def test_the_header_shows_only_the_next_session_together(busy: House, imani: Visitor) -> None:
    page = imani.page(f"{_path(busy)}/record")
    header = page[page.index('class="couple-header"') : page.index('class="tabs"')]
    assert "None planned" not in header
    assert "alone" not in header
    assert "Amara alone" in imani.page(_path(busy))


def test_no_status_stands_on_the_overview(busy: House, imani: Visitor) -> None:
    page = imani.page(_path(busy)).lower()
    assert "pending" not in page
    assert "clearance" not in page


def test_tabs_lead_only_to_pages_there_are(busy: House, imani: Visitor) -> None:

    page = imani.page(_path(busy))
    tabs = page[page.index('class="tabs"') : page.index("</nav>", page.index('class="tabs"'))]
    addresses = re.findall(r'href="([^"]+)"', tabs)
    assert len(addresses) >= 2
    for address in addresses:
        assert imani.get(address).status_code == 200, address
