"""Alembic environment: runs inside the application, with the locks lifted for the change of schema alone."""

from __future__ import annotations

from alembic import context
from flask import current_app

from practice.db import locks, schema, transaction
from practice.db.base import Utc
from practice.db.engine import foreign_keys_at_rest
from practice.extensions import db

config = context.config


def render_item(kind: str, item: object, context: object) -> str | bool:
    """Write our own column types as the plain types they are, so that old migrations never import today's code."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Utc) else False


def run_migrations_online() -> None:
    """Run the migrations on the application's own engine, all in one transaction: a crash leaves what was there before.

    Processes that start together take turns, by the lock that a writing unit takes; the later ones find nothing left to do.
    """
    engine = current_app.extensions["migrate"].db.engine
    with (
        locks.lifted_for_migrations(),
        transaction.may_write(alone=True),
        engine.connect() as connection,
        foreign_keys_at_rest(connection),
        connection.begin(),
    ):
        schema.refuse_unknown(connection)
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            render_as_batch=True,
            render_item=render_item,
            compare_type=True,
            compare_server_default=True,
        )
        context.run_migrations()


if context.is_offline_mode():
    raise RuntimeError("migrations run against a database, not offline")
run_migrations_online()
