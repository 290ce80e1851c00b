"""A statement that names its containers by parameters is held to the open scope by what those parameters say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import aliased

from practice.caseload.models import Container
from practice.db import scope
from practice.db.limiting import made_once
from practice.extensions import db
from practice.treatment.models import Goal, GoalRating
from tests.factories.house import House
from tests.integration.kernel.conftest import Rows

NAMED = bindparam("container")


@made_once
def of_one() -> Any:
    return select(Goal.id).where(Goal.container_id == NAMED).order_by(Goal.made_at)


@made_once
def of_several() -> Any:
    return select(Goal.id).where(Goal.container_id.in_(bindparam("containers", expanding=True)))


def test_what_is_named_and_open_is_found(house: House, rows: Rows) -> None:
    with house.reading(), scope.opened([rows.a]):
        assert db.session.scalars(of_one(), {"container": rows.a}).all() == [rows.in_a]
        assert db.session.scalars(of_several(), {"containers": [rows.a]}).all() == [rows.in_a]


def test_what_is_named_and_not_open_is_not_found(house: House, rows: Rows) -> None:
    with house.reading(), scope.opened([rows.a]):
        assert db.session.scalars(of_one(), {"container": rows.b}).all() == []
        both = {"containers": [rows.a, rows.b]}
        assert db.session.scalars(of_several(), both).all() == [rows.in_a]
        assert db.session.scalars(of_one().params(container=rows.b)).all() == []


def test_a_statement_made_out_of_one_is_limited_as_any_other(house: House, rows: Rows) -> None:
    joined = of_several().join(Container, Container.id == Goal.container_id)
    with house.reading(), scope.opened([rows.a]):
        assert db.session.execute(joined, {"containers": [rows.b]}).all() == []


UNLIMITED: dict[str, Callable[[], Any]] = {
    "no condition": lambda: select(Goal.id),
    "a value of its own": lambda: select(Goal.id).where(
        Goal.container_id == bindparam("container", "x")
    ),
    "one of two conditions": lambda: select(Goal.id).where(
        or_(Goal.container_id == NAMED, Goal.id.is_not(None))
    ),
    "its opposite": lambda: select(Goal.id).where(~(Goal.container_id == NAMED)),
    "only one of two tables": lambda: (
        select(Goal.id)
        .join(GoalRating, GoalRating.goal_id == Goal.id)
        .where(Goal.container_id == NAMED)
    ),
    "an alias": lambda: select(aliased(Goal).id).where(Goal.container_id == NAMED),
    "a subquery": lambda: (
        select(Container.id)
        .where(Container.id.in_(select(Goal.container_id)))
        .where(Container.id == NAMED)
    ),
    "another column": lambda: select(Goal.id).where(Goal.id == NAMED),
}


@pytest.mark.parametrize("how", UNLIMITED)
def test_a_statement_that_does_not_name_them_all_is_refused(how: str) -> None:
    with pytest.raises(ValueError, match=r"limited by the session|does not say which containers"):
        made_once(UNLIMITED[how])()


def test_tables_without_containers_need_no_name() -> None:
    made_once(lambda: select(aliased(Container).id).join(Container, Container.id == NAMED))()
