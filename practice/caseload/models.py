"""Couples, partners, the care team, containers, agreements, clearance and attention.

What is private of one partner is in that partner's container; what both may see is in the couple's; what only the care team may
see is in ``care``; what was said about safety is in ``safety_a`` and ``safety_b``. A row never moves between containers: sharing
is a new row in the couple's container, written by a clinician's act.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Enum, ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from practice.access.actor import Capacity
from practice.db.base import Base, InContainer, Recorded
from practice.db.scope import container_id
from practice.db.sealed import Sealed, sealed_column
from practice.lib import clock


class Stage(StrEnum):
    """Where a case stands in its life."""

    NEW = "new"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class Status(StrEnum):
    """The couple's status, set only by the treating clinician (clinical workflow D3)."""

    PENDING = "pending"
    CLEARED = "cleared"
    CLARIFY = "clarify"
    INDIVIDUAL_ONLY = "individual_only"
    URGENT = "urgent"


class Couple(Recorded, Base):
    """A case: two people in one therapy. What shared work is open is the clinician's act, and says no more than that."""

    __tablename__ = "couple"

    stage: Mapped[Stage] = mapped_column(
        Enum(Stage, native_enum=False, length=16), default=Stage.NEW
    )
    shared_work_open: Mapped[bool] = mapped_column(default=False)
    sexual_work_open: Mapped[bool] = mapped_column(default=False)
    # A couple to practise with: nobody real stands behind it.
    is_fictional: Mapped[bool] = mapped_column(default=False, server_default=false())

    def container(self, kind: str) -> UUID:
        """Return the id of one of this couple's containers."""
        return container_id(self.id, kind)


class Container(Base):
    """One of the six record containers of a couple; its data key carries its id."""

    __tablename__ = "container"
    __table_args__ = (UniqueConstraint("couple_id", "kind"),)

    couple_id: Mapped[UUID] = mapped_column(ForeignKey("couple.id", ondelete="RESTRICT"))
    kind: Mapped[str]


class Partner(Base):
    """One of the two people; their account, once made, names this row. The name is sealed with the couple's key, since both see both names."""

    __tablename__ = "partner"
    __table_args__ = (
        UniqueConstraint("couple_id", "side"),
        CheckConstraint("side in ('a', 'b')", name="side"),
    )

    couple_id: Mapped[UUID] = mapped_column(ForeignKey("couple.id", ondelete="RESTRICT"))
    side: Mapped[str]
    name_sealed: Mapped[bytes] = sealed_column()
    name = Sealed.text("name_sealed")
    pronouns_sealed: Mapped[bytes] = sealed_column()
    pronouns = Sealed.text("pronouns_sealed")

    @property
    def owner_id(self) -> UUID:
        """The couple's container seals the names."""
        return container_id(self.couple_id, "couple")

    @property
    def own_container(self) -> UUID:
        """Return this partner's own container."""
        return container_id(self.couple_id, f"partner_{self.side}")

    @property
    def first_name(self) -> str:
        """Return the name to greet with."""
        return self.name.split(" ")[0]


class CareTeamMember(Base):
    """In what capacity a member of the practice works with a couple."""

    __tablename__ = "care_team_member"
    __table_args__ = (
        UniqueConstraint("couple_id", "user_id"),
        Index("ix_care_team_member_user_id_left_at", "user_id", "left_at"),
    )

    couple_id: Mapped[UUID] = mapped_column(
        ForeignKey("couple.id", ondelete="RESTRICT"), index=True
    )
    # The care container, so that the caseload's order needs no further join.
    care_id: Mapped[UUID] = mapped_column(ForeignKey("container.id", ondelete="RESTRICT"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
    capacity: Mapped[Capacity] = mapped_column(Enum(Capacity, native_enum=False, length=32))
    joined_at: Mapped[datetime] = mapped_column(default=clock.now)
    left_at: Mapped[datetime | None]


class SafeContact(Recorded, InContainer):
    """How one person may be reached; the newest row counts. In that person's own container."""

    __tablename__ = "safe_contact"

    ways_sealed: Mapped[bytes] = sealed_column()
    ways = Sealed.json("ways_sealed")


class Signature(InContainer):
    """One person's own signature under one version of a text; in that person's container only."""

    __tablename__ = "signature"

    text_id: Mapped[str]
    version: Mapped[str]
    signed_name_sealed: Mapped[bytes] = sealed_column()
    signed_name = Sealed.text("signed_name_sealed")
    signed_at: Mapped[datetime] = mapped_column(default=clock.now)
    ends_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class FirstQuestion(InContainer):
    """What one person would like to ask before signing a text; in that person's own container, for the care team to answer."""

    __tablename__ = "first_question"

    text_id: Mapped[str]
    words_sealed: Mapped[bytes] = sealed_column()
    words = Sealed.text("words_sealed")
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)


class PolicyChoice(Recorded, InContainer):
    """The confidentiality policy proposed for a couple; in force only when the clinician says so."""

    __tablename__ = "policy_choice"
    __table_args__ = (
        CheckConstraint("(in_force_at is null) = (in_force_by is null)", name="in_force"),
    )

    policy_id: Mapped[str]
    version: Mapped[str]
    in_force_at: Mapped[datetime | None]
    in_force_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))


class Clearance(Recorded, InContainer):
    """A dated decision on the couple's status with its rationale; in the care container, newest counts."""

    __tablename__ = "clearance"

    decision_sealed: Mapped[bytes] = sealed_column()
    decision = Sealed.json("decision_sealed")


class AttentionItem(InContainer):
    """Why a couple needs its clinician; written down by the rooms above, so that the caseload is one indexed query.

    ``weight`` orders the caseload and says nothing by itself: unlike reasons share a weight.
    """

    __tablename__ = "attention_item"
    __table_args__ = (Index("ix_attention_item_open", "container_id", "done_at", "shows_from"),)

    weight: Mapped[int]
    reason_sealed: Mapped[bytes] = sealed_column()
    reason = Sealed.json("reason_sealed")
    source: Mapped[UUID | None] = mapped_column(index=True)
    shows_from: Mapped[datetime] = mapped_column(default=clock.now)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    done_at: Mapped[datetime | None]
    done_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))


class CaseloadLine(InContainer):
    """What the caseload shows of a couple besides its reasons: both courses and the homework, sealed in ``care``."""

    __tablename__ = "caseload_line"
    __table_args__ = (UniqueConstraint("container_id"),)

    summary_sealed: Mapped[bytes] = sealed_column()
    summary = Sealed.json("summary_sealed")
