from __future__ import annotations

import re

import pytest

from practice.audit.models import AccessRecord
from practice.extensions import db
from practice.seen_as.rules import SHOWN
from tests.factories import homework
from tests.factories.house import House
from tests.integration.responses.test_release import DAY, release, send_both


@pytest.fixture
def house(house: House) -> House:
    with homework.later(-24):
        homework.clear(house)
    return house


def seen(house: House, side: str = "a", where: str = "today") -> str:
    return f"/couples/{house.couples['amara-daniel']}/as/{side}/{where}"


def main_of(page: str) -> str:
    """Return what stands on a page between its bars, without the difference between the two addresses of one page."""
    main = page[page.index("<main") : page.index("</main>")]
    main = re.sub(r"</?fieldset class=\"seen-page\"[^>]*>|</fieldset>\s*$", "", main)
    main = re.sub(r"/couples/[0-9a-f-]{36}/as/[ab]/", "/", main)
    return re.sub(r"\s+", " ", homework.masked(main)).strip()


@pytest.mark.parametrize(("who", "side"), [("amara", "a"), ("daniel", "b")])
def test_the_page_is_the_partners_own(house: House, who: str, side: str) -> None:
    with homework.later(0):
        homework.give(house, "ib-balance-wheel")
        for where in ("today", "together", "reading"):
            own = house.visitor(who).page(f"/{where}")
            shown = house.visitor("imani").page(seen(house, side, where))
            assert main_of(shown) == main_of(own), where


def test_it_says_so_and_nothing_can_be_pressed(house: House) -> None:
    with homework.later(0):
        homework.give(house, "ib-balance-wheel")
        page = house.visitor("imani").page(seen(house))
    assert "Seen as" in page
    assert "Nothing can be sent or changed from here" in page
    assert '<fieldset class="seen-page" disabled' in page
    assert "Leave this page" not in page


def test_links_stay_within_what_is_seen(house: House) -> None:
    with homework.later(0):
        given = homework.give(house, "ib-balance-wheel")
        imani = house.visitor("imani")
        page = imani.page(seen(house))
        assert f'href="{seen(house, where=f"homework/{given.a}")}"' in page
        intro = imani.page(seen(house, where=f"homework/{given.a}"))
    assert "Who will see this" in intro


def test_what_is_being_written_is_not_shown(house: House) -> None:
    with homework.later(0):
        given = homework.give(house, "ib-balance-wheel")
        imani = house.visitor("imani")
        for where in (f"homework/{given.a}/part/1", "record", "record/contact", "questions"):
            answer = imani.get(seen(house, where=where))
            assert answer.status_code in (200, 404), where
            assert answer.status_code == 404 or "Not shown here" in answer.text, where


def test_of_the_other_nothing_is_in_reach(house: House) -> None:
    wheel = homework.definition(house, "ib-balance-wheel")
    with homework.later(0):
        given = homework.give(house, "ib-balance-wheel")
    send_both(house, wheel, given)
    with homework.later(3):
        imani, sent = house.visitor("imani"), homework.sent_id(house, given.b)
        assert imani.get(seen(house, "a", f"homework/sent/{sent}")).status_code == 404
        assert imani.get(seen(house, "b", f"homework/sent/{sent}")).status_code == 200
        assert imani.get(seen(house, "a", f"homework/{given.b}")).status_code == 404


def test_a_released_comparison_as_each_reads_it(house: House) -> None:
    wheel = homework.definition(house, "ib-balance-wheel")
    with homework.later(0):
        given = homework.give(house, "ib-balance-wheel")
    send_both(house, wheel, given)
    assert release(house, given, 2 + DAY) == 303
    with homework.later(30):
        page = house.visitor("imani").page(seen(house, "b", "together"))
        (where,) = re.findall(r"/as/b/(together/[0-9a-f-]{36})", page)
        shown = house.visitor("imani").page(seen(house, "b", where))
        assert main_of(shown) == main_of(house.visitor("daniel").page(f"/{where}"))


def test_nothing_can_be_sent(house: House) -> None:
    with homework.later(0):
        given = homework.give(house, "ib-balance-wheel")
        imani = house.visitor("imani")
        for where in ("today", f"homework/{given.a}/send", f"homework/{given.a}/part/1"):
            assert imani.post(seen(house, where=where)).status_code == 405


@pytest.mark.parametrize("who", ["administrator", "officer", "colleague", "amara", "daniel"])
def test_nobody_outside_the_case_sees_it(house: House, who: str) -> None:
    with homework.later(0):
        assert house.visitor(who).get(seen(house)).status_code == 404


def test_a_supervisor_does_not(house: House) -> None:
    with homework.later(0):
        assert house.visitor("supervisor").get(seen(house)).status_code == 403


def test_an_address_that_is_no_page_of_a_partner_is_not_found(house: House) -> None:
    with homework.later(0):
        for side, where in (("c", "today"), ("a", "nowhere"), ("a", "couples")):
            assert house.visitor("imani").get(seen(house, side, where)).status_code == 404


def test_looking_is_on_record(house: House) -> None:
    with homework.later(0):
        house.visitor("imani").page(seen(house))
    with house.reading():
        case = house.case("imani")
        rows = db.session.scalars(
            db.select(AccessRecord).where(AccessRecord.page == "seen_as.page")
        ).all()
        assert [(r.actor, r.couple, r.subject) for r in rows] == [
            (house.people["imani"], case.id, case.a.id)
        ]


def test_every_page_that_is_shown_exists(house: House) -> None:
    assert set(house.app.view_functions) >= SHOWN
