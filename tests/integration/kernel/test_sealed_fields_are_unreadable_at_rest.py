"""Whatever is sealed stands nowhere in the files in plain, and opens only where it was written, with the right key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from practice.audit import services as audit
from practice.db import keys, scope
from practice.db.base import Base, InContainer
from practice.extensions import Root, db
from practice.features import MODELS
from tests.factories import databases
from tests.factories.house import House
from tests.factories.rows import row_for
from tests.integration.kernel.conftest import unlocked

CANARY = "canary-5d1e-kein-geheimnis"
KINDS = {m.class_.__tablename__: m.class_ for m in Root.registry.mappers}
SEALED = [k for k in KINDS.values() if issubclass(k, Base) and k.sealed_names()]


def test_every_table_is_looked_at() -> None:
    assert len(MODELS) > 7
    assert len(SEALED) > 15


def test_every_ciphertext_has_its_plain_name() -> None:
    """A column that ends in _sealed and has no field over it would be filled by hand, and in plain."""
    for mapper in Root.registry.mappers:
        columns = {c.name for c in mapper.local_table.columns if c.name.endswith("_sealed")}
        names = mapper.class_.sealed_names() if issubclass(mapper.class_, Base) else frozenset()
        assert columns == {f"{name}_sealed" for name in names}, mapper


def fill_sealed(row: Base) -> None:
    """Put the canary into every sealed field of a row."""
    for name in type(row).sealed_names():
        for plain in ({"text": [CANARY]}, CANARY, CANARY.encode()):
            try:
                setattr(row, name, plain)
                break
            except (AttributeError, TypeError):
                continue
        else:
            raise AssertionError(f"{name} takes no value")


def plant(house: House) -> None:
    """Put the canary into every sealed field of every table, in a row that is there or in a new one."""
    with house.writing(), scope.opened(everything=True):
        known: dict[str, list[dict[str, Any]]] = {}
        for table in Root.metadata.sorted_tables:
            kind = KINDS[table.name]
            if issubclass(kind, Base) and (kind.sealed_names() or not _rows(table)):
                row = db.session.scalars(select(kind).limit(1)).first() or _made_up(kind, known)
                fill_sealed(row)
                db.session.flush()
            known[table.name] = _rows(table)
        audit.record("planted", by=house.people["imani"])


def _made_up(kind: type[Base], known: dict[str, list[dict[str, Any]]]) -> Base:
    values = row_for(kind.__table__, known)
    if not issubclass(kind, InContainer) and kind.sealed_names():
        keys.create(values["id"])
    row = kind(**{k: v for k, v in values.items() if not k.endswith("_sealed")})
    db.session.add(row)
    return row


def _rows(table: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in db.session.execute(select(table)).mappings()]


@pytest.mark.skipif(databases.ON_POSTGRES, reason="its files are not ours to read")
def test_no_canary_in_the_files_of_the_database(house: House) -> None:
    plant(house)
    folder = Path(house.app.instance_path)
    # Look while the connection is open: the newest rows stand in the -wal file.
    files = {f.name: f.read_bytes() for f in folder.rglob("*") if f.is_file()}
    assert {"practice.db", "practice.db-wal"} <= set(files)
    for name, content in files.items():
        assert CANARY.encode() not in content, name


def test_no_canary_in_any_column(house: House) -> None:
    """What the database gives back, on PostgreSQL too."""
    plant(house)
    with unlocked(house) as connection:
        for table in Root.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                values = [bytes(v) if isinstance(v, memoryview) else v for v in row]
                assert CANARY not in repr(values), table.name


def test_what_was_sealed_opens(house: House) -> None:
    plant(house)
    with house.reading(), scope.opened(everything=True):
        for kind in SEALED:
            found = [
                str(getattr(row, name))
                for row in db.session.scalars(select(kind))
                for name in kind.sealed_names()
            ]
            assert any(CANARY in plain for plain in found), kind
