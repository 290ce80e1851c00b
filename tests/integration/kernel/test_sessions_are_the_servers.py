"""A session is a row of the server's; the browser holds a random token that changes at sign-in and dies with the session."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import session
from sqlalchemy import func, select, update

from practice.access.permissions import Permission
from practice.accounts.models import UserSession
from practice.accounts.sessions import ABSOLUTE, IDLE_PARTNER, IDLE_STAFF
from practice.db import transaction
from practice.extensions import db
from practice.lib import clock, tokens
from practice.web.routes import Routes
from tests.factories.house import PASSWORD, House, Visitor
from tests.integration.kernel.conftest import Another, open_room

IDLE = {"imani": IDLE_STAFF, "amara": IDLE_PARTNER}
ONE_SECOND = timedelta(seconds=1)


@pytest.fixture
def room(house: House, probe: Routes) -> House:
    """A house with a room for whoever is signed in."""

    @probe.get("/here", needs=Permission.SIGNED_IN)
    def here(actor: Any) -> Any:
        return str(actor.user_id)

    @probe.get("/keep", needs=Permission.PUBLIC)
    def keep() -> Any:
        session["kept"] = "for later"
        return "kept"

    open_room(house, probe)
    return house


def is_in(visitor: Visitor) -> bool:
    """Return whether the visitor is still signed in."""
    return visitor.get("/probe/here").status_code == 200


def token_of(visitor: Visitor) -> str:
    """Return the token that the visitor's browser holds."""
    cookie = visitor.client.get_cookie("session")
    assert cookie is not None
    return cookie.value


def sign_in(visitor: Visitor, who: str) -> Any:
    """Sign in by the form."""
    page = visitor.page("/sign-in")
    form_token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    data = {"csrf_token": form_token, "name": who, "password": PASSWORD}
    return visitor.client.post("/sign-in", data=data)


def test_the_token_changes_at_sign_in_and_the_old_one_is_dead(room: House) -> None:
    visitor = room.visitor()
    visitor.get("/probe/keep")
    before = token_of(visitor)
    assert sign_in(visitor, "amara").status_code == 303
    assert is_in(visitor)
    assert token_of(visitor) != before
    thief = room.visitor()
    thief.client.set_cookie("session", before)
    assert not is_in(thief)


def test_a_token_that_someone_made_up_is_never_taken_over(room: House) -> None:
    visitor = room.visitor()
    visitor.client.set_cookie("session", "planted")
    sign_in(visitor, "amara")
    assert is_in(visitor)
    assert token_of(visitor) != "planted"


def test_nothing_is_stored_for_a_visitor_who_left_nothing(room: House) -> None:
    assert "Set-Cookie" not in room.visitor().get("/nowhere").headers
    with room.reading():
        assert db.session.scalar(select(func.count()).select_from(UserSession)) == 0


def set_cookie(app: Any, base: str) -> str:
    """Return the cookie's header as it is sent, with its token masked."""
    response = app.test_client().get("/probe/keep", base_url=base)
    (header,) = response.headers.getlist("Set-Cookie")
    name, rest = header.split("=", 1)
    token, attributes = rest.split("; ", 1)
    assert len(token) == 43
    return f"{name}=TOKEN; {attributes}"


def test_the_cookie_on_this_machine(room: House) -> None:
    sent = set_cookie(room.app, "http://localhost")
    assert sent == "session=TOKEN; HttpOnly; Path=/; SameSite=Lax"


def test_the_cookie_over_https(room: House, probe: Routes, another: Another) -> None:
    base = "https://practice.example"
    app = another(base_url=base)
    app.register_blueprint(probe.blueprint)
    sent = set_cookie(app, base)
    assert sent == "__Host-session=TOKEN; Secure; HttpOnly; Path=/; SameSite=Lax"


def test_the_database_holds_no_token_and_no_contents(room: House) -> None:
    visitor = room.visitor()
    visitor.get("/probe/keep")
    token = token_of(visitor)
    with room.reading():
        row = db.session.scalars(select(UserSession)).one()
        assert row.token_digest == tokens.digest(token)
        stored = b"".join((row.token_digest, row.data))
    assert token.encode() not in stored
    assert b"for later" not in stored


@pytest.mark.parametrize("who", IDLE)
def test_a_quiet_session_ends(room: House, who: str) -> None:
    now = clock.now()
    visitor = room.visitor(who)
    with clock.set_to(now + IDLE[who] - ONE_SECOND):
        assert is_in(visitor)
    with clock.set_to(now + 2 * IDLE[who]):
        assert not is_in(visitor)


def test_limits_are_no_longer_than_promised() -> None:
    assert timedelta(minutes=15) == IDLE_STAFF
    assert timedelta(minutes=30) == IDLE_PARTNER
    assert timedelta(hours=12) == ABSOLUTE


def test_no_session_outlives_its_day_however_busy(room: House) -> None:
    now = clock.now()
    visitor = room.visitor("amara")
    at = now
    while at < now + ABSOLUTE - timedelta(minutes=20):
        at += timedelta(minutes=20)
        with clock.set_to(at):
            assert is_in(visitor), at
    with clock.set_to(now + ABSOLUTE + timedelta(minutes=1)):
        assert not is_in(visitor)


def test_the_old_cookie_is_dead_after_sign_out(room: House) -> None:
    visitor = room.visitor("amara")
    token = token_of(visitor)
    response = visitor.post("/sign-out")
    assert response.status_code == 303
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert visitor.client.get_cookie("session") is None
    thief = room.visitor()
    thief.client.set_cookie("session", token)
    assert not is_in(thief)


def test_leaving_ends_the_session_too(room: House) -> None:
    visitor = room.visitor("amara")
    assert visitor.post("/leave").status_code < 400
    assert not is_in(visitor)
    with room.reading():
        assert db.session.scalar(select(func.count()).select_from(UserSession)) == 0


def test_contents_that_someone_changed_sign_nobody_in(room: House) -> None:
    """Not even by the contents of another's session."""
    amara, imani = room.visitor("amara"), room.visitor("imani")
    with room.app.app_context(), transaction.may_write(), db.engine.begin() as connection:
        rows = connection.execute(select(UserSession.user_id, UserSession.data)).all()
        contents = {row.user_id: row.data for row in rows}
        connection.execute(
            update(UserSession)
            .where(UserSession.user_id == room.people["amara"])
            .values(data=contents[room.people["imani"]])
        )
    assert amara.get("/probe/here").status_code == 302
    assert is_in(imani)
