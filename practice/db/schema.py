"""Which schema this program knows, and whether a database has it: an unknown one is never touched."""

from __future__ import annotations

import re

from sqlalchemy import Connection, column, inspect, select, table

from practice.settings import REPOSITORY, SettingsRefused

_NAMES = re.compile(r'^(revision|down_revision) = (?:"(\w+)"|None)', re.MULTILINE)
# Where Alembic keeps what a database has.
_TABLE = table("alembic_version", column("version_num"))
EMPTY = "The database has no tables yet. Run: practice migrate"
OLDER = "The database was made by an earlier version of Practice. Run: practice migrate"
UNKNOWN = (
    "The database was changed by a later version of Practice, which this one does not know. Start that version, "
    "or put back the backup from before the update."
)


def refuse_unknown(connection: Connection) -> None:
    """Raise ``SettingsRefused`` if the database has a revision that this program does not know."""
    if not _found(connection) <= _known().keys():
        raise SettingsRefused(UNKNOWN)


def refuse_other(connection: Connection) -> None:
    """Raise ``SettingsRefused`` unless the database has exactly the schema of this program."""
    found = _found(connection)
    if not found:
        raise SettingsRefused(EMPTY)
    refuse_unknown(connection)
    known = _known()
    if found != known.keys() - set(known.values()):
        raise SettingsRefused(OLDER)


def _known() -> dict[str, str | None]:
    """Return each revision with the one before it, as they stand in the migrations: Alembic would load all of them to say so."""
    files = (REPOSITORY / "migrations" / "versions").glob("*.py")
    return dict(_revision_in(file.read_text(encoding="utf-8")) for file in files)


def _revision_in(text: str) -> tuple[str, str | None]:
    named = dict(_NAMES.findall(text))
    return named["revision"], named["down_revision"] or None


def _found(connection: Connection) -> set[str]:
    if not inspect(connection).has_table(_TABLE.name):
        return set()
    return set(connection.scalars(select(_TABLE.c.version_num)))
