"""What a unit of work has noted so far: whether container data changed, the events that wait for the commit, the keys it opened.

All of it lives as long as the transaction and goes with it. A savepoint that is rolled back takes only its own notes along.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

_CHANGED, _EVENTS, _KEYS, _SAVEPOINTS = "changed", "events", "data_keys", "savepoints"
_ANSWERS = "answers"


def note_change(session: Session) -> None:
    """Remember that container data changed."""
    session.info[_CHANGED] = True


def has_changes(session: Session) -> bool:
    """Return whether container data changed."""
    return bool(session.info.get(_CHANGED))


def events(session: Session) -> list[dict[str, Any]]:
    """Return the audit events that wait for the commit; append to it to add one."""
    waiting: list[dict[str, Any]] = session.info.setdefault(_EVENTS, [])
    return waiting


def opened_keys(session: Session) -> dict[Any, Any]:
    """Return the data keys opened so far. A key made in a unit that is rolled back must not outlive it."""
    found: dict[Any, Any] = session.info.setdefault(_KEYS, {})
    return found


def answers(session: Session) -> dict[Any, Any]:
    """Return what was asked and answered so far in this unit (:mod:`practice.db.remembered`)."""
    found: dict[Any, Any] = session.info.setdefault(_ANSWERS, {})
    return found


def forget(session: Session) -> None:
    """Start afresh: the unit is over."""
    for name in (_CHANGED, _EVENTS, _SAVEPOINTS, _ANSWERS):
        session.info.pop(name, None)


@event.listens_for(Session, "after_transaction_create")
def _mark(session: Session, transaction: SessionTransaction) -> None:
    if transaction.nested:
        marks = session.info.setdefault(_SAVEPOINTS, {})
        marks[transaction] = (len(events(session)), has_changes(session))


@event.listens_for(Session, "after_soft_rollback")
def _rolled_back(session: Session, transaction: SessionTransaction) -> None:
    session.info.pop(_KEYS, None)
    if not transaction.nested:
        forget(session)
        return
    length, changed = session.info.get(_SAVEPOINTS, {}).pop(transaction, (0, False))
    del events(session)[length:]
    session.info[_CHANGED] = changed


@event.listens_for(Session, "after_commit")
def _committed(session: Session) -> None:
    if not session.in_nested_transaction():
        forget(session)
