from __future__ import annotations

from datetime import timedelta

import pytest

from practice.assignments import services
from practice.assignments.models import Asks, Assignment
from practice.caseload.models import AttentionItem
from practice.catalogue import queries
from tests.factories import homework
from tests.factories.house import House, Visitor

START = homework.MONDAY.date()


@pytest.fixture
def imani(house: House) -> Visitor:
    return house.visitor("imani")


def assign(house: House, visitor: Visitor, slug: str, to: str, **more: str) -> int:
    couple = house.couples["amara-daniel"]
    page = f"/couples/{couple}/homework/assign?exercise={slug}"
    data = {"to": to, "starts_on": str(START), "schedule": "once", **more}
    return visitor.post(page, data).status_code


def placed(house: House) -> list[tuple[str, str]]:
    with house.reading():
        case = house.case("imani")
        names = {case.container(k): k for k in ("couple", "partner_a", "partner_b")}
    rows = homework.rows_of(house, Assignment)
    assert len({row.set_id for row in rows}) <= 1
    return sorted((names[row.container_id], row.asks.value) for row in rows)


@pytest.mark.parametrize(
    ("slug", "to", "rows"),
    [
        ("ib-balance-wheel", "ab", [("partner_a", "alone"), ("partner_b", "alone")]),
        ("ib-balance-wheel", "b", [("partner_b", "alone")]),
        ("er-feelings-log", "a", [("partner_a", "alone")]),
        ("cc-softer-reach", "a", [("partner_a", "alone")]),
        ("cc-timeout-agreement", "ab", [("couple", "together")]),
        (
            "cc-speaker-listener",
            "ab",
            [("couple", "together"), ("partner_a", "alone"), ("partner_b", "alone")],
        ),
    ],
)
def test_rows_go_where_the_exercise_says(
    house: House, imani: Visitor, slug: str, to: str, rows: list[tuple[str, str]]
) -> None:
    homework.clear(house)
    schedule = "clinician_opens" if slug == "cc-softer-reach" else "once"
    assert assign(house, imani, slug, to, schedule=schedule) == 303
    assert placed(house) == rows


@pytest.mark.parametrize(
    ("slug", "to"),
    [("cc-timeout-agreement", "a"), ("cc-softer-reach", "ab"), ("ib-balance-wheel", "x")],
)
def test_people_who_do_not_fit_are_refused(
    house: House, imani: Visitor, slug: str, to: str
) -> None:
    homework.clear(house)
    assert assign(house, imani, slug, to) == 422
    assert homework.rows_of(house, Assignment) == []


@pytest.mark.parametrize("slug", ["cc-timeout-agreement", "sc-topic-comfort", "cc-softer-reach"])
def test_shared_work_is_refused_while_it_is_closed(house: House, imani: Visitor, slug: str) -> None:
    couple = house.couples["amara-daniel"]
    address = f"/couples/{couple}/homework/assign?exercise={slug}"
    assert "Shared work is closed for this couple." in imani.page(address)
    to = "a" if slug == "cc-softer-reach" else "ab"
    schedule = "clinician_opens" if slug == "cc-softer-reach" else "once"
    assert assign(house, imani, slug, to, schedule=schedule) == 422
    assert homework.rows_of(house, Assignment) == []


def test_sexual_work_is_refused_until_the_clinician_opens_it(house: House, imani: Visitor) -> None:
    homework.clear(house)
    assert assign(house, imani, "sc-topic-comfort", "ab") == 422
    homework.open_sexual_work(house)
    assert assign(house, imani, "sc-topic-comfort", "ab") == 303


def test_giving_it_twice_needs_a_tick(house: House, imani: Visitor) -> None:
    assert assign(house, imani, "ib-balance-wheel", "ab") == 303
    assert assign(house, imani, "ib-balance-wheel", "a") == 422
    couple = house.couples["amara-daniel"]
    page = imani.page(f"/couples/{couple}/homework/assign?exercise=ib-balance-wheel")
    assert "Amara and Daniel already have this" in page
    assert assign(house, imani, "ib-balance-wheel", "a", again="y") == 303


def test_a_due_date_before_the_start_is_refused(house: House, imani: Visitor) -> None:
    before = str(START - timedelta(days=1))
    assert assign(house, imani, "ib-balance-wheel", "ab", due_on=before) == 422


def test_the_line_that_goes_with_it_is_read_by_whom_it_was_given(
    house: House, imani: Visitor
) -> None:
    assert assign(house, imani, "ib-balance-wheel", "a", note="Take your time with this.") == 303
    (row,) = homework.rows_of(house, Assignment)
    with homework.later(0):
        assert "Take your time with this." in house.visitor("amara").page(f"/homework/{row.id}")


def test_what_is_taken_back_is_gone_from_both_sides(house: House, imani: Visitor) -> None:
    with homework.later(0):
        given = homework.give(house, "ib-balance-wheel")
        couple = house.couples["amara-daniel"]
        assert house.visitor("amara").get(f"/homework/{given.a}").status_code == 200
        taken = imani.post(f"/couples/{couple}/homework/set/{given.set_id}/withdraw")
        assert taken.status_code == 303
        assert house.visitor("amara").get(f"/homework/{given.a}").status_code == 404
        assert "The wheel" not in house.visitor("daniel").page("/today")


def test_it_says_overdue_from_the_day_after_and_not_once_it_is_sent(house: House) -> None:
    found = homework.definition(house, "er-overwhelm-signals")
    with homework.later(0), house.writing():
        case = house.case("imani")
        version, _ = queries.newest("er-overwhelm-signals")
        rows = services.assign(case, version, to="ab", starts_on=START, due_on=START, by=case.actor)
        amara_row = next(r.id for r in rows if r.container_id == case.container("partner_a"))
    overdue = [i for i in homework.rows_of(house, AttentionItem) if i.reason["kind"] == "overdue"]
    assert len(overdue) == 2
    assert all(i.shows_from.isoformat() == "2026-03-03T08:00:00+00:00" for i in overdue)
    with homework.later(1):
        homework.complete(house.visitor("amara"), found, amara_row)
    still = {
        i.source
        for i in homework.rows_of(house, AttentionItem)
        if i.reason["kind"] == "overdue" and i.done_at is None
    }
    assert len(still) == 1
    assert amara_row not in still


def test_a_colleague_finds_no_way_in(house: House) -> None:
    colleague = house.visitor("colleague")
    couple = house.couples["amara-daniel"]
    assert colleague.get(f"/couples/{couple}/homework").status_code == 404
    assert colleague.get(f"/couples/{couple}/homework/choose").status_code == 404
    assert assign(house, colleague, "ib-balance-wheel", "ab") == 404


def test_the_reply_comes_only_after_the_release(house: House) -> None:
    homework.clear(house)
    homework.give(house, "cc-softer-reach", "a")
    assert {row.asks for row in homework.rows_of(house, Assignment)} == {Asks.ALONE}


def test_what_is_over_is_no_reason_to_ask_twice(house: House, imani: Visitor) -> None:
    past = {"starts_on": str(START - timedelta(days=60)), "window": "3"}
    assert assign(house, imani, "ib-balance-wheel", "ab", **past) == 303
    assert assign(house, imani, "ib-balance-wheel", "ab") == 303
    couple = house.couples["amara-daniel"]
    page = imani.page(f"/couples/{couple}/homework/assign?exercise=ib-balance-wheel")
    assert page.count("already have this") == 1
