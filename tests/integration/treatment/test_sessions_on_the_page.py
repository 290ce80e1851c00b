from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest

from practice.caseload import queries as caseload
from practice.lib import clock
from practice.treatment import queries, rules, services
from tests.factories.house import ZONE, House

NOW = datetime(2026, 10, 20, 17, tzinfo=UTC)


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


@pytest.fixture
def base(house: House) -> str:
    return f"/couples/{house.couples['amara-daniel']}/sessions"


def plan(house: House, kind: str, day: date, at: time = time(14)) -> None:
    with house.writing():
        case = house.case("imani")
        services.add_session(case, kind, rules.local_moment(day, at, ZONE), by=case.actor)


def next_on_caseload(house: House) -> str | None:
    with house.reading():
        found: str | None = (
            caseload.caseload(house.actor("imani")).rows[0].summary.get("next_session")
        )
        return found


def test_a_session_keeps_its_hour_across_the_change_of_the_clocks(house: House, base: str) -> None:
    soon = clock.today(ZONE) + timedelta(days=7)
    visitor = house.visitor("imani")
    for weeks in range(30):
        day = (soon + timedelta(weeks=weeks)).isoformat()
        data = {"kind": "joint", "day": day, "at": "14:00", "minutes": "50"}
        assert visitor.post(f"{base}/new", data).status_code == 303
    page = words(visitor.page(base))
    assert page.count("14:00–14:50") == 30


def test_a_time_the_clocks_jump_over_is_refused(house: House, base: str) -> None:
    data = {"kind": "joint", "day": "2027-03-14", "at": "02:30", "minutes": "50"}
    answer = house.visitor("imani").post(f"{base}/new", data)
    assert answer.status_code == 422
    assert "the clocks go forward" in answer.text


def test_an_individual_session_is_in_no_list_of_the_other(house: House) -> None:
    for kind in ("joint", "a", "b"):
        plan(house, kind, date(2030, 1, 7))
    with house.reading():
        assert {k for _, k in queries.own_sessions(house.case("amara"))} == {"joint", "a"}
    with house.reading():
        assert {k for _, k in queries.own_sessions(house.case("daniel"))} == {"joint", "b"}
    with house.reading():
        assert {k for _, k in queries.sessions(house.case("imani"))} == {"joint", "a", "b"}


def test_the_caseload_knows_the_next_session(house: House, base: str) -> None:
    plan(house, "joint", date(2030, 1, 21))
    plan(house, "a", date(2030, 1, 7))
    assert next_on_caseload(house) == "2030-01-07T22:00:00+00:00"
    visitor = house.visitor("imani")
    cancel = re.findall(r"/sessions/[0-9a-f-]{36}/cancel", visitor.page(base))[0]
    couple = base.removesuffix("/sessions")
    assert visitor.post(f"{couple}{cancel}").status_code == 303
    assert next_on_caseload(house) == "2030-01-21T22:00:00+00:00"


def test_attendance_is_noted_after_and_taken_back(house: House, base: str) -> None:
    plan(house, "joint", date(2026, 1, 12))
    visitor = house.visitor("imani")
    couple = base.removesuffix("/sessions")
    path = couple + re.findall(r"/sessions/[0-9a-f-]{36}/attendance", visitor.page(base))[0]
    assert visitor.post(path, {"attended": "yes"}).status_code == 303
    assert "1 of 1 noted as having taken place" in words(visitor.page(base))
    assert visitor.post(path, {"attended": "none"}).status_code == 303
    assert "0 of 1 noted" in words(visitor.page(base))


def test_attendance_of_a_session_to_come_is_refused_kindly(house: House, base: str) -> None:
    plan(house, "joint", date(2030, 1, 7))
    with house.reading():
        session_id = queries.sessions(house.case("imani"))[0][0].id
    visitor = house.visitor("imani")
    assert visitor.post(f"{base}/{session_id}/attendance", {"attended": "yes"}).status_code == 303
    assert "once the session has begun" in visitor.page(base)


def test_a_session_whose_attendance_is_noted_stays(house: House) -> None:
    with house.writing():
        case = house.case("imani")
        held = services.add_session(
            case, "a", NOW - timedelta(days=200), attended=True, by=case.actor
        )
        with pytest.raises(rules.SessionRefused):
            services.cancel_session(case, held, by=case.actor)


def test_moving_keeps_who_comes(house: House, base: str) -> None:
    plan(house, "b", date(2030, 1, 7))
    with house.reading():
        session_id = queries.sessions(house.case("imani"))[0][0].id
    visitor = house.visitor("imani")
    assert 'value="14:00"' in visitor.page(f"{base}/{session_id}/move")
    data = {"day": "2030-01-08", "at": "09:15", "minutes": "80", "kind": "joint"}
    assert visitor.post(f"{base}/{session_id}/move", data).status_code == 303
    with house.reading():
        ((session, kind),) = queries.sessions(house.case("imani"))
        assert (kind, session.minutes) == ("b", 80)
        assert session.starts_at == datetime(2030, 1, 8, 17, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "all"},
        {"day": "2026-02-30"},
        {"day": ""},
        {"day": "9999-12-31"},
        {"at": "25:00"},
        {"at": ""},
        {"minutes": "1"},
        {"minutes": "many"},
        {"minutes": "9" * 400},
    ],
)
def test_a_session_that_cannot_be_is_refused(
    house: House, base: str, change: dict[str, str]
) -> None:
    data = {"kind": "joint", "day": "2030-01-07", "at": "14:00", "minutes": "50"} | change
    assert house.visitor("imani").post(f"{base}/new", data).status_code == 422


@pytest.mark.parametrize("who", ["colleague", "administrator", "amara", "daniel"])
def test_others_find_nothing(house: House, base: str, who: str) -> None:
    visitor = house.visitor(who)
    assert visitor.get(base).status_code == 404
    assert visitor.get(f"{base}/new").status_code == 404
