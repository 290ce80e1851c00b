"""The third lock: a statement on rows of a container raises unless a scope is open, however the statement is put."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import delete, exists, func, insert, select, union_all, update
from sqlalchemy.orm import aliased

from practice.caseload.models import Container, Couple
from practice.db import scope
from practice.db.scope import OutOfScope
from practice.extensions import db
from practice.treatment.models import Goal, GoalRating
from tests.factories.house import House
from tests.integration.kernel.conftest import Rows, goal

Other = aliased(Goal)

READS: dict[str, Callable[[], Any]] = {
    "rows": lambda: select(Goal),
    "one column": lambda: select(Goal.id),
    "count of rows": lambda: select(func.count()).select_from(Goal),
    "count of a column": lambda: select(func.count(Goal.id)),
    "an alias": lambda: select(Other.id),
    "a join to it": lambda: select(Couple.id).join(Goal, Goal.container_id == Couple.id),
    "a join from it": lambda: select(Goal.id).join(Container, Container.id == Goal.container_id),
    "exists in a condition": lambda: select(Couple).where(
        exists().where(Goal.container_id == Couple.id)
    ),
    "exists alone": lambda: select(exists().where(Goal.id.is_not(None))),
    "in a subquery": lambda: select(Couple).where(Couple.id.in_(select(Goal.container_id))),
    "a scalar subquery": lambda: select(select(func.count(Goal.id)).scalar_subquery()),
    "from a subquery": lambda: select(select(Goal.id).subquery()),
    "a common table expression": lambda: select(select(Goal.id).cte()),
    "a union": lambda: union_all(select(Goal.id), select(GoalRating.id)),
    "locked for update": lambda: select(Goal).with_for_update(),
}
WRITES: dict[str, Callable[[], Any]] = {
    "update": lambda: update(Goal).values(ended_at=None),
    "delete": lambda: delete(Goal),
    "insert": lambda: insert(Goal).values(id=uuid4(), container_id=uuid4(), content_sealed=b"x"),
    "update elsewhere, looking here": lambda: (
        update(Couple)
        .where(Couple.id.in_(select(Goal.container_id)))
        .values(shared_work_open=True)
        .execution_options(synchronize_session=False)
    ),
}


@pytest.mark.parametrize("how", READS)
def test_reading_raises(house: House, rows: Rows, how: str) -> None:
    with house.reading(), pytest.raises(OutOfScope):
        db.session.execute(READS[how]())


@pytest.mark.parametrize("how", READS)
def test_reading_on_a_connection_of_its_own_raises(house: House, rows: Rows, how: str) -> None:
    with house.reading(), db.engine.connect() as connection, pytest.raises(OutOfScope):
        connection.execute(READS[how]())


@pytest.mark.parametrize("how", WRITES)
def test_writing_raises(house: House, rows: Rows, how: str) -> None:
    with pytest.raises(OutOfScope), house.writing():
        db.session.execute(WRITES[how]())


def test_get_raises(house: House, rows: Rows) -> None:
    with house.reading(), pytest.raises(OutOfScope):
        db.session.get(Goal, rows.in_a)


def test_get_of_a_row_that_is_still_in_memory_raises(house: House, rows: Rows) -> None:
    with house.reading():
        with scope.opened([rows.a]):
            held = db.session.get(Goal, rows.in_a)
        assert held is not None
        with pytest.raises(OutOfScope):
            db.session.get(Goal, rows.in_a)


def test_adding_a_row_raises(house: House, rows: Rows) -> None:
    with pytest.raises(OutOfScope), house.writing():
        db.session.add(goal(house, rows.a))
        db.session.flush()


def test_other_tables_are_read_without_one(house: House) -> None:
    with house.reading():
        assert db.session.scalar(select(func.count()).select_from(Couple)) == 2
