"""Reports: frozen data, locked PDFs and who may have them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import InContainer, Recorded
from practice.db.sealed import Sealed, sealed_column
from practice.lib import clock


class Report(Recorded, InContainer):
    """A report: R1 and R4 in the couple's container, R2 and R5 in the partner's, R3 in ``care``.

    The version number starts at the lock; what was locked is kept byte for byte with its digest.
    """

    __tablename__ = "report"
    __table_args__ = (
        CheckConstraint("(locked_at is null) = (locked_by is null)", name="locked"),
        UniqueConstraint("container_id", "kind", "version"),
    )

    kind: Mapped[str]
    document_sealed: Mapped[bytes] = sealed_column()
    document = Sealed.json("document_sealed")
    version: Mapped[int | None]
    locked_at: Mapped[datetime | None]
    locked_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
    sha256: Mapped[str | None]
    pdf_sealed: Mapped[bytes | None] = sealed_column(optional=True)
    pdf = Sealed.raw("pdf_sealed")
    # The random part of the file name; no name of a person is ever in it.
    file_tag: Mapped[str]


class ReportRelease(Recorded, InContainer):
    """A locked report given to one recipient; in that recipient's own container."""

    __tablename__ = "report_release"
    __table_args__ = (UniqueConstraint("container_id", "report_id"),)

    report_id: Mapped[UUID] = mapped_column(
        ForeignKey("report.id", ondelete="RESTRICT"), index=True
    )
    released_at: Mapped[datetime] = mapped_column(default=clock.now)
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))


class QuoteChoice(InContainer):
    """One person's own choice whether released words of theirs may be quoted in a shared report; in their own container.

    Asked of both always and at once; without an answer the words are not quoted.
    """

    __tablename__ = "quote_choice"
    __table_args__ = (
        UniqueConstraint("container_id", "words_key"),
        CheckConstraint("(agreed is null) = (answered_at is null)", name="answered"),
    )

    words_key: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    asked_by: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
    agreed: Mapped[bool | None]
    answered_at: Mapped[datetime | None]
