"""The house for integration tests: migrated and built once a session, then copied for each test that changes it."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask_migrate import upgrade

from practice.catalogue import services as catalogue
from practice.db import transaction
from practice.extensions import db
from tests.factories.house import House, build_house, fresh_app


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """Return a folder with a built database, and who lives in it."""
    folder = tmp_path_factory.mktemp("built")
    app = fresh_app(folder)
    with app.app_context():
        upgrade()
        with transaction.unit_of_work():
            catalogue.load_shipped()
    house = build_house(app)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    return folder, pickle.dumps((house.people, house.couples))


@pytest.fixture
def house(built: tuple[Path, bytes], tmp_path: Path) -> Iterator[House]:
    """Return a house of its own for one test."""
    folder, people = built
    for file in folder.glob("practice.db*"):
        shutil.copy(file, tmp_path / file.name)
    app = fresh_app(tmp_path)
    yield House(app, *pickle.loads(people))
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
