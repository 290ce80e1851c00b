"""Which schema this program knows, and whether a database has it: an unknown one is never touched."""

from __future__ import annotations

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from practice.settings import REPOSITORY, SettingsRefused

EMPTY = "The database has no tables yet. Run: practice migrate"
OLDER = "The database was made by an earlier version of Practice. Run: practice migrate"
UNKNOWN = (
    "The database was changed by a later version of Practice, which this one does not know. Start that version, "
    "or put back the backup from before the update."
)


def refuse_unknown(connection: Connection) -> None:
    """Raise ``SettingsRefused`` if the database has a revision that this program does not know."""
    known = {script.revision for script in _scripts().walk_revisions()}
    if not _found(connection) <= known:
        raise SettingsRefused(UNKNOWN)


def refuse_other(connection: Connection) -> None:
    """Raise ``SettingsRefused`` unless the database has exactly the schema of this program."""
    found = _found(connection)
    if not found:
        raise SettingsRefused(EMPTY)
    refuse_unknown(connection)
    if found != set(_scripts().get_heads()):
        raise SettingsRefused(OLDER)


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(REPOSITORY / "migrations"))


def _found(connection: Connection) -> set[str]:
    return set(MigrationContext.configure(connection).get_current_heads())
