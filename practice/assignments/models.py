"""What was given to whom."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import InContainer, Recorded
from practice.db.sealed import Sealed, sealed_column


class Assignment(Recorded, InContainer):
    """One exercise given to one person (in that person's container) or to both at once (in the couple's).

    The two rows of an exercise given to each partner share a ``set_id``, which no partner's page ever shows.
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
