"""What was given to whom, what got in the way of it, and what a clinician gives together."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Enum, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import Base, InContainer, Recorded
from practice.db.sealed import Sealed, sealed_column
from practice.lib import clock


class Asks(StrEnum):
    """Which questions of an exercise one assignment asks."""

    ALONE = "alone"
    TOGETHER = "together"
    # What one partner writes about the other's released answers.
    REPLY = "reply"


class OpensBy(StrEnum):
    """What opens an assignment once its day has come: its own rule, or the clinician by hand."""

    RULE = "rule"
    CLINICIAN = "clinician"


def _stored(kind: type[StrEnum], default: StrEnum) -> Mapped[Any]:
    values = Enum(
        kind, native_enum=False, length=16, values_callable=lambda kind: [k.value for k in kind]
    )
    return mapped_column(values, default=default, server_default=default)


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
    asks: Mapped[Asks] = _stored(Asks, Asks.ALONE)
    starts_on: Mapped[date]
    due_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    schedule_kind: Mapped[str]
    schedule_n: Mapped[int | None]
    # How many days a round stays open (None: until the next one), and how many rounds there are at most.
    window_days: Mapped[int | None]
    most_rounds: Mapped[int | None]
    # Each pause as [first day, day on which it goes on again or null]; replaced as a whole.
    pauses: Mapped[list[list[str | None]]] = mapped_column(JSON, default=list, server_default="[]")
    # Opens so many days after its person's own first submission to another assignment (same or the couple's container).
    follows_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("assignment.id", ondelete="RESTRICT"), index=True
    )
    delay_days: Mapped[int | None]
    opens_by: Mapped[OpensBy] = _stored(OpensBy, OpensBy.RULE)
    # The run of a pathway that this is a step of; told to nobody but the care team.
    pathway_run_id: Mapped[UUID | None] = mapped_column(index=True)
    note_sealed: Mapped[bytes | None] = sealed_column(optional=True)
    note = Sealed.optional_text("note_sealed")
    # For exercises that the clinician opens: closed until then.
    opened_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))


class MissedRound(InContainer):
    """What got in the way of one round, in its person's own words; asked once, in that person's own container."""

    __tablename__ = "missed_round"
    __table_args__ = (UniqueConstraint("container_id", "assignment_id", "occurrence"),)

    assignment_id: Mapped[UUID] = mapped_column(
        ForeignKey("assignment.id", ondelete="RESTRICT"), index=True
    )
    occurrence: Mapped[str]
    opened_on: Mapped[date]
    content_sealed: Mapped[bytes] = sealed_column()
    content = Sealed.json("content_sealed")
    answered_at: Mapped[datetime] = mapped_column(default=clock.now)
    answered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))


class StarterSet(Recorded, Base):
    """Exercises that one clinician gives together: a plan to copy, with nothing of the couple it was first made for."""

    __tablename__ = "starter_set"

    name_sealed: Mapped[bytes] = sealed_column()
    name = Sealed.text("name_sealed")
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSON)

    @property
    def owner_id(self) -> UUID:
        """The clinician's own key seals the name."""
        return self.made_by
