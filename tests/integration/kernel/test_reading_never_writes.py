"""A GET writes nothing, and an act is committed once: by the gate, if its answer is below 400."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import delete, insert, select, update

from practice.access.permissions import Permission
from practice.accounts.models import Installation, Throttle
from practice.db import transaction
from practice.db.transaction import WriteDuringRead
from practice.extensions import db
from practice.lib import clock
from practice.web.routes import Routes
from tests.factories.house import House
from tests.integration.kernel.conftest import open_room

STATEMENTS = {
    "update": lambda: update(Installation).values(phone="written"),
    "delete": lambda: delete(Throttle),
    "insert": lambda: insert(Throttle).values(
        id=uuid4(), key_digest=b"x", failures=1, failed_at=clock.now()
    ),
}


def phone(house: House) -> str:
    """Return what the acts of this file change."""
    with house.reading():
        return db.session.scalars(select(Installation.phone)).one()


def write() -> None:
    """Change the practice's telephone number."""
    db.session.scalars(select(Installation)).one().phone = "written"
    db.session.flush()


def test_a_flush_in_a_reading_unit_raises(house: House) -> None:
    with house.reading(), pytest.raises(WriteDuringRead):
        write()


@pytest.mark.parametrize("what", STATEMENTS)
def test_a_statement_in_a_reading_unit_raises(house: House, what: str) -> None:
    with house.reading(), pytest.raises(WriteDuringRead):
        db.session.execute(STATEMENTS[what]())


@pytest.mark.parametrize("what", STATEMENTS)
def test_a_statement_on_a_connection_of_its_own_raises(house: House, what: str) -> None:
    with house.reading(), db.engine.connect() as connection, pytest.raises(WriteDuringRead):
        connection.execute(STATEMENTS[what]())


def test_a_commit_in_a_reading_unit_keeps_nothing(house: House) -> None:
    with house.reading():
        db.session.scalars(select(Installation)).one().phone = "written"
        with pytest.raises(WriteDuringRead):
            db.session.commit()
    assert phone(house) == ""


@pytest.fixture
def room(house: House, probe: Routes) -> House:
    """A house with a room whose views write and then answer in every way there is."""

    @probe.form("/writes/<int:status>", needs=Permission.PUBLIC)
    def writes(status: int) -> Any:
        write()
        return "done", status

    @probe.post("/fails", needs=Permission.PUBLIC)
    def fails() -> Any:
        write()
        raise ZeroDivisionError

    @probe.get("/leaves-it-unflushed", needs=Permission.PUBLIC)
    def leaves() -> Any:
        db.session.scalars(select(Installation)).one().phone = "written"
        return "done"

    @probe.post("/asks", needs=Permission.PUBLIC)
    def asks() -> Any:
        return str(transaction.is_writing())

    open_room(house, probe)
    return house


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_view_that_writes_on_a_get_fails(room: House, method: str) -> None:
    response = room.visitor("imani").client.open("/probe/writes/200", method=method)
    assert response.status_code == 500
    assert phone(room) == ""


def test_what_a_get_changed_in_memory_is_dropped(room: House) -> None:
    assert room.visitor("imani").get("/probe/leaves-it-unflushed").status_code == 200
    assert phone(room) == ""


@pytest.mark.parametrize("status", [200, 204, 302, 303])
def test_an_act_that_went_well_is_kept(room: House, status: int) -> None:
    assert room.visitor("imani").post(f"/probe/writes/{status}").status_code == status
    assert phone(room) == "written"


@pytest.mark.parametrize("status", [400, 409, 422, 503])
def test_an_act_that_was_refused_is_not_kept(room: House, status: int) -> None:
    assert room.visitor("imani").post(f"/probe/writes/{status}").status_code == status
    assert phone(room) == ""


def test_an_act_that_fails_is_not_kept(room: House) -> None:
    assert room.visitor("imani").post("/probe/fails").status_code == 500
    assert phone(room) == ""


def test_an_act_without_the_forms_token_is_not_begun(room: House) -> None:
    response = room.visitor("imani").client.post("/probe/writes/200")
    assert response.status_code == 400
    assert phone(room) == ""


def test_the_right_to_write_ends_with_the_act(room: House) -> None:
    assert room.visitor("imani").post("/probe/asks").text == "True"
    assert not transaction.is_writing()
    assert room.visitor("imani").post("/probe/fails").status_code == 500
    assert not transaction.is_writing()
