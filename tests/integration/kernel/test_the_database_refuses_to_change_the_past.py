"""Triggers on both databases: events, exercise versions and what was sent are never changed, whoever asks."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from practice.assignments.models import Assignment
from practice.audit.models import AuditEvent
from practice.catalogue.models import ExerciseVersion
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Submission
from tests.factories.house import House
from tests.integration.kernel.conftest import Rows, acting, unlocked


@pytest.fixture
def sent(house: House, rows: Rows) -> None:
    """A house in which one exercise was sent."""
    with acting(house, rows.a):
        by = house.people["imani"]
        version = db.session.scalars(select(ExerciseVersion.id).limit(1)).one()
        given = Assignment(
            container_id=rows.a,
            version_id=version,
            set_id=uuid4(),
            starts_on=date(2026, 1, 5),
            schedule_kind="once",
            made_by=by,
        )
        db.session.add(given)
        db.session.flush()
        sealed = {"answers": {}, "scores": {}, "kept_back": []}
        db.session.add(
            Submission(
                container_id=rows.a,
                assignment_id=given.id,
                occurrence="1",
                form_key=uuid4(),
                submitted_by=by,
                **sealed,
            )
        )


@pytest.mark.parametrize("table", [AuditEvent, ExerciseVersion, Submission])
def test_no_row_is_deleted(house: House, sent: None, table: type[Submission]) -> None:
    with pytest.raises(DBAPIError, match="never changed"), unlocked(house) as connection:
        connection.execute(delete(table))


@pytest.mark.parametrize("column", [c.key for c in AuditEvent.__table__.columns])
def test_no_part_of_an_event_is_changed(house: House, column: str) -> None:
    changed = update(AuditEvent).values({column: getattr(AuditEvent, column)})
    with pytest.raises(DBAPIError, match="never changed"), unlocked(house) as connection:
        connection.execute(changed)


@pytest.mark.parametrize("column", [c.key for c in ExerciseVersion.__table__.columns])
def test_no_part_of_an_exercise_version_is_changed(house: House, column: str) -> None:
    changed = update(ExerciseVersion).values({column: getattr(ExerciseVersion, column)})
    with pytest.raises(DBAPIError, match="never changed"), unlocked(house) as connection:
        connection.execute(changed)


CHANGEABLE = {"comment_sealed", "kept_back_sealed", "withdrawn_at"}


@pytest.mark.parametrize(
    "column", sorted({c.key for c in Submission.__table__.columns} - CHANGEABLE)
)
def test_nothing_that_was_sent_is_changed(house: House, sent: None, column: str) -> None:
    changed = update(Submission).values({column: getattr(Submission, column)})
    with pytest.raises(DBAPIError, match="never changed"), unlocked(house) as connection:
        connection.execute(changed)


def test_more_can_be_kept_back_after_sending(house: House, sent: None) -> None:
    with unlocked(house) as connection:
        connection.execute(update(Submission).values(kept_back_sealed=b"x"))


def test_what_was_withdrawn_stays_withdrawn(house: House, sent: None) -> None:
    with unlocked(house) as connection:
        connection.execute(update(Submission).values(withdrawn_at=clock.now()))
    changed = update(Submission).values(withdrawn_at=None)
    with (
        pytest.raises(DBAPIError, match=r"never changed|stays withdrawn"),
        unlocked(house) as connection,
    ):
        connection.execute(changed)


def test_what_a_commit_wrote_can_be_added_to(house: House) -> None:
    with house.writing():
        version = db.session.scalars(select(ExerciseVersion).limit(1)).one()
        db.session.add(
            ExerciseVersion(
                exercise_id=version.exercise_id,
                version="next",
                digest="another",
                definition={},
                loaded_at=clock.now(),
            )
        )
