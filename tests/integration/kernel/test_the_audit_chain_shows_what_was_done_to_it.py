"""The chain is whole after ordinary acts, and shows every event or sealed read that was changed, removed or cut off.

The attacker of these tests can write to the database past its triggers, but has no key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update  # noqa: TID251 - an attacker keeps no rule

from practice.audit import queries, services
from practice.audit.models import AccessRecord, AuditEvent, AuditHead
from practice.audit.queries import Verdict
from practice.db import locks, transaction
from practice.extensions import db
from practice.lib import clock
from tests.factories.house import House


def verdict(house: House, heads: Path | None = None) -> Verdict:
    """Return what a check of the chain finds."""
    with house.reading():
        return queries.verify(heads=heads)


@contextmanager
def attacking(house: House) -> Iterator[Connection]:
    """A connection on which the triggers are gone and no lock holds."""
    with (
        house.app.app_context(),
        locks.lifted_for_migrations(),
        transaction.may_write(),
        db.engine.begin() as connection,
    ):
        on = ' on "audit_event"' if db.engine.dialect.name == "postgresql" else ""
        for what in ("update", "delete"):
            connection.execute(text(f"drop trigger audit_event_no_{what}{on}"))
        yield connection


def seal_some_reads(house: House) -> None:
    """Read three pages and seal the log of it."""
    with house.writing():
        actor = house.actor("imani")
    with house.app.app_context():
        for page in ("one", "two", "three"):
            services.note_read(by=actor, couple=uuid4(), subject=None, page=page)
        with transaction.unit_of_work():
            assert services.seal_reads() == 3


def test_the_chain_of_a_built_house_is_whole(house: House) -> None:
    found = verdict(house)
    assert found.whole
    assert found.events > 20


def test_the_chain_of_an_empty_house_is_whole(house: House) -> None:
    with attacking(house) as connection:
        connection.execute(delete(AuditEvent))
        connection.execute(delete(AuditHead))
    assert verdict(house).whole


EVENT = AuditEvent.number == 7
CHANGES: dict[str, dict[str, object]] = {
    "who": {"actor": uuid4()},
    "nobody": {"actor": None},
    "what": {"action": "nothing"},
    "when": {"at": clock.now() + timedelta(microseconds=1)},
    "whose": {"couple": uuid4()},
    "on what": {"subject": uuid4()},
    "how it ended": {"outcome": "refused"},
    "more": {"detail": {"added": 1}},
    "the seal itself": {"mac": bytes(32)},
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_event_is_found(house: House, what: str) -> None:
    with attacking(house) as connection:
        connection.execute(update(AuditEvent).where(EVENT).values(CHANGES[what]))
    assert verdict(house).broken_at == 7


def test_a_removed_event_is_found(house: House) -> None:
    with attacking(house) as connection:
        connection.execute(delete(AuditEvent).where(EVENT))
    assert verdict(house).broken_at == 7


def test_two_events_that_changed_places_are_found(house: House) -> None:
    with attacking(house) as connection:
        for number, to in ((7, 0), (8, 7), (0, 8)):
            connection.execute(
                update(AuditEvent).where(AuditEvent.number == number).values(number=to)
            )
    assert verdict(house).broken_at == 7


def test_an_added_event_is_found(house: House) -> None:
    with attacking(house) as connection:
        values = connection.execute(select(AuditEvent).where(EVENT)).one()._asdict()
        count = connection.execute(select(AuditHead.count)).scalar_one()
        connection.execute(insert(AuditEvent).values({**values, "number": count + 1}))
    assert verdict(house).broken_at == count + 1


def test_a_cut_tail_is_found(house: House) -> None:
    with attacking(house) as connection:
        count = connection.execute(select(AuditHead.count)).scalar_one()
        connection.execute(delete(AuditEvent).where(AuditEvent.number > count - 2))
    found = verdict(house)
    assert (found.broken_at, found.reason) == (count - 1, "events are missing at the end")


def test_a_cut_tail_with_its_head_set_back_is_found_by_the_exported_head(
    house: House, tmp_path: Path
) -> None:
    with house.reading():
        services.export_head(tmp_path, queries.head())
    with attacking(house) as connection:
        count = connection.execute(select(AuditHead.count)).scalar_one()
        connection.execute(delete(AuditEvent).where(AuditEvent.number == count))
        last = connection.execute(
            select(AuditEvent.mac).where(AuditEvent.number == count - 1)
        ).scalar_one()
        connection.execute(update(AuditHead).values(count=count - 1, mac=last))
    assert verdict(house).whole
    assert verdict(house, tmp_path).broken_at == count


def test_an_exported_head_of_a_whole_chain_agrees_as_the_chain_grows(
    house: House, tmp_path: Path
) -> None:
    for _ in range(2):
        with house.reading():
            services.export_head(tmp_path, queries.head())
        seal_some_reads(house)
    assert verdict(house, tmp_path).whole
    assert (tmp_path / services.HEADS).stat().st_mode & 0o777 == 0o600


READ = AccessRecord.page == "two"
READ_CHANGES: dict[str, Callable[[], object]] = {
    "who": lambda: update(AccessRecord).where(READ).values(actor=uuid4()),
    "whose": lambda: update(AccessRecord).where(READ).values(couple=uuid4()),
    "what": lambda: update(AccessRecord).where(READ).values(subject=uuid4()),
    "the page": lambda: update(AccessRecord).where(READ).values(page="nothing"),
    "the outcome": lambda: update(AccessRecord).where(READ).values(outcome="refused"),
    "when": lambda: update(AccessRecord).where(READ).values(at=clock.now()),
    "taken out of the batch": lambda: update(AccessRecord).where(READ).values(sealed_in=None),
    "removed": lambda: delete(AccessRecord).where(READ),
}


@pytest.mark.parametrize("what", READ_CHANGES)
def test_a_changed_sealed_read_is_found(house: House, what: str) -> None:
    seal_some_reads(house)
    assert verdict(house).whole
    with attacking(house) as connection:
        connection.execute(READ_CHANGES[what]())  # type: ignore[call-overload]
    assert verdict(house).reason == "a sealed batch of reads was changed"


def test_reads_are_sealed_once(house: House) -> None:
    seal_some_reads(house)
    with house.writing():
        assert services.seal_reads() == 0
