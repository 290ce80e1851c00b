from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from practice.assignments.models import Assignment
from practice.lib import clock
from practice.pathways.models import PathwayRun, PathwayRunStep
from tests.factories import homework
from tests.factories.homework import MONDAY
from tests.factories.house import House, Visitor


@pytest.fixture
def imani(house: House) -> Visitor:
    return house.visitor("imani")


def at(days: float) -> Any:
    """Hold the clock some days after the Monday on which it starts."""
    return clock.set_to(MONDAY + timedelta(days=days))


def ready(visitor: Visitor, title: str) -> str:
    found = re.search(rf'href="/pathways/([0-9a-f-]{{36}})">{title}<', visitor.page("/pathways"))
    assert found
    return found[1]


def begin(house: House, visitor: Visitor, title: str = "Calmer conflict", sides: str = "ab") -> str:
    """Start a pathway on the Monday; return the address of its page."""
    couple = house.couples["amara-daniel"]
    page = f"/couples/{couple}/pathways/start?pathway={ready(visitor, title)}"
    with at(0):
        data = {"sides": sides, "starts_on": str(MONDAY.date())}
        sent = house.visitor("imani").post(page, data)
    assert sent.status_code == 303, sent.text
    return sent.headers["Location"]


def rows(house: House, slug: str) -> dict[str, Assignment]:
    """The assignments of one exercise by side."""
    from practice.catalogue import queries as catalogue

    with house.reading():
        version, _ = catalogue.newest(slug)
        case = house.case("imani")
        kinds = {case.container(f"partner_{s}"): s for s in "ab"} | {
            case.container("couple"): "both"
        }
    return {
        kinds[r.container_id]: r
        for r in homework.rows_of(house, Assignment)
        if r.version_id == version
    }


def neutral(house: House, slug: str) -> str:
    return homework.definition(house, slug).neutral_title


def sees(house: House, who: str, slug: str, days: float) -> bool:
    """Whether an exercise stands anywhere on one partner's first page on a day."""
    with at(days):
        page = house.visitor(who).page("/today")
    return neutral(house, slug).replace("&", "&amp;").replace("'", "&#39;") in page


def complete(house: House, who: str, slug: str, days: float) -> None:
    side = {"amara": "a", "daniel": "b"}[who]
    with at(days):
        homework.complete(
            house.visitor(who), homework.definition(house, slug), rows(house, slug)[side].id
        )


def post(house: House, days: float, path: str, **data: str) -> int:
    """What the clinician does on a day; the status of the answer."""
    with at(days):
        return house.visitor("imani").post(path, data).status_code


def told(house: House, days: float, path: str, **data: str) -> str:
    """The page that the clinician comes to by an act on a day."""
    with at(days):
        return house.visitor("imani").post(path, data, follow_redirects=True).text


def page_on(house: House, days: float, path: str) -> str:
    """A page of the clinician on a day."""
    with at(days):
        return house.visitor("imani").page(path)


def step(address: str, number: int, act: str) -> str:
    return f"{address}/steps/{number}/{act}"


def test_the_plan_is_told_by_week_before_it_starts(house: House, imani: Visitor) -> None:
    couple = house.couples["amara-daniel"]
    page = f"/couples/{couple}/pathways/start?pathway={ready(imani, 'Calmer conflict')}"
    shown = imani.page(f"{page}&sides=a&starts_on=2026-03-02")
    assert "from Mon 2 March" in shown
    assert "Left out, because both write it" in shown
    assert "Time-out agreement" in shown.split("Left out")[1]
    assert "waits for you" in imani.page(f"{page}&sides=ab&starts_on=2026-03-02")
    assert imani.get(f"{page}&sides=x&starts_on=never").status_code == 200
    assert homework.rows_of(house, PathwayRun) == []


def test_each_step_opens_on_its_day_and_shows_nothing_before(house: House, imani: Visitor) -> None:
    begin(house, imani)
    assert sees(house, "amara", "er-overwhelm-signals", 0)
    assert not sees(house, "amara", "er-soothing-menu", 0)
    assert not sees(house, "amara", "er-feelings-log", 6)
    assert sees(house, "amara", "er-feelings-log", 7)
    assert not sees(house, "amara", "cc-timeout-agreement", 200)


def test_what_one_sends_opens_the_next_for_that_person_alone(house: House, imani: Visitor) -> None:
    begin(house, imani)
    with at(2):
        before = homework.masked(house.visitor("daniel").page("/today"))
    complete(house, "amara", "er-overwhelm-signals", 1)
    assert sees(house, "amara", "er-soothing-menu", 2)
    assert not sees(house, "daniel", "er-soothing-menu", 2)
    with at(2):
        assert homework.masked(house.visitor("daniel").page("/today")) == before


def test_a_delay_counts_from_the_own_first_submission(house: House, imani: Visitor) -> None:
    begin(house, imani, "First four weeks")
    complete(house, "daniel", "er-soothing-menu", 1)
    assert not sees(house, "daniel", "ib-balance-wheel", 2)
    assert sees(house, "daniel", "ib-balance-wheel", 3)
    assert not sees(house, "amara", "ib-balance-wheel", 3)


def test_a_closed_gate_keeps_nothing_else_back(house: House, imani: Visitor) -> None:
    address = begin(house, imani)
    assert "The step is open." not in told(house, 1, step(address, 5, "open"))
    assert rows(house, "cc-timeout-agreement") == {}
    homework.clear(house)
    assert "The step is open." in told(house, 1, step(address, 5, "open"))
    assert set(rows(house, "cc-timeout-agreement")) == {"both"}
    assert sees(house, "daniel", "cc-timeout-agreement", 1)


