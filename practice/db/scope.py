"""The third lock: rows of a container are out of reach until a scope is open for that container.

Deciding by mapped entities misses ``count(*)``, joins, EXISTS and Core statements. So the guard looks at the tables of each
statement just before it reaches the driver (once per compiled form), and the ORM adds the scope's containers to every SELECT.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID, uuid5

CONTAINER_KINDS = ("couple", "partner_a", "partner_b", "care", "safety_a", "safety_b")


class OutOfScope(Exception):
    """A statement touched container data that no open scope covers."""


@dataclass(frozen=True)
class Scope:
    """The containers that may be touched now; ``everything`` is for the command line's own upkeep."""

    containers: frozenset[UUID] = frozenset()
    everything: bool = False

    def covers(self, container: UUID) -> bool:
        """Return whether rows of a container may be touched."""
        return self.everything or container in self.containers


_scope: ContextVar[Scope | None] = ContextVar("practice_scope", default=None)


@lru_cache(maxsize=4096)
def container_id(couple: UUID, kind: str) -> UUID:
    """Return the id of a couple's container of one ``kind``; it follows from the couple's id."""
    if kind not in CONTAINER_KINDS:
        raise ValueError(f"no such container: {kind}")
    return uuid5(couple, kind)


def current() -> Scope | None:
    """Return the open scope, if any."""
    return _scope.get()


def open_for(containers: Iterable[UUID]) -> None:
    """Open the scope for these containers, in addition to what is open, until the request ends."""
    before = _scope.get() or Scope()
    _scope.set(Scope(before.containers | frozenset(containers), before.everything))


def close() -> None:
    """Close whatever is open."""
    _scope.set(None)


@contextmanager
def opened(containers: Iterable[UUID] = (), *, everything: bool = False) -> Iterator[None]:
    """Open a scope of its own inside the block."""
    token = _scope.set(Scope(frozenset(containers), everything))
    try:
        yield
    finally:
        _scope.reset(token)


@contextmanager
def narrowed(containers: Iterable[UUID]) -> Iterator[None]:
    """Inside the block only these containers of the open scope stay in reach (conjoint reports)."""
    before = _scope.get() or Scope()
    wanted = frozenset(containers)
    kept = wanted if before.everything else before.containers & wanted
    token = _scope.set(Scope(kept))
    try:
        yield
    finally:
        _scope.reset(token)
