"""What was given to whom."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Enum, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import InContainer, Recorded
from practice.db.sealed import Sealed, sealed_column


class Asks(StrEnum):
    """Which questions of an exercise one assignment asks."""

    ALONE = "alone"
    TOGETHER = "together"
    # What one partner writes about the other's released answers.
    REPLY = "reply"


class Assignment(Recorded, InContainer):
    """One exercise given to one person (in that person's container) or to both at once (in the couple's).

    The rows of an exercise given to each partner share a ``set_id``, which no partner's page ever shows. A form that both
    write on may have questions that each answers alone: these are rows of the same set in each one's own container.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint("(withdrawn_at is null) = (withdrawn_by is null)", name="withdrawn"),
        Index("ix_assignment_container_id_starts_on", "container_id", "starts_on"),
    )

    version_id: Mapped[UUID] = mapped_column(
        ForeignKey("exercise_version.id", ondelete="RESTRICT"), index=True
    )
    set_id: Mapped[UUID] = mapped_column(index=True)
    asks: Mapped[Asks] = mapped_column(
        Enum(
            Asks, native_enum=False, length=16, values_callable=lambda kind: [k.value for k in kind]
        ),
        default=Asks.ALONE,
        server_default=Asks.ALONE,
    )
    starts_on: Mapped[date]
    due_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    schedule_kind: Mapped[str]
    schedule_n: Mapped[int | None]
    note_sealed: Mapped[bytes | None] = sealed_column(optional=True)
    note = Sealed.optional_text("note_sealed")
    # For exercises that the clinician opens: closed until then.
    opened_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
