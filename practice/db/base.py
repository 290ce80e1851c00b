"""Base classes for tables: random identifiers, aware UTC times, and rows that belong to a container."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import DateTime, Dialect, ForeignKey, TypeDecorator, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from practice.extensions import Root
from practice.lib import clock


class Utc(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC on both databases; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware datetime into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what was stored as an aware UTC datetime (SQLite forgets the zone)."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Root.registry.update_type_annotation_map({datetime: Utc(), UUID: Uuid()})


class Base(Root):
    """A table with a random id that may stand in a URL and says nothing by itself."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True)

    def __init__(self, **values: Any) -> None:
        # The id and the owner must stand before a sealed field is set, since both are bound into its ciphertext.
        self.id = values.pop("id", None) or uuid4()
        sealed = {k: values.pop(k) for k in list(values) if k in type(self).sealed_names()}
        super().__init__(**values)
        for name, value in sealed.items():
            setattr(self, name, value)

    @classmethod
    def sealed_names(cls) -> frozenset[str]:
        """Return the names of the sealed fields of this table."""
        from practice.db.sealed import Sealed

        return frozenset(
            k for c in cls.__mro__ for k, v in vars(c).items() if isinstance(v, Sealed)
        )

    @property
    def owner_id(self) -> UUID:
        """Return the id of whose data key seals this row's fields (a container or an account)."""
        return self.id


class InContainer(Base):
    """A row of one record container; it cannot be read or written without an open scope for it."""

    __abstract__ = True

    container_id: Mapped[UUID] = mapped_column(
        ForeignKey("container.id", ondelete="RESTRICT"), index=True
    )

    @property
    def owner_id(self) -> UUID:
        """The container's data key seals the row."""
        return self.container_id


class Recorded:
    """Mixin: who made the row, and when."""

    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    made_by: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
