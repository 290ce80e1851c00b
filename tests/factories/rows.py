"""Rows made up for any table, from its columns alone: nobody forgets to add the new table to a test."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Column, Connection, Enum, Table, insert, select
from sqlalchemy import types as t

# What a check constraint demands of a column; everything else is made up from the type.
CHECKED: dict[tuple[str, str], tuple[str, ...]] = {
    ("partner", "side"): ("a", "b"),
    ("installation", "kind"): ("practice", "demo"),
    ("pathway_run", "sides"): ("ab", "a", "b"),
}

MAKERS: dict[type[t.TypeEngine[Any]], Callable[[], Any]] = {
    t.Uuid: uuid4,
    t.Boolean: lambda: secrets.choice((True, False)),
    t.Integer: lambda: secrets.randbelow(2**31),
    t.DateTime: lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(secrets.randbelow(300)),
    t.Date: lambda: date(2026, 1, 1) + timedelta(secrets.randbelow(300)),
    t.JSON: lambda: {"made up": secrets.token_hex(4)},
    t.LargeBinary: lambda: secrets.token_bytes(24),
}


def made_up(column: Column[Any]) -> Any:
    """Return a value that a column accepts, different each time."""
    allowed = CHECKED.get((column.table.name, column.name))
    return secrets.choice(allowed) if allowed else _of_type(column.type)


def _of_type(kind: t.TypeEngine[Any]) -> Any:
    if isinstance(kind, t.TypeDecorator):
        return _of_type(kind.impl_instance)
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return secrets.choice(list(kind.enum_class))
    if isinstance(kind, t.String):
        # SQLite knows no type for ids: it gives them back as CHAR(32).
        return uuid4().hex[: kind.length or 32]
    for known, make in MAKERS.items():
        if isinstance(kind, known):
            return make()
    raise TypeError(f"nothing is made up for {kind!r}")


def row_for(
    table: Table, known: dict[str, list[dict[str, Any]]], *, number: int = 0
) -> dict[str, Any]:
    """Return a row with every column that must be filled; foreign keys point at rows that are ``known``.

    Rows of different ``number`` point at different rows, so that no pair of keys comes twice.
    """
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.nullable:
            continue
        keys = list(column.foreign_keys)
        if keys:
            target = keys[0].column
            rows = known[target.table.name]
            row[column.name] = rows[-1 - number % len(rows)][target.name]
        else:
            row[column.name] = made_up(column)
    return row


def fill(connection: Connection, tables: Iterable[Table], *, each: int = 3) -> dict[str, int]:
    """Add rows to each table, in the order of their foreign keys; return how many rows each table holds now."""
    known: dict[str, list[dict[str, Any]]] = {}
    for table in tables:
        before = _rows(connection, table)
        for number in range(each):
            connection.execute(insert(table), [row_for(table, known, number=number)])
        # The new ones last: the next table's rows point at these, and make no pair that was there before.
        known[table.name] = before + [r for r in _rows(connection, table) if r not in before]
    return {name: len(rows) for name, rows in known.items()}


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(select(table)).mappings()]
