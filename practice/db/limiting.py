"""Statements that are made once and limit themselves to containers: what they name is checked against the scope at each use.

The session adds the scope's containers to every SELECT (:mod:`practice.db.locks`), which costs more than reading a few rows. A
statement that already says ``container_id = :container`` of every container table in it, with the value handed in at each use, can
show nothing else than the containers it names; so it is enough to look at those values. Anything made out of such a statement
(another condition, a join) is another statement and is limited by the session as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Select, Table
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.elements import BinaryExpression, BindParameter, BooleanClauseList
from sqlalchemy.sql.selectable import AliasedReturnsRows, SelectBase

from practice.db.base import InContainer
from practice.db.scope import Scope
from practice.extensions import Root

P = ParamSpec("P")
S = TypeVar("S", bound=Select[*tuple[Any, ...]])

_parameters: WeakKeyDictionary[Any, tuple[str, ...]] = WeakKeyDictionary()
_container_tables: set[str] = set()


def container_tables() -> set[str]:
    """Return the names of all tables whose rows belong to a container."""
    if not _container_tables:
        mapped = (m.class_ for m in Root.registry.mappers)
        _container_tables.update(c.__tablename__ for c in mapped if issubclass(c, InContainer))
    return _container_tables


def made_once(make: Callable[P, S]) -> Callable[P, S]:
    """Let a function make its statement once, known from then on to limit itself by the parameters that name its containers.

    Making it raises ``ValueError`` unless each container table in it stands there by itself and is compared with a parameter.
    """

    @cache
    def made(*args: Any, **named: Any) -> S:
        statement = make(*args, **named)
        _parameters[statement] = _parameters_of(statement)
        return statement

    return cast("Callable[P, S]", wraps(make)(made))


def _parameters_of(statement: Select[*tuple[Any, ...]]) -> tuple[str, ...]:
    parts = [part for part in visitors.iterate(statement) if part is not statement]
    if any(_hides_tables(part) for part in parts):
        raise ValueError("a statement within a statement is limited by the session")
    limited = dict(_named_containers(statement.whereclause))
    for part in parts:
        if isinstance(part, Table) and part.name in container_tables() - limited.keys():
            raise ValueError(f"the statement does not say which containers of {part.name} it reads")
    return tuple(limited.values())


def _hides_tables(part: object) -> bool:
    """Whether conditions on the whole statement would miss the rows in here: a subquery, or a container table by another name."""
    if isinstance(part, AliasedReturnsRows):
        named = part.element
        return not isinstance(named, Table) or named.name in container_tables()
    return isinstance(part, SelectBase)


def stays_within(now: Scope, statement: object, values: object) -> bool:
    """Return whether a statement made once names containers of the open scope only."""
    names = _parameters.get(statement)
    if names is None:
        return False
    given = values if isinstance(values, Mapping) else {}
    return all(_covered(now, given.get(name)) for name in names)


def _covered(now: Scope, value: object) -> bool:
    if isinstance(value, UUID):
        return now.covers(value)
    return isinstance(value, list | tuple) and all(now.covers(one) for one in value)


def _named_containers(where: Any) -> Iterator[tuple[str, str]]:
    """Yield (table, parameter) for each condition that must hold and compares a container column with a parameter."""
    if isinstance(where, BooleanClauseList) and where.operator is operators.and_:
        for clause in where.clauses:
            yield from _named_containers(clause)
    elif isinstance(where, BinaryExpression) and where.operator in (operators.eq, operators.in_op):
        column, value = where.left, where.right
        is_named = isinstance(value, BindParameter) and value.required
        if is_named and getattr(column, "name", "") == "container_id":
            yield column.table.name, str(value.key)
