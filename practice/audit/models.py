"""The audit chain, its head, and the access log of reads."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Integer, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import Base, Utc
from practice.extensions import Root
from practice.lib import clock


class AuditEvent(Root):
    """One act. Rows are chained by HMAC and can be neither changed nor deleted (triggers)."""

    __tablename__ = "audit_event"

    number: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False
    )
    at: Mapped[datetime] = mapped_column(Utc())
    actor: Mapped[UUID | None] = mapped_column(index=True)
    action: Mapped[str]
    couple: Mapped[UUID | None] = mapped_column(index=True)
    subject: Mapped[UUID | None]
    outcome: Mapped[str] = mapped_column(default="done")
    detail: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    mac: Mapped[bytes] = mapped_column(LargeBinary)


class AuditHead(Root):
    """Count and last MAC of the chain, apart from it: a cut tail shows here, and in the exported heads."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    count: Mapped[int] = mapped_column(BigInteger)
    mac: Mapped[bytes] = mapped_column(LargeBinary)


class AccessRecord(Base):
    """One read of client data: who, which couple, which page. Sealed into the chain in batches."""

    __tablename__ = "access_record"

    at: Mapped[datetime] = mapped_column(default=clock.now)
    actor: Mapped[UUID]
    couple: Mapped[UUID | None] = mapped_column(index=True)
    subject: Mapped[UUID | None]
    page: Mapped[str]
    outcome: Mapped[str] = mapped_column(default="read")
    sealed_in: Mapped[int | None] = mapped_column(BigInteger, index=True)
