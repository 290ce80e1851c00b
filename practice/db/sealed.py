"""Sealed fields: attributes that are plain in Python and AES-256-GCM in the database.

Declare the pair::

    name_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    name = Sealed.text("name_sealed")

Associated data names table, column, row, owner and (in the header) key, so a ciphertext that was moved does not open.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast, overload
from uuid import UUID

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, object_session

from practice.db import keys
from practice.db.base import Base
from practice.extensions import db
from practice.lib import crypto

T = TypeVar("T")
# json.loads without its choices: a list opens hundreds of small values.
_parse: Callable[[str], Any] = json.JSONDecoder().decode


def sealed_column(*, optional: bool = False) -> Mapped[Any]:
    """Return the column that holds the ciphertext of a sealed field."""
    return mapped_column(LargeBinary, nullable=optional)


class Sealed(Generic[T]):
    """Descriptor of one sealed field over its ciphertext column."""

    def __init__(
        self, column: str, encode: Callable[[T], bytes], decode: Callable[[bytes], T]
    ) -> None:
        self._column, self._encode, self._decode = column, encode, decode
        self._table: type[Base] | None = None

    def __set_name__(self, owner: type[Base], name: str) -> None:
        self._table = owner

    @staticmethod
    def text(column: str) -> Sealed[str]:
        """A sealed text."""
        return Sealed(column, lambda t: t.encode("utf-8"), lambda b: b.decode("utf-8"))

    @staticmethod
    def optional_text(column: str) -> Sealed[str | None]:
        """A sealed text that may be absent (NULL)."""
        return Sealed(column, lambda t: (t or "").encode(), lambda b: b.decode())

    @staticmethod
    def json(column: str) -> Sealed[Any]:
        """A sealed JSON value; what is read must be replaced as a whole, never changed in place."""
        return Sealed(column, _json_bytes, lambda b: _parse(b.decode()))

    @staticmethod
    def raw(column: str) -> Sealed[bytes]:
        """Sealed bytes (a locked PDF)."""
        return Sealed(column, lambda b: b, lambda b: b)

    @overload
    def __get__(self, row: None, owner: type) -> Sealed[T]: ...
    @overload
    def __get__(self, row: Base, owner: type) -> T: ...
    def __get__(self, row: Base | None, owner: type) -> T | Sealed[T]:
        if row is None:
            return self
        sealed = getattr(row, self._column)
        if sealed is None:
            return cast(T, None)
        cached = row.__dict__.get(f"_plain_{self._column}")
        if cached is not None and cached[0] is sealed:
            return cast(T, cached[1])
        _, cipher = keys.cipher_of(row.owner_id, object_session(row))
        plain = self._decode(crypto.unseal(cipher, sealed, bound_to=self._bound(row)))
        row.__dict__[f"_plain_{self._column}"] = (sealed, plain)
        return plain

    def __set__(self, row: Base, value: T) -> None:
        if value is None:
            setattr(row, self._column, None)
            return
        key_id, cipher = keys.cipher_of(row.owner_id, object_session(row))
        setattr(
            row,
            self._column,
            crypto.seal(cipher, key_id, self._encode(value), bound_to=self._bound(row)),
        )

    def opener(self) -> Callable[[bytes, UUID, UUID], T]:
        """Return a function that opens ciphertexts selected without their rows, for long lists.

        It takes the ciphertext, the row's id, and the id of whose data key sealed it; it raises ``KeyMissing`` and ``SealBroken`` as
        reading the row would. Load the keys first (:func:`practice.db.keys.load`).
        """
        if self._table is None:
            raise TypeError("a sealed field belongs to a table")
        place, decode, session = self._place(self._table), self._decode, db.session()

        def opened(sealed: bytes, row: UUID, owner: UUID) -> T:
            _, cipher = keys.cipher_of(owner, session)
            return decode(
                crypto.unseal(cipher, sealed, bound_to=place + row.bytes + b"|" + owner.bytes)
            )

        return opened

    def _bound(self, row: Base) -> bytes:
        return self._place(type(row)) + row.id.bytes + b"|" + row.owner_id.bytes

    def _place(self, table: type[Base]) -> bytes:
        return f"{table.__tablename__}|{self._column}|".encode()


def _json_bytes(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
