"""What goes to the log names the act, never a person, an address or a word that someone typed."""

from __future__ import annotations

import json
import logging
from typing import Any
from uuid import uuid4

import pytest
import structlog
from flask import request
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from practice.access.permissions import Permission
from practice.accounts.models import Installation, Throttle
from practice.extensions import db
from practice.lib import clock
from practice.web.routes import Routes
from tests.factories.house import House, Visitor
from tests.integration.kernel.conftest import open_room

CANARY = "canary-7f3a"


@pytest.fixture
def room(house: House, probe: Routes) -> House:
    """A house with a room that fails with what was typed in its hands."""

    probe_id = uuid4()

    @probe.form("/fails/<word>", needs=Permission.PUBLIC)
    def fails(word: str) -> Any:
        typed = request.values.get("word", word)
        raise ValueError(f"cannot keep {typed}")

    @probe.post("/fails-in-the-database", needs=Permission.PUBLIC)
    def database() -> Any:
        values = {"key_digest": CANARY.encode(), "failures": 1, "failed_at": clock.now()}
        for _ in range(2):
            db.session.execute(insert(Throttle).values(id=probe_id, **values))

    open_room(house, probe)
    return house


def everything(visitor: Visitor) -> None:
    """Ask for pages of all kinds with the canary wherever a browser can put something."""
    more: dict[str, Any] = {
        "headers": {"User-Agent": CANARY, "Referer": f"http://localhost/{CANARY}"},
        "query_string": {"next": f"/{CANARY}", "word": CANARY},
    }
    visitor.get("/sign-in", **more)
    visitor.get(f"/{CANARY}", **more)
    visitor.get(f"/invitation/{CANARY}", **more)
    visitor.get(f"/probe/fails/{CANARY}", **more)
    visitor.post("/sign-in", {"name": CANARY, "password": CANARY}, **more)
    visitor.post(f"/probe/fails/{CANARY}", {"word": CANARY}, **more)
    visitor.post("/probe/fails-in-the-database", {"word": CANARY}, **more)
    visitor.client.post("/sign-in", data={"name": CANARY}, **more)
    visitor.client.set_cookie("session", CANARY)
    visitor.get("/people", **more)


@pytest.mark.parametrize("who", [None, "imani", "amara"])
def test_requests_and_faults(
    room: House, capfd: pytest.CaptureFixture[str], who: str | None
) -> None:
    logged_in = room.visitor(who)
    _listen()
    everything(logged_in)
    out, err = capfd.readouterr()
    assert out == ""
    assert CANARY not in err
    lines = [json.loads(line) for line in err.splitlines()]
    assert {line["event"] for line in lines} == {"request", "fault"}
    faults = [line for line in lines if line["event"] == "fault"]
    # Without a session no form is taken.
    expected = {"ValueError", "IntegrityError"} if who else {"ValueError"}
    assert {line["kind"] for line in faults} == expected
    for line in lines:
        assert set(line) <= {
            *("event", "level", "timestamp", "method", "endpoint", "status", "ms"),
            *("reference", "kind", "place"),
        }


def _listen() -> None:
    """Log as in use: tests log warnings only."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.INFO))


def test_a_fault_outside_every_view(room: House, capfd: pytest.CaptureFixture[str]) -> None:
    """Flask itself would write the address and the whole trace."""
    try:
        raise ValueError(CANARY)
    except ValueError:
        room.app.logger.exception("Exception on /%s", CANARY)
    err = capfd.readouterr().err
    assert CANARY not in err
    assert json.loads(err)["kind"] == "ValueError"


def test_the_servers_own_lines_are_silenced(room: House, capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("werkzeug").info("GET /%s", CANARY)
    logging.getLogger("sqlalchemy.engine").info("SELECT %s", CANARY)
    assert capfd.readouterr().err == ""


def test_database_errors_hide_their_values(house: House) -> None:
    with house.writing():
        row = db.session.scalars(select(Installation)).one()
        values = {"id": row.id, "kind": CANARY, "practice_name": CANARY, "neutral_name": CANARY}
        more = {"zone": "", "phone": "", "hours": "", "key_check": b"", "made_at": clock.now()}
        with pytest.raises(IntegrityError) as caught:
            db.session.execute(insert(Installation).values(**values, **more))
        db.session.rollback()
    assert "parameters hidden" in str(caught.value)
    if house.app.config["SQLALCHEMY_DATABASE_URI"].startswith("sqlite"):
        assert CANARY not in str(caught.value)


def test_statements_are_never_echoed(house: House) -> None:
    with house.app.app_context():
        assert db.engine.echo is False
        assert db.engine.hide_parameters is True
