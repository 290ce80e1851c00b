"""The locks on the engine and the session that make the rules of this house hold by themselves.

* a statement on container tables without an open scope raises :class:`~practice.db.scope.OutOfScope`;
* a statement through the session sees and changes only rows of the scope's containers; past the session there is no way in;
* a row is written into an open container only, and never moves to another;
* any change outside a writing unit raises :class:`~practice.db.transaction.WriteDuringRead`;
* a commit that changed container data and recorded no audit event raises :class:`Unaudited`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Table, event
from sqlalchemy.orm import ORMExecuteState, Session, attributes, with_loader_criteria
from sqlalchemy.sql import visitors

from practice.db import limiting, pending, scope, transaction
from practice.db.base import InContainer
from practice.db.limiting import container_tables

_locked: ContextVar[bool] = ContextVar("practice_locked", default=True)
_flushing: ContextVar[bool] = ContextVar("practice_flushing", default=False)
# Set on a statement that the session has limited to the open scope.
_LIMITED = "practice_limited_to_scope"
_touches: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()


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
    if touches:
        _check_containers(compiled, context)


def _check_containers(compiled: Any, context: Any) -> None:
    now = scope.current()
    if now is None:
        raise scope.OutOfScope("container data was asked for without an open scope")
    if now.everything:
        return
    if not (_flushing.get() or context.execution_options.get(_LIMITED)):
        raise scope.OutOfScope("container data is reached through the session, which limits it")
    if compiled.isinsert:
        _check_inserted(now, context.compiled_parameters)
    elif compiled.isupdate and any("container_id" in row for row in context.compiled_parameters):
        raise scope.OutOfScope("a row never moves from one container to another")


def _check_inserted(now: scope.Scope, rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        # With several rows in one statement SQLAlchemy numbers the names: container_id_m0, container_id_m1, …
        into = [v for k, v in row.items() if k == "container_id" or k.startswith("container_id_m")]
        if not into or not all(now.covers(container) for container in into):
            raise scope.OutOfScope("a row was written into a container that is not open")


@event.listens_for(Session, "do_orm_execute")
def _only_in_scope(state: ORMExecuteState) -> None:
    if not state.is_select and touches_containers(state.statement):
        pending.note_change(state.session)
    now = scope.current()
    if now is None or now.everything:
        return
    if not state.is_orm_statement and touches_containers(state.statement):
        # The criteria below reach statements that select from a model; a bare table or a lone exists() they would miss.
        raise scope.OutOfScope("container data is asked for by selecting from its model")
    state.update_execution_options(**{_LIMITED: True})
    if limiting.stays_within(now, state.statement, state.parameters):
        return
    containers = tuple(now.containers)
    if not state.is_insert:
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
    for row in changed:
        if isinstance(row, InContainer):
            _check_row(row)
            pending.note_change(session)
    _flushing.set(True)


def _check_row(row: InContainer) -> None:
    now = scope.current()
    if now is None or not now.covers(row.container_id):
        raise scope.OutOfScope("a row was written into a container that is not open")
    if attributes.get_history(row, "container_id").deleted:
        raise scope.OutOfScope("a row never moves from one container to another")


@event.listens_for(Session, "after_flush")
@event.listens_for(Session, "after_soft_rollback")
def _flushed(*_: Any) -> None:
    _flushing.set(False)


@event.listens_for(Session, "before_commit")
def _audited(session: Session) -> None:
    if session.in_nested_transaction():
        return
    session.flush()
    if pending.has_changes(session) and not pending.events(session):
        raise Unaudited("container data changed without an audit event")
