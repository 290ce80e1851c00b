"""Pathways as stored, and those that couples are on.

A run lies in the ``care`` container: no partner's page can reach it. What a partner meets are ordinary assignments, each in
its own container.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import Base, InContainer, Recorded
from practice.lib import clock


class Pathway(Base):
    """One pathway: ready-made (it has a slug and no maker) or a clinician's own (it has a maker, who alone sees it in lists).

    ``draft`` is what its maker is working on; it reaches no couple before it is published as a version.
    """

    __tablename__ = "pathway"
    __table_args__ = (CheckConstraint("slug is null or maker_id is null", name="made_by"),)

    slug: Mapped[str | None] = mapped_column(unique=True)
    maker_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("user.id", ondelete="RESTRICT"), index=True
    )
    draft: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    retired_at: Mapped[datetime | None]


class PathwayVersion(Base):
    """One version of a pathway. Never changed (trigger): what runs stays as it was started."""

    __tablename__ = "pathway_version"
    __table_args__ = (UniqueConstraint("pathway_id", "number"),)

    pathway_id: Mapped[UUID] = mapped_column(
        ForeignKey("pathway.id", ondelete="RESTRICT"), index=True
    )
    number: Mapped[int]
    digest: Mapped[str]
    definition: Mapped[dict[str, Any]] = mapped_column(JSON)
    published_at: Mapped[datetime] = mapped_column(default=clock.now)


class PathwayRun(Recorded, InContainer):
    """A pathway that a couple is on, or one of the two; ``sides`` is ``ab``, ``a`` or ``b``."""

    __tablename__ = "pathway_run"
    __table_args__ = (
        CheckConstraint("sides in ('ab', 'a', 'b')", name="sides"),
        CheckConstraint("(stopped_at is null) = (stopped_by is null)", name="stopped"),
        CheckConstraint("(paused_on is null) = (paused_by is null)", name="paused"),
    )

    version_id: Mapped[UUID] = mapped_column(
        ForeignKey("pathway_version.id", ondelete="RESTRICT"), index=True
    )
    sides: Mapped[str]
    starts_on: Mapped[date]
    paused_on: Mapped[date | None]
    paused_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
    stopped_at: Mapped[datetime | None]
    stopped_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
    # What stopping ended: the last day of each assignment from before, by its id, to undo it.
    ended: Mapped[dict[str, str | None]] = mapped_column(JSON, default=dict, server_default="{}")


class PathwayRunStep(InContainer):
    """One step of a run. ``set_ids`` are the sets it was given as; empty while the clinician has not opened it.

    ``planned_on`` is the clinician's own plan for a step that nothing but the clinician opens.
    """

    __tablename__ = "pathway_run_step"
    __table_args__ = (
        UniqueConstraint("run_id", "number"),
        CheckConstraint("(skipped_at is null) = (skipped_by is null)", name="skipped"),
    )

    run_id: Mapped[UUID] = mapped_column(
        ForeignKey("pathway_run.id", ondelete="RESTRICT"), index=True
    )
    number: Mapped[int]
    planned_on: Mapped[date]
    set_ids: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    skipped_at: Mapped[datetime | None]
    skipped_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
