"""The migrations, one after the other, give exactly the tables that the models describe."""

from __future__ import annotations

import re
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import JSON

from practice.extensions import Root, db
from tests.migrations.conftest import REVISIONS, SCRIPTS


def test_there_is_one_end() -> None:
    assert len(SCRIPTS.get_heads()) == 1


def test_they_are_numbered_in_order() -> None:
    assert [f"{number:04}" for number in range(1, len(REVISIONS) + 1)] == REVISIONS


def test_each_says_its_purpose() -> None:
    for script in SCRIPTS.walk_revisions():
        name = SCRIPTS.get_revision(script.revision).module.__file__ or ""
        assert re.search(r"/\d{4}_[a-z_]{6,}\.py$", name), name
        assert len(script.doc) > 5


def defaults_differ(
    _context: Any, _there: Any, column: Any, there: str | None, _default: Any, ours: str | None
) -> bool | None:
    """Compare the defaults of JSON columns as they are written: PostgreSQL has no equality on JSON. None: as Alembic does."""
    if not isinstance(column.type, JSON):
        return None
    plain = [(written or "").removesuffix("::json").strip("'") for written in (there, ours)]
    return plain[0] != plain[1]


def test_the_models_ask_for_nothing_more(empty: Flask) -> None:
    with empty.app_context():
        upgrade()
        with db.engine.connect() as connection:
            options = {"compare_type": True, "compare_server_default": defaults_differ}
            context = MigrationContext.configure(connection, opts=options)
            assert compare_metadata(context, Root.metadata) == []
