"""The product serves a database only with the schema that it knows, and never changes one that it does not know."""

from __future__ import annotations

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import MetaData, func, select, update

from practice.app import check_installation
from practice.db import locks, transaction
from practice.extensions import db
from practice.settings import SettingsRefused
from tests.factories.house import build_house
from tests.migrations.conftest import REVISIONS


def set_revision(revision: str) -> None:
    """Say that the database was made by another version of the product."""
    found = MetaData()
    found.reflect(db.engine, only=["alembic_version"])
    with (
        locks.lifted_for_migrations(),
        transaction.may_write(),
        db.engine.begin() as connection,
    ):
        connection.execute(update(found.tables["alembic_version"]).values(version_num=revision))


def table_names() -> list[str]:
    """Return the tables of the database."""
    found = MetaData()
    found.reflect(db.engine)
    return sorted(found.tables)


def test_an_empty_database_is_not_served(empty: Flask) -> None:
    with pytest.raises(SettingsRefused, match="no tables yet"):
        check_installation(empty)


def test_an_earlier_one_is_not_served(empty: Flask) -> None:
    with empty.app_context():
        upgrade(revision=REVISIONS[-2])
    with pytest.raises(SettingsRefused, match="earlier version"):
        check_installation(empty)


def test_a_later_one_is_not_served(empty: Flask) -> None:
    with empty.app_context():
        upgrade()
        set_revision("9999")
    with pytest.raises(SettingsRefused, match="later version"):
        check_installation(empty)


def test_a_later_one_is_not_migrated(empty: Flask) -> None:
    with empty.app_context():
        upgrade(revision=REVISIONS[-2])
        before = table_names()
        set_revision("9999")
        with pytest.raises(SettingsRefused, match="later version"):
            upgrade()
        assert table_names() == before


def test_its_own_is_served(empty: Flask) -> None:
    with empty.app_context():
        upgrade()
    build_house(empty)
    assert check_installation(empty).practice_name == "Riverside Practice"


def test_migrating_what_is_up_to_date_changes_nothing(empty: Flask) -> None:
    with empty.app_context():
        upgrade()
    house = build_house(empty)
    with empty.app_context():
        upgrade()
        from practice.accounts.models import User

        people = db.session.scalar(select(func.count()).select_from(User))
        assert people == len(house.people)
