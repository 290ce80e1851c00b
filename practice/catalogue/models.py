"""Exercises and their immutable versions as stored in the database."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import Base
from practice.lib import clock


class Exercise(Base):
    """One exercise of the catalogue, known by its slug."""

    __tablename__ = "exercise"

    slug: Mapped[str] = mapped_column(unique=True)
    module: Mapped[str]
    retired_at: Mapped[datetime | None]


class ExerciseVersion(Base):
    """One wording of an exercise. Never changed (trigger): what was assigned stays as it was given."""

    __tablename__ = "exercise_version"
    __table_args__ = (UniqueConstraint("exercise_id", "digest"),)

    exercise_id: Mapped[UUID] = mapped_column(
        ForeignKey("exercise.id", ondelete="RESTRICT"), index=True
    )
    version: Mapped[str]
    digest: Mapped[str]
    definition: Mapped[dict[str, Any]] = mapped_column(JSON)
    loaded_at: Mapped[datetime] = mapped_column(default=clock.now)
