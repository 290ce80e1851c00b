"""Each SQLite connection is durable, strict about foreign keys and forgets what is deleted; its files are the owner's alone."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import insert, text  # noqa: TID251 - pragmas have no other form
from sqlalchemy.exc import IntegrityError

from practice.db import scope, transaction
from practice.extensions import db
from practice.treatment.models import GoalRating
from tests.factories import databases
from tests.factories.house import House, fresh_app
from tests.factories.rows import made_up

pytestmark = pytest.mark.skipif(databases.ON_POSTGRES, reason="the embedded database only")

WANTED = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: what was answered is on the disk
    "foreign_keys": 1,
    "secure_delete": 1,
    "busy_timeout": 10_000,
}


def test_every_connection_of_the_pool_is_set_up(house: House) -> None:
    with house.app.app_context(), ExitStack() as stack:
        connections = [stack.enter_context(db.engine.connect()) for _ in range(6)]
        for connection in connections:
            found = {
                name: connection.execute(text(f"pragma {name}")).scalar_one() for name in WANTED
            }
            assert found == WANTED


def test_a_row_that_points_nowhere_is_refused(house: House) -> None:
    columns = GoalRating.__table__.columns
    values = {c.name: made_up(c) for c in columns if not c.nullable}
    with pytest.raises(IntegrityError), house.writing(), scope.opened([values["container_id"]]):
        db.session.execute(insert(GoalRating).values(values))


def test_the_files_are_the_owners_alone(tmp_path: Path) -> None:
    app = fresh_app(tmp_path)
    with app.app_context(), transaction.may_write(), db.engine.connect() as connection:
        connection.execute(text("create table t (x)"))
        connection.commit()
        modes = {f.name: f.stat().st_mode & 0o777 for f in tmp_path.glob("practice.db*")}
    assert modes == {"practice.db": 0o600, "practice.db-wal": 0o600, "practice.db-shm": 0o600}


def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / "practice.db").touch(0o644)
    fresh_app(tmp_path)
    assert (tmp_path / "practice.db").stat().st_mode & 0o777 == 0o600
