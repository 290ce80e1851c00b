"""How connections behave: SQLite in WAL mode, durable, with foreign keys; both databases strict."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event

from practice.db import transaction

# The waiting time comes first: the change to WAL needs the file to itself for a moment.
PRAGMAS = (
    "PRAGMA busy_timeout=10000",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)

# How long PostgreSQL waits for a lock before it gives up: as long as SQLite does.
PATIENCE = "-c lock_timeout=10s"
# The number of the advisory lock that writing units on PostgreSQL take in turn.
WRITERS = 7_203_113


def engine_options(url: str) -> dict[str, Any]:
    """Return the engine options for a database address."""
    options: dict[str, Any] = {"hide_parameters": True}
    if not url.startswith("sqlite"):
        options |= {"pool_pre_ping": True, "isolation_level": "READ COMMITTED"}
        options["connect_args"] = {"options": PATIENCE}
    return options


def prepare_file(path: Path) -> None:
    """Create the database file so that only its owner can read it; WAL and SHM inherit the mode."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    os.close(handle)
    path.chmod(0o600)


@contextmanager
def foreign_keys_at_rest(connection: Connection) -> Iterator[None]:
    """Let SQLite rebuild tables inside the block, as a change of schema does, without following foreign keys meanwhile.

    Raises ``RuntimeError`` if a key points nowhere at the end. To be opened before the transaction, as SQLite demands
    (https://sqlite.org/lang_altertable.html#otheralter). Does nothing on PostgreSQL, which changes tables in place.
    """
    driver: Any = connection.connection.dbapi_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        if driver.execute("PRAGMA foreign_key_check").fetchone():
            raise RuntimeError("the change of schema left a foreign key that points nowhere")
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


@contextmanager
def committed_without_waiting(engine: Engine) -> Iterator[Connection]:
    """Yield a connection in a transaction of its own whose commit does not wait until it has reached the disk.

    The database stays whole whatever happens; only what was committed in the last moments before a power cut may be missing. Never
    for what a person was told is saved.
    """
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            with connection.begin():
                connection.exec_driver_sql("set local synchronous_commit to off")
                yield connection
            return
        raw.execute("PRAGMA synchronous=NORMAL")
        try:
            with connection.begin():
                yield connection
        finally:
            raw.execute("PRAGMA synchronous=FULL")


@event.listens_for(Engine, "connect")
def _prepare(connection: Any, record: Any) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    # Transactions are begun by us (below), never silently by the driver.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if transaction.is_writing() else "BEGIN")
    elif transaction.is_alone():
        connection.exec_driver_sql(f"select pg_advisory_xact_lock({WRITERS})")
