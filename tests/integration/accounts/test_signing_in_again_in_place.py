"""A page whose session has ended lets its own person back in by every step that person has, and nobody else (SECURITY S4, S8)."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from practice.accounts.identity import person_ref
from tests.factories.house import PASSWORD, House
from tests.integration.accounts.conftest import Door


def page_of(house: House, who: str) -> str:
    with house.app.app_context():
        return person_ref(house.people[who])


def try_again(client: FlaskClient, **typed: str) -> TestResponse:
    token = client.get("/sign-in/again").get_json()["csrf_token"]
    return client.post("/sign-in/again", data={"csrf_token": token, **typed})


def test_the_same_person_goes_on_with_a_new_token(house: House, door: Door) -> None:
    answer = try_again(door.client, name="amara", password=PASSWORD, person=page_of(house, "amara"))
    assert answer.status_code == 200
    assert answer.get_json()["person"] == page_of(house, "amara")
    extended = door.client.post(
        "/session/extend", headers={"X-CSRFToken": answer.get_json()["csrf_token"]}
    )
    assert extended.status_code == 204


def test_somebody_else_is_not_let_in_by_this_door(house: House, door: Door) -> None:
    answer = try_again(
        door.client, name="daniel", password=PASSWORD, person=page_of(house, "amara")
    )
    assert answer.status_code == 422
    assert "somebody else" in answer.get_json()["message"]
    assert door.get("/today").status_code == 302


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "amara", "password": "wrong"},
        {"name": "nobody", "password": PASSWORD},
        {"name": "disabled", "password": PASSWORD},
        {"name": "amara"},
        {},
    ],
)
def test_what_is_wrong_is_refused(house: House, door: Door, typed: dict[str, Any]) -> None:
    answer = try_again(door.client, person=page_of(house, "amara"), **typed)
    assert answer.status_code == 422
    assert answer.get_json()["message"]
    assert door.get("/today").status_code == 302


def test_staff_are_asked_for_their_code(house: House, door: Door) -> None:
    known = {"name": "imani", "password": PASSWORD, "person": page_of(house, "imani")}
    first = try_again(door.client, **known)
    assert (first.status_code, first.get_json()["needs"]) == (422, "code")
    assert door.get("/caseload").status_code == 302
    wrong = try_again(door.client, **known, code="000000")
    assert wrong.status_code == 422
    right = door.code("imani")
    assert try_again(door.client, **known, code=right).status_code == 200
    assert door.get("/caseload").status_code == 200
    assert try_again(door.client, **known, code=right).status_code == 422, "a code works once"


def test_many_wrong_passwords_close_it_like_the_front_door(house: House, door: Door) -> None:
    person = page_of(house, "amara")
    for _ in range(5):
        try_again(door.client, name="amara", password="wrong", person=person)
    right = try_again(door.client, name="amara", password=PASSWORD, person=person)
    assert right.status_code == 422


def test_the_old_token_of_the_browser_is_dead(house: House, door: Door) -> None:
    door.get("/sign-in")
    before = door.cookie()
    try_again(door.client, name="amara", password=PASSWORD, person=page_of(house, "amara"))
    assert door.cookie() != before


def test_it_says_whose_session_there_is(house: House, door: Door) -> None:
    assert door.client.get("/sign-in/again").get_json()["person"] == ""
    amara = house.visitor("amara").client.get("/sign-in/again").get_json()
    assert amara["person"] == page_of(house, "amara")
