"""When the database may be written: in a unit of work opened for writing, and nowhere else.

On SQLite a writing unit begins with BEGIN IMMEDIATE, so that read-then-write never loses an update; a reading one with BEGIN.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token

from practice.extensions import db

_writing: ContextVar[bool] = ContextVar("practice_writing", default=False)


class WriteDuringRead(Exception):
    """Something tried to change the database while answering a request that may only read."""


def is_writing() -> bool:
    """Return whether the current unit of work may write."""
    return _writing.get()


def begin(*, write: bool) -> Token[bool]:
    """Start a unit of work on the request's session; hand the token to :func:`end`."""
    db.session.rollback()
    return _writing.set(write)


def end(token: Token[bool], *, commit: bool) -> None:
    """Finish the unit of work with the one commit, or with none."""
    try:
        if commit:
            db.session.commit()
        else:
            db.session.rollback()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        _writing.reset(token)


@contextmanager
def unit_of_work() -> Iterator[None]:
    """A writing unit of its own on the session (command line, jobs): commits at the end or not at all."""
    token = begin(write=True)
    try:
        yield
    except BaseException:
        end(token, commit=False)
        raise
    end(token, commit=True)


@contextmanager
def may_write() -> Iterator[None]:
    """Allow writing on a connection of its own (sessions, throttle counters, access log)."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)
