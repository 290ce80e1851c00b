"""Therapy sessions and goals."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import InContainer, Recorded
from practice.db.sealed import Sealed, sealed_column
from practice.lib import clock


class TherapySession(Recorded, InContainer):
    """A meeting: a joint one in the couple's container, an individual one in that partner's own."""

    __tablename__ = "therapy_session"

    starts_at: Mapped[datetime]
    minutes: Mapped[int] = mapped_column(default=50)
    attended: Mapped[bool | None]


class Goal(Recorded, InContainer):
    """A goal with its five levels. Owned by both: in the couple's container; by one: in that partner's."""

    __tablename__ = "goal"
    __table_args__ = (CheckConstraint("(ended_at is null) = (ended_by is null)", name="ended"),)

    content_sealed: Mapped[bytes] = sealed_column()
    content = Sealed.json("content_sealed")
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))


class GoalRating(Recorded, InContainer):
    """A level (-2 to +2, 0 = as expected) for a goal on a day, agreed in session or given by one partner alone.

    An agreed rating is in the goal's container; one given alone is in that partner's own.
    """

    __tablename__ = "goal_rating"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id", ondelete="RESTRICT"), index=True)
    rated_on: Mapped[date]
    level_sealed: Mapped[bytes] = sealed_column()
    level = Sealed.json("level_sealed")
    rated_at: Mapped[datetime] = mapped_column(default=clock.now)
