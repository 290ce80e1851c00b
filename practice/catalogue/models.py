"""Exercises and their immutable versions as stored in the database."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Enum, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from practice.catalogue.definition import Kind
from practice.db.base import Base
from practice.lib import clock


class Origin(StrEnum):
    """Where an exercise comes from: shipped with the product, or made in this practice."""

    SHIPPED = "shipped"
    PRACTICE = "practice"


def _values(kinds: type[StrEnum]) -> list[str]:
    return [kind.value for kind in kinds]


class Exercise(Base):
    """One exercise, section of the intake, or card, known by its slug."""

    __tablename__ = "exercise"

    slug: Mapped[str] = mapped_column(unique=True)
    module: Mapped[str]
    kind: Mapped[Kind] = mapped_column(
        Enum(Kind, native_enum=False, length=16, values_callable=_values),
        default=Kind.EXERCISE,
        server_default=Kind.EXERCISE,
    )
    origin: Mapped[Origin] = mapped_column(
        Enum(Origin, native_enum=False, length=16, values_callable=_values),
        default=Origin.SHIPPED,
        server_default=Origin.SHIPPED,
    )
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