def test_open_now_brings_a_later_step_forward(house: House, imani: Visitor) -> None:
    address = begin(house, imani)
    for number in (2, 4):
        post(house, 1, step(address, number, "open"))
    for who in ("amara", "daniel"):
        assert sees(house, who, "er-soothing-menu", 1)
        assert sees(house, who, "cc-complaint-to-request", 1)


def test_what_follows_a_skipped_step_follows_the_one_before(house: House, imani: Visitor) -> None:
    address = begin(house, imani, "First four weeks")
    post(house, 0.5, step(address, 2, "skip"))
    assert not sees(house, "amara", "er-soothing-menu", 1)
    complete(house, "amara", "ci-weekly-pulse", 1)
    assert sees(house, "amara", "ib-balance-wheel", 3)
    assert not sees(house, "daniel", "ib-balance-wheel", 3)
    post(house, 3, step(address, 2, "take-up"))
    assert sees(house, "daniel", "er-soothing-menu", 3)
    assert sees(house, "amara", "ib-balance-wheel", 3)


def test_skipping_takes_nothing_that_was_begun(house: House, imani: Visitor) -> None:
    address = begin(house, imani)
    complete(house, "amara", "er-overwhelm-signals", 1)
    post(house, 2, step(address, 1, "skip"))
    found = rows(house, "er-overwhelm-signals")
    assert found["a"].withdrawn_at is None
    assert found["b"].withdrawn_at is not None
    # Daniel's next step had only this one before it: it is his at once. Amara's goes on as it was.
    assert sees(house, "daniel", "er-soothing-menu", 2)
    assert sees(house, "amara", "er-soothing-menu", 2)


def test_a_step_is_moved_to_another_day(house: House, imani: Visitor) -> None:
    address = begin(house, imani)
    for day, number, status in (
        ("2026-03-20", 3, 303),
        ("2026-01-20", 3, 422),
        ("soon", 3, 422),
        ("2026-05-01", 7, 303),
    ):
        assert post(house, 1, step(address, number, "move"), day=day) == status
    assert "Fri 1 May" in page_on(house, 1, address)
    assert not sees(house, "amara", "er-feelings-log", 10)
    assert sees(house, "amara", "er-feelings-log", 18)


def test_a_pause_moves_what_is_still_to_come(house: House, imani: Visitor) -> None:
    address = begin(house, imani)
    assert "Paused since" in told(house, 3, f"{address}/pause")
    assert not sees(house, "amara", "er-feelings-log", 8)
    post(house, 13, f"{address}/go-on")
    assert not sees(house, "amara", "er-feelings-log", 16)
    assert sees(house, "amara", "er-feelings-log", 17)
    assert sees(house, "amara", "er-overwhelm-signals", 13)


def test_stopping_keeps_what_was_sent_and_can_be_undone(house: House, imani: Visitor) -> None:
    address = begin(house, imani, "First four weeks")
    complete(house, "amara", "ci-weekly-pulse", 1)
    assert "Undo the stop" in told(house, 2, f"{address}/stop")
    pulse = rows(house, "ci-weekly-pulse")
    assert pulse["a"].withdrawn_at is None
    assert pulse["a"].ends_on == (MONDAY + timedelta(days=2)).date()
    assert pulse["b"].withdrawn_at is not None
    assert not sees(house, "amara", "st-stress-map", 20)
    post(house, 3, f"{address}/undo-stop")
    pulse = rows(house, "ci-weekly-pulse")
    assert pulse["a"].ends_on is None
    assert pulse["b"].withdrawn_at is None
    assert sees(house, "daniel", "st-stress-map", 14)


def test_nothing_is_done_to_a_stopped_or_paused_one(house: House, imani: Visitor) -> None:
    address = begin(house, imani)
    for act in ("pause", "stop"):
        post(house, 1, f"{address}/{act}")
        assert "Go on with it first." in told(house, 1, step(address, 3, "open"))
    assert not sees(house, "amara", "er-feelings-log", 1)


def test_one_partner_alone(house: House, imani: Visitor) -> None:
    begin(house, imani, sides="b")
    assert sees(house, "daniel", "er-overwhelm-signals", 0)
    assert not sees(house, "amara", "er-overwhelm-signals", 0)
    numbers = [row.number for row in homework.rows_of(house, PathwayRunStep)]
    assert 5 not in numbers


def test_the_pages_are_the_care_teams(house: House, imani: Visitor) -> None:
    address = begin(house, imani)
    assert house.visitor("supervisor").get(address).status_code == 200
    assert house.visitor("supervisor").post(f"{address}/stop").status_code == 403
    for who in ("colleague", "amara", "daniel"):
        assert house.visitor(who).get(address).status_code == 404
        assert house.visitor(who).post(f"{address}/stop").status_code == 404


def test_neither_name_nor_length_reaches_a_partner(house: House, imani: Visitor) -> None:
    begin(house, imani)
    for days in (0, 7, 30):
        with at(days):
            page = house.visitor("amara").page("/today")
        assert "Calmer" not in page
        assert "pathway" not in page.lower()


def test_what_a_couple_has_becomes_a_draft(house: House, imani: Visitor) -> None:
    couple = house.couples["amara-daniel"]
    homework.clear(house)
    homework.give(house, "er-soothing-menu")
    homework.give(house, "er-feelings-log", to="a", starts_on=MONDAY.date() + timedelta(days=7))
    homework.give(house, "cc-timeout-agreement", starts_on=MONDAY.date() + timedelta(days=14))
    sent = imani.post(f"/couples/{couple}/pathways/save", {"title": "What helped"})
    assert sent.status_code == 303
    page = imani.page(sent.headers["Location"])
    assert page.count("draft-step-words") == 3
    assert "Amara" not in page
    assert "One of the two" in page
    assert "notice-attention" not in page
