"""The door: password and code, the same answer whatever was wrong, and waiting after many tries."""

from __future__ import annotations

from datetime import timedelta

import pytest

from practice.lib import clock
from tests.factories.house import House
from tests.integration.accounts.conftest import Door, masked

WRONG = "not the password at all"


def test_staff_enter_with_password_and_code(door: Door) -> None:
    assert door.sign_in("imani").location == "/sign-in/code"
    answer = door.send("/sign-in/code", code=door.code("imani"))
    assert answer.status_code == 303
    assert door.get("/caseload").status_code == 200
    assert "Dr. Imani Reyes" in door.get("/caseload").text


def test_a_password_alone_does_not_let_staff_in(door: Door) -> None:
    door.sign_in("imani")
    assert door.get("/caseload").status_code == 302


def test_one_goes_on_to_the_page_one_asked_for(door: Door) -> None:
    door.get("/caseload/new")
    door.get("/sign-in?next=/caseload/new")
    assert door.enter("imani").location == "/caseload/new"


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example", "/\\x"])
def test_nobody_is_sent_to_another_site(door: Door, target: str) -> None:
    door.client.get("/sign-in", query_string={"next": target})
    assert "elsewhere" not in (door.enter("imani").location or "")


def test_the_session_gets_a_new_token_at_each_step(door: Door) -> None:
    door.get("/sign-in")
    seen = {door.cookie()}
    door.sign_in("imani")
    seen.add(door.cookie())
    door.send("/sign-in/code", code=door.code("imani"))
    seen.add(door.cookie())
    assert len(seen) == 3


def test_unknown_known_and_disabled_names_read_alike(house: House) -> None:
    bodies = set()
    for who in ("imani", "nobody-here", "disabled"):
        answer = Door(house).sign_in(who, WRONG)
        assert answer.status_code == 422
        bodies.add(masked(answer.text).replace(who, "NAME"))
    assert len(bodies) == 1


def test_the_typed_name_is_kept_and_the_error_is_announced(door: Door) -> None:
    page = door.sign_in("imani", WRONG).text
    assert "<title>Error: Sign in" in page
    assert 'value="imani"' in page
    assert 'href="#password"' in page
    assert WRONG not in page


def test_after_six_wrong_tries_the_right_password_is_refused_alike(house: House) -> None:
    for _ in range(6):
        wrong = Door(house).sign_in("imani", WRONG)
    right = Door(house).sign_in("imani")
    assert right.status_code == 422
    assert masked(right.text) == masked(wrong.text)


def test_waiting_ends_and_others_are_not_kept_out(house: House) -> None:
    for _ in range(6):
        Door(house).sign_in("imani", WRONG)
    assert Door(house).sign_in("colleague").location == "/sign-in/code"
    with clock.set_to(clock.now() + timedelta(hours=1, minutes=1)):
        assert Door(house).sign_in("imani").location == "/sign-in/code"


def test_leaving_ends_the_session_and_clears_the_browser(door: Door) -> None:
    door.enter("imani")
    token = door.cookie()
    answer = door.send("/caseload/new")
    assert answer.status_code == 422
    csrf = door.get("/caseload").text.split('name="csrf_token" value="')[1].split('"')[0]
    left = door.client.post("/sign-out", data={"csrf_token": csrf})
    assert left.headers["Clear-Site-Data"]
    door.client.set_cookie("session", token or "")
    assert door.get("/caseload").status_code == 302
