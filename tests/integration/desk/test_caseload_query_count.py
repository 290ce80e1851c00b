"""The caseload asks the same few questions of the database, whether it holds five couples or sixty."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from tests.factories.house import House, Visitor
from tests.integration.desk.conftest import add_couples

BEYOND_EMPTY = 6


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect the SELECT statements sent inside the block."""
    seen: list[str] = []

    def note(conn: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _selects(visitor: Visitor, path: str) -> int:
    visitor.page(path)
    with counted() as seen:
        visitor.page(path)
    return len(seen)


def test_five_or_sixty_couples_cost_the_same(house: House, imani: Visitor) -> None:
    empty = _selects(imani, "/caseload/new")
    add_couples(house, 4)
    few = _selects(imani, "/caseload")
    add_couples(house, 55)
    many = _selects(imani, "/caseload")
    assert few == many
    assert many - empty <= BEYOND_EMPTY
