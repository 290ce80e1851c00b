"""An open scope shows the rows of its own containers and no others, however the question is put."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Select, exists, func, select, union_all
from sqlalchemy.orm import aliased

from practice.caseload.models import Container
from practice.db import scope
from practice.db.scope import OutOfScope
from practice.extensions import db
from practice.treatment.models import Goal, GoalRating
from tests.factories.house import House
from tests.integration.kernel.conftest import Rows

Other = aliased(Goal)
_inner = select(Goal.id).subquery()
_named = select(Goal.id).cte()

# Each asks for the ids of all goals there are.
IDS: dict[str, Callable[[], Any]] = {
    "rows": lambda: select(Goal.id),
    "an alias": lambda: select(Other.id),
    "a join": lambda: select(Goal.id).join(Container, Container.id == Goal.container_id),
    "a join to an alias": lambda: (
        select(Other.id).select_from(Container).join(Other, Other.container_id == Container.id)
    ),
    "from a subquery": lambda: select(_inner.c.id),
    "a common table expression": lambda: select(_named.c.id),
    "one half of a union": lambda: union_all(select(Goal.id), select(GoalRating.id)),
    "outside by a condition": lambda: select(Goal.id).where(Goal.id.is_not(None)),
}


@pytest.mark.parametrize("how", IDS)
def test_ids_are_limited(house: House, rows: Rows, how: str) -> None:
    with house.reading(), scope.opened([rows.a]):
        assert list(db.session.scalars(IDS[how]())) == [rows.in_a]


COUNTS: dict[str, Callable[[Rows], Select[Any]]] = {
    "of rows": lambda _: select(func.count()).select_from(Goal),
    "of a column": lambda _: select(func.count(Goal.id)),
    "in a scalar subquery": lambda _: select(select(func.count(Goal.id)).scalar_subquery()),
    "of containers with a row": lambda _: (
        select(func.count())
        .select_from(Container)
        .where(exists().where(Goal.container_id == Container.id))
    ),
    "of containers named by a row": lambda _: select(func.count(Container.id)).where(
        Container.id.in_(select(Goal.container_id))
    ),
    "of one row of the other": lambda rows: select(func.count(Goal.id) + 1).where(
        Goal.id == rows.in_b
    ),
}


@pytest.mark.parametrize("how", COUNTS)
def test_counts_are_limited(house: House, rows: Rows, how: str) -> None:
    with house.reading(), scope.opened([rows.a]):
        assert db.session.scalar(COUNTS[how](rows)) == 1


def test_get_finds_nothing_outside(house: House, rows: Rows) -> None:
    with house.reading(), scope.opened([rows.a]):
        assert db.session.get(Goal, rows.in_b) is None
        assert db.session.get(Goal, rows.in_a) is not None


def test_get_finds_nothing_that_only_memory_holds(house: House, rows: Rows) -> None:
    with house.reading():
        with scope.opened([rows.b]):
            held = db.session.get(Goal, rows.in_b)
        with scope.opened([rows.a]):
            assert held is not None
            assert db.session.get(Goal, rows.in_b) is None


def test_an_empty_scope_shows_nothing(house: House, rows: Rows) -> None:
    with house.reading(), scope.opened([]):
        assert db.session.scalar(select(func.count()).select_from(Goal)) == 0


def test_a_connection_past_the_session_is_refused(house: House, rows: Rows) -> None:
    """It could not be limited to the scope: it would show both."""
    with house.reading(), scope.opened([rows.a]):
        with db.engine.connect() as connection, pytest.raises(OutOfScope):
            connection.execute(select(Goal.id))
        with pytest.raises(OutOfScope):
            db.session.connection().execute(select(Goal.id))


@pytest.mark.parametrize(
    "statement", [select(Goal.__table__), select(exists().where(Goal.id.is_not(None)))]
)
def test_what_names_no_model_is_refused(house: House, rows: Rows, statement: Select[Any]) -> None:
    """It could not be limited either."""
    with house.reading(), scope.opened([rows.a]), pytest.raises(OutOfScope):
        db.session.execute(statement)
