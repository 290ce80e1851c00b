"""At start: the database must be set up, of this kind, and of these keys; a demo and a practice never share one."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask_migrate import upgrade
from sqlalchemy import select

from practice.accounts.models import Installation, User
from practice.app import check_installation
from practice.audit import queries
from practice.extensions import db
from practice.settings import MasterKeys, SettingsRefused
from tests.factories.house import KEYS, House, fresh_app
from tests.integration.kernel.conftest import Another


def test_its_own_is_served(house: House, another: Another) -> None:
    assert check_installation(another()).neutral_name == "Riverside Office"


def test_one_that_is_not_set_up_is_not(tmp_path: Path) -> None:
    app = fresh_app(tmp_path)
    with app.app_context():
        upgrade()
    with pytest.raises(SettingsRefused, match="practice init"):
        check_installation(app)


def test_one_of_other_keys_is_not(house: House, another: Another) -> None:
    with pytest.raises(SettingsRefused, match="does not belong to this database"):
        check_installation(another(MasterKeys.fresh()))


def test_one_of_another_secret_is_not_though_it_would_open(house: House, another: Another) -> None:
    other = MasterKeys(KEYS.current, KEYS.wrapping, MasterKeys.fresh().secret)
    with pytest.raises(SettingsRefused, match="does not belong to this database"):
        check_installation(another(other))


def test_nothing_is_changed_by_the_attempt(house: House, another: Another) -> None:
    with pytest.raises(SettingsRefused):
        check_installation(another(MasterKeys.fresh()))
    with house.reading():
        assert db.session.scalars(select(User).limit(1)).one().name
        assert queries.verify().whole


def test_the_demo_is_not_served_from_a_practices_database(house: House, another: Another) -> None:
    with pytest.raises(SettingsRefused, match="real practice"):
        check_installation(another(demo=True))


def test_a_practice_is_not_served_from_the_demos_database(house: House, another: Another) -> None:
    with house.writing():
        db.session.scalars(select(Installation)).one().kind = "demo"
    with pytest.raises(SettingsRefused, match="holds the demo"):
        check_installation(another())
    assert check_installation(another(demo=True)).kind == "demo"


def test_a_file_that_is_no_database_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "practice.db").write_bytes(b"no database at all, however long one looks" * 99)
    with pytest.raises(SettingsRefused, match="from your backup"):
        check_installation(fresh_app(tmp_path))


def test_making_the_application_makes_and_seeds_nothing(tmp_path: Path) -> None:
    fresh_app(tmp_path)
    assert (tmp_path / "practice.db").stat().st_size == 0
