"""An empty database for each test of the migrations, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from flask import Flask

from practice.extensions import db
from practice.settings import REPOSITORY
from tests.factories.databases import postgres_database
from tests.factories.house import fresh_app

SCRIPTS = ScriptDirectory(str(REPOSITORY / "migrations"))
REVISIONS = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """Yield an application on an empty database."""
    if request.param == "sqlite":
        yield from _with(tmp_path, None)
    else:
        with postgres_database() as url:
            yield from _with(tmp_path, url)


def _with(folder: Path, url: str | None) -> Iterator[Flask]:
    app = fresh_app(folder, url)
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
