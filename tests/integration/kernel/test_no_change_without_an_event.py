"""Container data cannot change unless the same transaction says who did it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import delete, insert, select, update

from practice.audit import queries
from practice.audit import services as audit
from practice.audit.models import AuditEvent
from practice.audit.services import NoActor
from practice.db import scope
from practice.db.locks import Unaudited
from practice.extensions import db
from practice.lib import clock
from practice.treatment.models import Goal
from tests.factories.house import House
from tests.integration.kernel.conftest import Rows, goal


def events(house: House) -> int:
    """Return how many events there are."""
    with house.reading():
        return queries.count()


def test_adding_raises(house: House, rows: Rows) -> None:
    with pytest.raises(Unaudited), house.writing(), scope.opened([rows.a]):
        db.session.add(goal(house, rows.a))
        db.session.flush()


def test_changing_raises(house: House, rows: Rows) -> None:
    with pytest.raises(Unaudited), house.writing(), scope.opened([rows.a]):
        held = db.session.get(Goal, rows.in_a)
        assert held is not None
        held.content = {"text": "else"}
        db.session.flush()


def test_deleting_raises(house: House, rows: Rows) -> None:
    with pytest.raises(Unaudited), house.writing(), scope.opened([rows.a]):
        db.session.delete(db.session.get(Goal, rows.in_a))
        db.session.flush()


def test_statements_past_the_mapper_raise(house: House, rows: Rows) -> None:
    values = {"id": uuid4(), "container_id": rows.a, "content_sealed": b"x"}
    made = {"made_at": clock.now(), "made_by": house.people["imani"]}
    for statement in (
        update(Goal).values(content_sealed=b"x"),
        delete(Goal),
        insert(Goal).values(**values, **made),
    ):
        with pytest.raises(Unaudited), house.writing(), scope.opened([rows.a]):
            db.session.execute(statement)


def test_nothing_of_it_is_kept(house: House, rows: Rows) -> None:
    before = events(house)
    with pytest.raises(Unaudited), house.writing(), scope.opened([rows.a]):
        db.session.add(goal(house, rows.a))
        db.session.flush()
    with house.reading(), scope.opened([rows.a]):
        assert len(db.session.scalars(select(Goal)).all()) == 1
    assert events(house) == before


def test_an_event_of_an_earlier_act_does_not_count(house: House, rows: Rows) -> None:
    with house.app.app_context():
        audit.record("left over", by=house.people["imani"])
        with pytest.raises(Unaudited), house.writing(), scope.opened([rows.a]):
            db.session.add(goal(house, rows.a))
            db.session.flush()


def test_an_act_without_an_actor_is_refused(house: House) -> None:
    with pytest.raises(NoActor), house.writing():
        audit.record("anonymous", by=None)  # type: ignore[arg-type]


def test_an_act_that_is_rolled_back_leaves_no_event(house: House, rows: Rows) -> None:
    before = events(house)
    with pytest.raises(ZeroDivisionError), house.writing(), scope.opened([rows.a]):
        db.session.add(goal(house, rows.a))
        audit.record("goal made", by=house.people["imani"])
        db.session.flush()
        raise ZeroDivisionError
    assert events(house) == before


def test_a_savepoint_takes_only_its_own_events_back(house: House, rows: Rows) -> None:
    with house.writing(), scope.opened([rows.a]):
        db.session.add(goal(house, rows.a))
        audit.record("kept", by=house.people["imani"])
        savepoint = db.session.begin_nested()
        db.session.add(goal(house, rows.a))
        audit.record("taken back", by=house.people["imani"])
        db.session.flush()
        savepoint.rollback()
    with house.reading():
        newest = db.session.scalars(
            select(AuditEvent.action).order_by(AuditEvent.number.desc()).limit(2)
        ).all()
        assert newest[0] == "kept"
        assert "taken back" not in newest


def test_a_change_before_a_savepoint_that_fails_still_needs_its_event(
    house: House, rows: Rows
) -> None:
    with pytest.raises(Unaudited), house.writing(), scope.opened([rows.a]):
        db.session.add(goal(house, rows.a))
        db.session.flush()
        db.session.begin_nested().rollback()


def test_a_savepoint_that_holds_needs_its_event_by_the_commit_only(
    house: House, rows: Rows
) -> None:
    before = events(house)
    with house.writing(), scope.opened([rows.a]):
        with db.session.begin_nested():
            db.session.add(goal(house, rows.a))
        audit.record("goal made", by=house.people["imani"])
    assert events(house) == before + 1
