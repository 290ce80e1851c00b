"""Measure results, each partner's own choice to share a course, and the frozen copy both may read."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import InContainer, Recorded
from practice.db.sealed import Sealed, sealed_column
from practice.lib import clock


class MeasureResult(Recorded, InContainer):
    """A measure taken by one partner, entered by the clinician: by item number or as a score; in that partner's container."""

    __tablename__ = "measure_result"
    __table_args__ = (Index("ix_measure_result_container_id_taken_on", "container_id", "taken_on"),)

    measure_id: Mapped[str]
    taken_on: Mapped[date]
    content_sealed: Mapped[bytes] = sealed_column()
    content = Sealed.json("content_sealed")
    corrects_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("measure_result.id", ondelete="RESTRICT")
    )


class SharingChoice(InContainer):
    """One partner's own opt-in to show a measure's course in joint pages and reports; newest row counts."""

    __tablename__ = "sharing_choice"

    measure_id: Mapped[str]
    agreed: Mapped[bool]
    chosen_at: Mapped[datetime] = mapped_column(default=clock.now)


class SharedMeasure(Recorded, InContainer):
    """A measure's course that both agreed to share and the clinician released; a frozen copy in the couple's container."""

    __tablename__ = "shared_measure"

    measure_id: Mapped[str]
    content_sealed: Mapped[bytes] = sealed_column()
    content = Sealed.json("content_sealed")
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
