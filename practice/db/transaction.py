"""When the database may be written: in a unit of work opened for writing, and nowhere else.

Writing units follow one another, on SQLite by BEGIN IMMEDIATE and on PostgreSQL by an advisory lock, so that what a service read
still holds when it writes: no update is lost, no rule is passed by twice. A practice writes a few times a minute. Reading units
never wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass

from practice.db import pending
from practice.extensions import db

Work = Callable[[], None]

_writing: ContextVar[bool] = ContextVar("practice_writing", default=False)
_alone: ContextVar[bool] = ContextVar("practice_writing_alone", default=False)
_afterwards: ContextVar[list[Work] | None] = ContextVar("practice_afterwards", default=None)


class WriteDuringRead(Exception):
    """Something tried to change the database while answering a request that may only read."""


@dataclass(frozen=True)
class Unit:
    """An open unit of work; :func:`end` takes it back."""

    writing: Token[bool]
    alone: Token[bool]
    afterwards: Token[list[Work] | None]


def is_writing() -> bool:
    """Return whether the current unit of work may write."""
    return _writing.get()


def is_reading() -> bool:
    """Return whether a unit of work is open that may only read: what it read once is still so at its end."""
    return _afterwards.get() is not None and not _writing.get()


def is_alone() -> bool:
    """Return whether the current unit of work waits until no other one writes."""
    return _alone.get()


def begin(*, write: bool) -> Unit:
    """Start a unit of work on the request's session; hand what is returned to :func:`end`."""
    _start_afresh()
    # A row still in memory from an earlier unit would be taken for what the database holds now.
    db.session.expire_all()
    return Unit(_writing.set(write), _alone.set(write), _afterwards.set([]))


def end(unit: Unit, *, commit: bool) -> None:
    """Finish the unit of work with the one commit, or with none; then run what was put off until now."""
    waiting = _afterwards.get() or []
    try:
        if commit:
            db.session.commit()
    finally:
        _start_afresh()
        _writing.reset(unit.writing)
        _alone.reset(unit.alone)
        _afterwards.reset(unit.afterwards)
        for work in waiting:
            work()


def _start_afresh() -> None:
    db.session.rollback()
    # A unit that never reached the database leaves no rollback to notice.
    pending.forget(db.session())


@contextmanager
def unit_of_work() -> Iterator[None]:
    """A writing unit of its own on the session (command line, jobs): commits at the end or not at all."""
    unit = begin(write=True)
    try:
        yield
    except BaseException:
        end(unit, commit=False)
        raise
    end(unit, commit=True)


@contextmanager
def may_write(*, alone: bool = False) -> Iterator[None]:
    """Allow writing on a connection of its own (sessions, access log); ``alone`` if it reads first (throttle counters)."""
    writing, waiting = _writing.set(True), _alone.set(alone)
    try:
        yield
    finally:
        _writing.reset(writing)
        _alone.reset(waiting)


def apart(work: Work) -> None:
    """Run ``work``, which writes on a connection of its own, whether or not the current unit is committed.

    It runs when the unit has ended, or at once when none is open: SQLite has one writer at a time, and whoever writes on a second
    connection in the middle of a unit waits for themselves until the database gives up.
    """
    waiting = _afterwards.get()
    if waiting is None:
        work()
    else:
        waiting.append(work)
