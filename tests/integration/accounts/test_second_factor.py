"""The second step: a code works once, and staff without it reach nothing but its set-up."""

from __future__ import annotations

import re

import pyotp
import pytest

from practice.access.permissions import Permission
from practice.accounts.models import User
from practice.extensions import db
from practice.lib import clock
from practice.web.routes import declaration_of
from tests.factories.house import House
from tests.integration.accounts.conftest import Door


def test_a_code_is_refused_the_second_time(house: House) -> None:
    first, second = Door(house), Door(house)
    code = first.code("imani")
    first.sign_in("imani")
    second.sign_in("imani")
    assert first.send("/sign-in/code", code=code).status_code == 303
    again = second.send("/sign-in/code", code=code)
    assert again.status_code == 422
    assert "used before" in again.text
    assert second.get("/caseload").status_code == 302


def test_many_wrong_codes_close_the_step_for_a_while(door: Door) -> None:
    door.sign_in("imani")
    for _ in range(6):
        assert door.send("/sign-in/code", code="000000").status_code == 422
    assert door.send("/sign-in/code", code=door.code("imani")).status_code == 422


def test_the_code_page_needs_the_password_first(door: Door) -> None:
    assert door.get("/sign-in/code").location == "/sign-in"


@pytest.fixture
def without_factor(house: House, door: Door) -> Door:
    with house.writing():
        user = db.session.get(User, house.people["imani"])
        assert user is not None
        user.totp, user.totp_confirmed_at = None, None
    return door


def test_set_up_shows_picture_and_key_and_lets_in(without_factor: Door) -> None:
    assert without_factor.sign_in("imani").location == "/sign-in/set-up"
    page = without_factor.get("/sign-in/set-up").text
    assert 'src="data:image/svg+xml' in page
    key = "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", page))
    assert len(key) == 32
    answer = without_factor.send("/sign-in/set-up", code=pyotp.TOTP(key).at(clock.now()))
    assert answer.status_code == 303
    assert without_factor.get("/caseload").status_code == 200


def test_the_key_stays_the_same_after_a_wrong_code(without_factor: Door) -> None:
    without_factor.sign_in("imani")
    before = without_factor.get("/sign-in/set-up").text
    after = without_factor.send("/sign-in/set-up", code="123").text
    keys = [re.findall(r"<span>([A-Z2-7]{4})</span>", page) for page in (before, after)]
    assert keys[0] == keys[1]
    assert "Error: " in after


def test_staff_without_a_factor_reach_only_its_set_up(house: House, without_factor: Door) -> None:
    without_factor.sign_in("imani")
    closed = [
        rule.rule
        for rule in house.app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.arguments and not _is_public(house, rule)
    ]
    assert "/caseload" in closed
    for path in closed:
        answer = without_factor.get(path)
        assert answer.status_code == 302, path
        assert answer.location.startswith("/sign-in"), path


def _is_public(house: House, rule: object) -> bool:
    declared = declaration_of(house.app.view_functions[rule.endpoint])  # type: ignore[attr-defined]
    return declared is not None and declared.needs is Permission.PUBLIC
