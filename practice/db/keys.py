"""Data keys: one per container and one per account, each wrapped by a key outside the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app
from sqlalchemy import LargeBinary, Select, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from practice.db import pending
from practice.db.base import Base
from practice.db.limiting import made_once
from practice.extensions import db
from practice.lib import clock, crypto
from practice.settings import Settings


class KeyMissing(Exception):
    """The data key of an owner does not exist (any more), or the outer key that wraps it is not here."""


class DataKey(Base):
    """A wrapped data key. Deleting the row makes all that it sealed unreadable for ever."""

    __tablename__ = "data_key"

    owner: Mapped[UUID] = mapped_column(unique=True)
    wrapped_by: Mapped[UUID]
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)


# What a query selects to bring data keys along with the rows they open.
COLUMNS = (DataKey.id, DataKey.owner, DataKey.wrapped)


def settings() -> Settings:
    """Return the settings of the running application."""
    found: Settings = current_app.extensions["practice.settings"]
    return found


def create(owner: UUID, session: Session | None = None) -> None:
    """Make the data key of a new container or account, in the current transaction."""
    session = session or db.session()
    master = settings().keys
    key_id, plain = uuid4(), crypto.new_key()
    wrapped = crypto.seal(
        AESGCM(master.wrapping[master.current]),
        master.current,
        plain,
        bound_to=_bound(owner, key_id),
    )
    session.add(DataKey(id=key_id, owner=owner, wrapped_by=master.current, wrapped=wrapped))
    _opened(session)[owner] = (key_id, AESGCM(plain))


def load(owners: Iterable[UUID], session: Session | None = None) -> None:
    """Fetch and open the data keys of many owners in one query."""
    session = session or db.session()
    opened = _opened(session)
    missing = [o for o in owners if o not in opened]
    if not missing:
        return
    take(session.execute(_of_owners(), {"owners": missing}), session)


def take(rows: Iterable[Iterable[Any]], session: Session | None = None) -> None:
    """Open the data keys that a query brought along, as :data:`COLUMNS`; one that was not there is left out."""
    opened = _opened(session or db.session())
    outer = {key_id.bytes: AESGCM(key) for key_id, key in settings().keys.wrapping.items()}
    for key_id, owner, wrapped in rows:
        if key_id is not None:
            opened[owner] = (key_id, AESGCM(_unwrap(outer, owner, key_id, wrapped)))


@made_once
def _of_owners() -> Select[UUID, UUID, bytes]:
    return select(*COLUMNS).where(DataKey.owner.in_(bindparam("owners", expanding=True)))


def cipher_of(owner: UUID, session: Session | None = None) -> tuple[UUID, AESGCM]:
    """Return id and cipher of an owner's data key; raise :class:`KeyMissing`."""
    session = session or db.session()
    opened = _opened(session)
    found = opened.get(owner)
    if found is None:
        with session.no_autoflush:
            load([owner], session)
        found = opened.get(owner)
    if found is None:
        raise KeyMissing("there is no data key for this record")
    return found


def _opened(session: Session) -> dict[UUID, tuple[UUID, AESGCM]]:
    return pending.opened_keys(session)


def _bound(owner: UUID, key_id: UUID) -> bytes:
    return b"data_key|wrapped|" + key_id.bytes + b"|" + owner.bytes


def _unwrap(outer: dict[bytes, AESGCM], owner: UUID, key_id: UUID, wrapped: bytes) -> bytes:
    by = outer.get(crypto.key_header_of(wrapped))
    if by is None:
        raise KeyMissing("the key that wraps this data key is not in the key file")
    return crypto.unseal(by, wrapped, bound_to=_bound(owner, key_id))
