"""A ciphertext opens where it was written and with its own key: moved, changed or without a key it does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, LargeBinary, delete, select, update

from practice.caseload.models import Partner
from practice.db import keys, scope, transaction
from practice.db.keys import DataKey, KeyMissing
from practice.extensions import db
from practice.lib.crypto import SealBroken
from practice.settings import MasterKeys
from practice.treatment.models import Goal
from tests.factories.house import House
from tests.integration.kernel.conftest import Rows, acting, goal, unlocked


def content_of(connection: Connection, of: UUID) -> bytes:
    """Return the ciphertext of a goal."""
    found: bytes = connection.execute(select(Goal.content_sealed).where(Goal.id == of)).scalar_one()
    return found


def opened(house: House, of: UUID) -> Any:
    """Open a goal's content."""
    with house.reading(), scope.opened(everything=True):
        found = db.session.get(Goal, of)
        assert found is not None
        return found.content


def test_a_ciphertext_moved_to_another_row_does_not_open(house: House, rows: Rows) -> None:
    with acting(house, rows.a):
        other = goal(house, rows.a, "another of hers")
        db.session.add(other)
    with unlocked(house) as connection:
        moved = update(Goal).where(Goal.id == rows.in_a)
        connection.execute(moved.values(content_sealed=content_of(connection, other.id)))
    with pytest.raises(SealBroken):
        opened(house, rows.in_a)


def test_a_ciphertext_moved_to_another_owner_does_not_open(house: House, rows: Rows) -> None:
    with unlocked(house) as connection:
        moved = update(Goal).where(Goal.id == rows.in_a)
        connection.execute(moved.values(content_sealed=content_of(connection, rows.in_b)))
    with pytest.raises(SealBroken):
        opened(house, rows.in_a)


def test_a_row_moved_to_another_container_does_not_open(house: House, rows: Rows) -> None:
    """As someone with the database in hands would to read B's row in A's name."""
    with unlocked(house) as connection:
        connection.execute(update(Goal).where(Goal.id == rows.in_b).values(container_id=rows.a))
    with pytest.raises(SealBroken):
        opened(house, rows.in_b)


def test_a_ciphertext_moved_to_another_column_does_not_open(house: House) -> None:
    with unlocked(house) as connection:
        connection.execute(update(Partner).values(pronouns_sealed=Partner.name_sealed))
    with house.reading():
        partner = db.session.scalars(select(Partner).limit(1)).one()
        assert partner.name
        with pytest.raises(SealBroken):
            _ = partner.pronouns


@pytest.mark.parametrize("at", [0, 5, 20, 40, -1])
def test_a_changed_byte_does_not_open(house: House, rows: Rows, at: int) -> None:
    with unlocked(house) as connection:
        sealed = bytearray(content_of(connection, rows.in_a))
        sealed[at] ^= 1
        changed = update(Goal).where(Goal.id == rows.in_a)
        connection.execute(changed.values(content_sealed=bytes(sealed)))
    with pytest.raises(SealBroken):
        opened(house, rows.in_a)


WRONG: dict[str, tuple[type[Exception], Callable[[MasterKeys], MasterKeys]]] = {
    "another key file": (KeyMissing, lambda _: MasterKeys.fresh()),
    "another key by the same name": (
        SealBroken,
        lambda k: MasterKeys(k.current, {k.current: bytes(32)}, k.secret),
    ),
}


@pytest.mark.parametrize("how", WRONG)
def test_the_wrong_key_opens_nothing(house: House, rows: Rows, how: str) -> None:
    error, change = WRONG[how]
    settings = house.app.extensions["practice.settings"]
    object.__setattr__(settings, "keys", change(settings.keys))
    with pytest.raises(error):
        opened(house, rows.in_a)


def test_without_its_data_key_nothing_opens_ever_again(house: House, rows: Rows) -> None:
    with unlocked(house) as connection:
        connection.execute(delete(DataKey).where(DataKey.owner == rows.a))
    with pytest.raises(KeyMissing):
        opened(house, rows.in_a)
    assert opened(house, rows.in_b) == {"text": "his"}


def test_a_data_key_moved_to_another_owner_does_not_open(house: House, rows: Rows) -> None:
    with unlocked(house) as connection:
        wrapped = connection.execute(
            select(DataKey.wrapped).where(DataKey.owner == rows.b)
        ).scalar_one()
        moved = update(DataKey).where(DataKey.owner == rows.a).values(wrapped=wrapped)
        connection.execute(moved)
    with pytest.raises(SealBroken):
        opened(house, rows.in_a)


def test_a_key_made_in_a_unit_that_failed_is_forgotten(house: House, rows: Rows) -> None:
    owner = uuid4()
    with house.app.app_context():
        with pytest.raises(ZeroDivisionError), transaction.unit_of_work():
            keys.create(owner)
            db.session.flush()
            raise ZeroDivisionError
        with pytest.raises(KeyMissing):
            keys.cipher_of(owner)


def test_the_same_words_never_look_the_same(house: House, rows: Rows) -> None:
    with acting(house, rows.a):
        held = db.session.get(Goal, rows.in_a)
        assert held is not None
        before = held.content_sealed
        held.content = held.content
        assert held.content_sealed != before
    assert isinstance(Goal.__table__.columns["content_sealed"].type, LargeBinary)
