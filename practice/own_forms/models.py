"""A form while it is being made. What is published is an ``ExerciseVersion`` like any other and lies in the catalogue."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import Base, Recorded
from practice.lib import clock


class OwnForm(Recorded, Base):
    """One form of the practice as it is being written.

    ``definition`` is an exercise definition in the making: each question in it is sound, the whole may not be yet. ``revision``
    counts the saves, so that two people never overwrite each other unseen. ``base_version_id`` is what the draft began as (a
    copied exercise, later the version last published): what was private there is never loosened here.
    """

    __tablename__ = "own_form"
    __table_args__ = (CheckConstraint("revision > 0", name="revision"),)

    slug: Mapped[str] = mapped_column(unique=True)
    definition: Mapped[dict[str, Any]] = mapped_column(JSON)
    revision: Mapped[int] = mapped_column(default=1)
    exercise_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("exercise.id", ondelete="RESTRICT"), unique=True
    )
    base_version_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("exercise_version.id", ondelete="RESTRICT"), index=True
    )
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)
    saved_by: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
