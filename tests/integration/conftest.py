"""The house for integration tests: migrated and built once a session, then copied for each test that changes it.

On SQLite the copy is a file; with PRACTICE_TEST_DATABASE=postgres it is a database made from a template.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade

from practice.catalogue import services as catalogue
from practice.db import transaction
from practice.extensions import db
from practice.pathways import services as pathways
from tests.factories import databases
from tests.factories.house import House, build_house, fresh_app

Built = tuple[Path, str | None, House]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Yield a folder or the name of a template with a built database, and who lives in it."""
    folder = tmp_path_factory.mktemp("built")
    template = databases.make_database() if databases.ON_POSTGRES else None
    app = fresh_app(folder, databases.address_of(template) if template else None)
    with app.app_context():
        upgrade()
        with transaction.unit_of_work():
            catalogue.load_shipped()
            pathways.load_shipped()
    house = build_house(app)
    let_go(app)
    yield folder, template, house
    if template:
        databases.drop_database(template)


@pytest.fixture
def house(built: Built, tmp_path: Path) -> Iterator[House]:
    """Yield a house of its own for one test."""
    folder, template, people = built
    copy = databases.postgres_database(template=template) if template else nullcontext(None)
    for file in folder.glob("practice.db*"):
        shutil.copy(file, tmp_path / file.name)
    with copy as url:
        app = fresh_app(tmp_path, url)
        yield people.on(app)
        let_go(app)


def let_go(app: Flask) -> None:
    """Close every connection of an application, so that its database can be copied or dropped."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
