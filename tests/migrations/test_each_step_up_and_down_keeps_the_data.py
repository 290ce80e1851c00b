"""Every migration goes up and down again on tables that hold rows, and loses none that it need not."""

from __future__ import annotations

from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import MetaData

from practice.db import locks, transaction
from practice.extensions import db
from tests.factories.rows import fill
from tests.migrations.conftest import REVISIONS

NOT_OURS = {"alembic_version"}


def tables() -> MetaData:
    """Return the tables that the database has now."""
    found = MetaData()
    found.reflect(db.engine)
    return found


def counts() -> dict[str, int]:
    """Return how many rows each table holds."""
    return _fill(each=0)


def _fill(each: int) -> dict[str, int]:
    ours = [t for t in tables().sorted_tables if t.name not in NOT_OURS]
    with (
        locks.lifted_for_migrations(),
        transaction.may_write(),
        db.engine.begin() as connection,
    ):
        return fill(connection, ours, each=each)


def test_up_step_by_step(empty: Flask) -> None:
    with empty.app_context():
        before: dict[str, int] = {}
        for revision in REVISIONS:
            upgrade(revision=revision)
            after = counts()
            assert before.items() <= after.items(), revision
            before = _fill(each=3)


def test_down_step_by_step(empty: Flask) -> None:
    with empty.app_context():
        upgrade()
        before = _fill(each=3)
        for revision in [*reversed(REVISIONS[:-1]), "base"]:
            downgrade(revision=revision)
            after = counts()
            assert after.items() <= before.items(), revision
            before = after
        assert before == {}


def test_down_and_up_again_gives_the_same_tables(empty: Flask) -> None:
    with empty.app_context():
        upgrade()
        before = described()
        downgrade(revision="base")
        upgrade()
        assert described() == before


def described() -> dict[str, list[str]]:
    """Return the columns of each table, in words."""
    return {
        name: [f"{c.name} {c.type} {c.nullable}" for c in table.columns]
        for name, table in sorted(tables().tables.items())
    }
