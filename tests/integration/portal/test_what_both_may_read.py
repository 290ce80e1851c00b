from __future__ import annotations

from datetime import date

import pytest

from practice.outcomes import queries as outcomes
from practice.outcomes import services
from tests.factories.house import House


@pytest.fixture
def shared(house: House) -> House:
    """Both agreed to share a course, and the clinician opened it."""
    with house.writing():
        imani = house.case("imani")
        imani.couple.shared_work_open = True
        for side, who in (("a", "amara"), ("b", "daniel")):
            for day, total in ((date(2026, 1, 12), 40), (date(2026, 6, 12), 60)):
                services.enter_score(imani, side, "csi-16", day, total, by=imani.actor)
            own = house.case(who)
            services.choose_sharing(own, "csi-16", True, by=own.actor)
        imani = house.case("imani")
        services.release_measure(imani, "csi-16", by=imani.actor)
    return house


def test_both_read_the_same_frozen_course(shared: House) -> None:
    with shared.reading():
        [row] = outcomes.shared(shared.case("amara"))
        path = f"/together/course/{row.id}"
    for who in ("amara", "daniel"):
        visitor = shared.visitor(who)
        assert path in visitor.page("/together")
        page = visitor.page(path)
        assert "<title>Over time - " in page
        assert "Mon 12 January 2026" in page


def test_nobody_else_finds_it(shared: House) -> None:
    with shared.reading():
        [row] = outcomes.shared(shared.case("amara"))
        path = f"/together/course/{row.id}"
    for who in ("rosa", "imani"):
        assert shared.visitor(who).get(path).status_code in (403, 404)


def test_closing_it_takes_it_from_both_at_once(shared: House) -> None:
    with shared.reading():
        [row] = outcomes.shared(shared.case("amara"))
        path = f"/together/course/{row.id}"
    with shared.writing():
        case = shared.case("imani")
        services.close_measure(case, "csi-16", by=case.actor)
    for who in ("amara", "daniel"):
        visitor = shared.visitor(who)
        assert visitor.get(path).status_code == 404
        assert "Nothing here yet." in visitor.page("/together")


def test_a_page_is_not_cached(shared: House) -> None:
    answer = shared.visitor("amara").get("/today")
    assert answer.headers["Cache-Control"] == "no-store"
