from __future__ import annotations

import re

import pytest

from practice.catalogue.definition import Schedule, ScheduleKind
from tests.factories import homework
from tests.factories.counting import counted
from tests.factories.house import House

DAILY = Schedule(ScheduleKind.DAILY, 1)


@pytest.fixture
def busy(open_house: House) -> House:
    """Three came in from two couples; the newest asks to be read first."""
    house = open_house
    with homework.later(0):
        wheel = homework.give(house, "ib-balance-wheel")
        pulse = homework.give(house, "ci-weekly-pulse")
        rings = homework.give(
            house, "df-closeness-circles", clinician="colleague", couple="rosa-meilin"
        )
    found = homework.definition(house, "ib-balance-wheel")
    with homework.later(1):
        homework.complete(house.visitor("amara"), found, wheel.a)
    with homework.later(2):
        homework.complete(house.visitor("daniel"), found, wheel.b)
    weekly = homework.definition(house, "ci-weekly-pulse")
    with homework.later(3):
        low = {**homework.plausible(weekly), "voice": 1}
        homework.complete(house.visitor("amara"), weekly, pulse.a, low)
        circles = homework.definition(house, "df-closeness-circles")
        homework.complete(house.visitor("rosa"), circles, rings.a)
    return house


def lines(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', page)


def ticks(page: str) -> list[str]:
    return re.findall(r'name="read" value="([^"]+)"', page)


def test_what_asks_to_be_read_first_stands_first_and_says_no_more(busy: House) -> None:
    with homework.later(28):
        page = busy.visitor("imani").page("/review")
    assert lines(page) == [
        "Weekly pulse",
        "The four-way balance wheel",
        "The four-way balance wheel",
    ]
    assert page.count("Read first") == 1
    assert "since yesterday" in page
    assert "voice" not in page
    assert "private" not in page[page.index("<table") : page.index("</table>")].lower()


def test_only_ones_own_caseload(busy: House) -> None:
    with homework.later(4):
        assert "closeness" not in busy.visitor("imani").page("/review").lower()
        assert len(lines(busy.visitor("colleague").page("/review"))) == 1


def test_by_couple_and_by_module(busy: House) -> None:
    couple, other = busy.couples["amara-daniel"], busy.couples["rosa-meilin"]
    with homework.later(4):
        imani = busy.visitor("imani")
        assert len(lines(imani.page(f"/review?couple={couple}"))) == 3
        assert lines(imani.page(f"/review?couple={other}")) == []
        assert lines(imani.page("/review?module=Check-ins")) == ["Weekly pulse"]
        assert imani.get("/review?module=Nothing").status_code == 404
        assert len(lines(imani.page("/review?couple=x&page=nonsense"))) == 3
        assert len(lines(imani.page("/review?page=99"))) == 3


def test_several_are_marked_as_read_at_once_but_not_what_is_read_first(busy: House) -> None:
    with homework.later(4):
        imani = busy.visitor("imani")
        first = homework.rows_of(busy, homework.Submission)
        everything = [str(row.id) for row in first]
        assert len(ticks(imani.page("/review"))) == 2
        assert imani.post("/review/read", {"read": [*everything, "junk"]}).status_code == 303
        assert lines(imani.page("/review")) == ["Weekly pulse"]


def test_nobody_marks_what_is_not_theirs(busy: House) -> None:
    with homework.later(4):
        ids = ticks(busy.visitor("imani").page("/review"))
        for who in ("colleague", "supervisor"):
            busy.visitor(who).post("/review/read", {"read": ids})
        assert ticks(busy.visitor("imani").page("/review")) == ids
        assert busy.visitor("amara").post("/review/read", {"read": ids}).status_code == 404


def test_previous_and_next_follow_the_queue(busy: House) -> None:
    with homework.later(4):
        imani = busy.visitor("imani")
        urls = re.findall(r'<th scope="row"><a href="([^"]+)"', imani.page("/review"))
        steps = [re.findall(r'<a href="([^"]+)" rel="(\w+)"', imani.page(url)) for url in urls]
    assert steps == [
        [(urls[1], "next")],
        [(urls[0], "prev"), (urls[2], "next")],
        [(urls[1], "prev")],
    ]


def test_within_a_module_next_stays_in_it(busy: House) -> None:
    with homework.later(4):
        imani = busy.visitor("imani")
        page = imani.page("/review?module=Intimacy+balance")
        (first, second) = re.findall(r'<th scope="row"><a href="([^"]+)"', page)
        answer = imani.post(first.replace("?", "/review?").replace("&amp;", "&"))
        assert answer.headers["Location"] == second.replace("&amp;", "&")


def test_put_back_it_is_to_be_read_again(busy: House) -> None:
    with homework.later(4):
        imani = busy.visitor("imani")
        url = re.findall(r'<th scope="row"><a href="([^"]+)"', imani.page("/review"))[1]
        imani.post(f"{url}/review", {"quality": "6"})
        assert len(lines(imani.page("/review"))) == 2
        imani.post(f"{url}/unread")
        assert len(lines(imani.page("/review"))) == 3


def test_the_queries_do_not_grow(open_house: House) -> None:
    wheel = homework.definition(open_house, "ib-balance-wheel")
    with homework.later(0):
        given = homework.give(open_house, "ib-balance-wheel", schedule=DAILY)

    def count(hours: float) -> int:
        with homework.later(hours):
            imani = open_house.visitor("imani")
            imani.page("/review")
            with counted() as seen:
                imani.page("/review")
        return len(seen)

    with homework.later(1):
        homework.complete(open_house.visitor("daniel"), wheel, given.b)
    few = count(2)
    for day in range(1, 5):
        with homework.later(24 * day):
            homework.complete(open_house.visitor("daniel"), wheel, given.b)
            homework.complete(open_house.visitor("amara"), wheel, given.a)
    assert count(24 * 5) == few
    assert few <= 12
