"""A row is written into a container that is open, and never moves to another."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import delete, insert, select, update

from practice.db import scope
from practice.db.scope import OutOfScope
from practice.extensions import db
from practice.lib import clock
from practice.treatment.models import Goal
from tests.factories.house import House
from tests.integration.kernel.conftest import Rows, acting, goal


def everything(house: House) -> dict[str, object]:
    """Return what stands in the goals, by id."""
    with house.reading(), scope.opened(everything=True):
        rows = db.session.scalars(select(Goal))
        return {str(g.id): (g.container_id, g.content_sealed, g.ended_at) for g in rows}


def new_values(house: House, container: object) -> dict[str, object]:
    """Return the columns of a goal for a statement past the mapper."""
    made = {"made_at": clock.now(), "made_by": house.people["imani"]}
    return {"id": uuid4(), "container_id": container, "content_sealed": b"x", **made}


def test_adding_elsewhere_raises(house: House, rows: Rows) -> None:
    with pytest.raises(OutOfScope), acting(house, rows.a):
        db.session.add(goal(house, rows.b))


def test_inserting_elsewhere_raises(house: House, rows: Rows) -> None:
    with pytest.raises(OutOfScope), acting(house, rows.a):
        db.session.execute(insert(Goal), [new_values(house, rows.a), new_values(house, rows.b)])


def test_inserting_several_at_once_elsewhere_raises(house: House, rows: Rows) -> None:
    values = [new_values(house, rows.a), new_values(house, rows.b)]
    with pytest.raises(OutOfScope), acting(house, rows.a):
        db.session.execute(insert(Goal).values(values))


def test_inserting_from_a_query_raises(house: House, rows: Rows) -> None:
    """Where those rows would go is not seen before they are there."""
    copy = select(Goal.id, Goal.container_id, Goal.content_sealed, Goal.made_at, Goal.made_by)
    with pytest.raises(OutOfScope), acting(house, rows.a):
        db.session.execute(
            insert(Goal).from_select(
                ["id", "container_id", "content_sealed", "made_at", "made_by"], copy
            )
        )


def test_inserting_here_is_done(house: House, rows: Rows) -> None:
    with acting(house, rows.a):
        db.session.execute(insert(Goal), [new_values(house, rows.a)])
    assert len(everything(house)) == 3


def test_an_update_of_all_changes_the_open_container_only(house: House, rows: Rows) -> None:
    before = everything(house)
    with acting(house, rows.a):
        db.session.execute(update(Goal).values(content_sealed=b"changed"))
    after = everything(house)
    assert after[str(rows.in_b)] == before[str(rows.in_b)]
    assert after[str(rows.in_a)] != before[str(rows.in_a)]


def test_a_deletion_of_all_deletes_in_the_open_container_only(house: House, rows: Rows) -> None:
    with acting(house, rows.a):
        db.session.execute(delete(Goal))
    assert set(everything(house)) == {str(rows.in_b)}


def test_a_held_row_is_not_changed_after_its_scope_has_closed(house: House, rows: Rows) -> None:
    with pytest.raises(OutOfScope), acting(house, rows.a):
        with scope.opened([rows.b]):
            held = db.session.get(Goal, rows.in_b)
        assert held is not None
        held.ended_at = clock.now()
        db.session.flush()


def test_a_held_row_is_not_deleted_after_its_scope_has_closed(house: House, rows: Rows) -> None:
    with pytest.raises(OutOfScope), acting(house, rows.a):
        with scope.opened([rows.b]):
            held = db.session.get(Goal, rows.in_b)
        db.session.delete(held)
        db.session.flush()


def test_a_row_never_moves(house: House, rows: Rows) -> None:
    with pytest.raises(OutOfScope), acting(house, rows.a, rows.b):
        held = db.session.get(Goal, rows.in_b)
        assert held is not None
        held.container_id = rows.a
        db.session.flush()
    with pytest.raises(OutOfScope), acting(house, rows.a, rows.b):
        db.session.execute(update(Goal).values(container_id=rows.a))


def test_nothing_typed_is_lost_when_a_row_is_asked_for_again(house: House, rows: Rows) -> None:
    with acting(house, rows.a):
        held = db.session.get(Goal, rows.in_a)
        assert held is not None
        held.content = {"text": "new"}
        again = db.session.get(Goal, rows.in_a)
        assert again is held
        assert held.content == {"text": "new"}


@pytest.mark.parametrize("statement", [update(Goal).values(ended_at=None), delete(Goal)])
def test_a_connection_past_the_session_is_refused(
    house: House, rows: Rows, statement: object
) -> None:
    with acting(house, rows.a), pytest.raises(OutOfScope):
        db.session.connection().execute(statement)  # type: ignore[call-overload]
