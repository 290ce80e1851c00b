"""Databases of their own for tests: a file each on SQLite, a database each on PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg
from sqlalchemy import URL, make_url

# Say PRACTICE_TEST_DATABASE=postgres, under scripts/postgres.sh run, to put the whole integration suite on PostgreSQL.
ON_POSTGRES = os.environ.get("PRACTICE_TEST_DATABASE") == "postgres"


def server() -> URL:
    """Return the address of the PostgreSQL that scripts/postgres.sh started."""
    return make_url(os.environ["PRACTICE_TEST_POSTGRES_URL"])


def _tell_server(command: str) -> None:
    address = server().set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(command.encode())


def make_database(*, template: str | None = None) -> str:
    """Make a database, empty or a copy of a template that nobody is connected to, and return its name."""
    name = f"t{uuid4().hex}"
    _tell_server(f'create database "{name}"' + (f' template "{template}"' if template else ""))
    return name


def drop_database(name: str) -> None:
    """Drop a database, whoever is still connected."""
    _tell_server(f'drop database "{name}" with (force)')


def address_of(name: str) -> str:
    """Return the address of a database for the application."""
    return server().set(database=name).render_as_string(hide_password=False)


@contextmanager
def postgres_database(*, template: str | None = None) -> Iterator[str]:
    """Yield the address of a database that exists inside the block only."""
    name = make_database(template=template)
    try:
        yield address_of(name)
    finally:
        drop_database(name)
