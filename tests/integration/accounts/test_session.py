"""A quiet session: how long it lasts is known to the page, one request keeps it, and its end is an end."""

from __future__ import annotations

from datetime import timedelta

from practice.lib import clock
from tests.factories.house import House


def test_a_page_knows_when_it_will_be_signed_out(house: House) -> None:
    assert 'data-idle-seconds="900"' in house.visitor("imani").page("/caseload")
    assert 'data-extend-url="/session/extend"' in house.visitor("cover").page("/caseload")
    assert 'data-idle-seconds="1800"' in house.visitor("amara").page("/help")


def test_extending_keeps_a_session_open(house: House) -> None:
    imani, start = house.visitor("imani"), clock.now()
    with clock.set_to(start + timedelta(minutes=14)):
        assert imani.post("/session/extend").status_code == 204
    with clock.set_to(start + timedelta(minutes=28)):
        assert imani.get("/caseload").status_code == 200


def test_a_quiet_session_ends(house: House) -> None:
    imani = house.visitor("imani")
    with clock.set_to(clock.now() + timedelta(minutes=16)):
        assert imani.get("/caseload").location.startswith("/sign-in")
        answer = imani.post("/session/extend", headers={"Accept": "application/json"})
    assert answer.status_code >= 300
    assert answer.status_code != 204


def test_extending_does_not_outlast_twelve_hours(house: House) -> None:
    imani, at = house.visitor("imani"), clock.now()
    for _ in range(60):
        at += timedelta(minutes=13)
        with clock.set_to(at):
            last = imani.post("/session/extend").status_code
    assert last != 204


def test_health_says_no_more_than_that(house: House) -> None:
    answer = house.visitor().get("/health")
    assert answer.json == {"status": "ok"}
    assert not answer.headers.getlist("Set-Cookie")


def test_proving_oneself_opens_what_is_private(house: House) -> None:
    officer = house.visitor("officer")
    with clock.set_to(clock.now() + timedelta(minutes=6)):
        answer = officer.get("/audit")
        assert answer.location == "/prove?next=/audit"
        wrong = officer.post("/prove?next=/audit", {"password": "no", "code": "000000"})
        assert wrong.status_code == 422
        assert "Please try again" in wrong.text
