"""Counting the statements that reach the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

# How a unit of work begins and is set up on each database: it asks for nothing.
BEGINNINGS = ("BEGIN", "select pg_advisory_xact_lock", "set local ")


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect every statement that reaches a database inside the block, but for those that begin a unit."""
    seen: list[str] = []

    def note(connection: object, cursor: object, sql: str, *more: object) -> None:
        if not sql.startswith(BEGINNINGS):
            seen.append(sql)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)
