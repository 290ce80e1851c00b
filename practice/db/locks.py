"""The locks on the engine and the session that make the rules of this house hold by themselves.

* a statement on container tables without an open scope raises :class:`~practice.db.scope.OutOfScope`;
* a SELECT through the ORM sees only rows of the scope's containers;
* any change outside a writing unit raises :class:`~practice.db.transaction.WriteDuringRead`;
* a commit that changed container data and recorded no audit event raises :class:`Unaudited`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Table, event
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql import visitors

from practice.db import scope, transaction
from practice.db.base import InContainer
from practice.extensions import Root

_locked: ContextVar[bool] = ContextVar("practice_locked", default=True)
_touches: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()
_container_tables: set[str] = set()


class Unaudited(Exception):
    """Container data changed and nobody wrote down who did it."""


@contextmanager
def lifted_for_migrations() -> Iterator[None]:
    """Lift the locks while Alembic changes the schema; nothing else may."""
    token = _locked.set(False)
    try:
        yield
    finally:
        _locked.reset(token)


def container_tables() -> set[str]:
    """Return the names of all tables whose rows belong to a container."""
    if not _container_tables:
        mapped = (m.class_ for m in Root.registry.mappers)
        _container_tables.update(c.__tablename__ for c in mapped if issubclass(c, InContainer))
    return _container_tables


def touches_containers(statement: Any) -> bool:
    """Return whether any table anywhere in a statement holds container data."""
    names = container_tables()
    return (
        any(isinstance(part, Table) and part.name in names for part in visitors.iterate(statement))
        or getattr(getattr(statement, "table", None), "name", None) in names
    )


@event.listens_for(Engine, "before_cursor_execute")
def _guard(conn: Any, cursor: Any, sql: str, params: Any, context: Any, many: bool) -> None:
    compiled = getattr(context, "compiled", None)
    if not _locked.get() or compiled is None or compiled.statement is None:
        return
    if (
        compiled.isinsert or compiled.isupdate or compiled.isdelete
    ) and not transaction.is_writing():
        raise transaction.WriteDuringRead("a request that may only read tried to write")
    touches = _touches.get(compiled)
    if touches is None:
        touches = _touches[compiled] = touches_containers(compiled.statement)
    if touches and scope.current() is None:
        raise scope.OutOfScope("container data was asked for without an open scope")


@event.listens_for(Session, "do_orm_execute")
def _only_in_scope(state: ORMExecuteState) -> None:
    now = scope.current()
    if now is None or now.everything or not (state.is_select or state.is_update or state.is_delete):
        return
    containers = tuple(now.containers)
    state.statement = state.statement.options(
        with_loader_criteria(
            InContainer, lambda cls: cls.container_id.in_(containers), include_aliases=True
        )
    )


@event.listens_for(Session, "before_flush")
def _check_flush(session: Session, flush_context: Any, instances: Any) -> None:
    changed = [
        r
        for r in (*session.new, *session.dirty, *session.deleted)
        if session.is_modified(r) or r in session.deleted
    ]
    if changed and not transaction.is_writing():
        raise transaction.WriteDuringRead("a request that may only read tried to write")
    now = scope.current()
    for row in changed:
        if not isinstance(row, InContainer):
            continue
        if now is None or not now.covers(row.container_id):
            raise scope.OutOfScope("a row was written into a container that is not open")
        session.info["changed_containers"] = True


@event.listens_for(Session, "before_commit")
def _audited(session: Session) -> None:
    session.flush()
    if session.info.get("changed_containers") and not session.info.get("audit_events"):
        raise Unaudited("container data changed without an audit event")


@event.listens_for(Session, "after_commit")
@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    session.info.pop("changed_containers", None)
    session.info.pop("audit_events", None)
