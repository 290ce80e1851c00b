"""What came back: drafts apart from submissions, releases, agreements.

A release is a frozen copy, sealed with the couple's key: the partner reads the copy in the couple's container and never the
author's row. Nothing else carries a private answer across.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import InContainer, Recorded
from practice.db.sealed import Sealed, sealed_column
from practice.lib import clock


class Draft(InContainer):
    """Answers being written for one occurrence of an assignment. One per assignment and occurrence.

    ``answers`` holds ``given`` (answers by key), ``aside`` (what was typed beside "I'd rather not answer", for its author alone)
    and ``at`` (a question of the page written on last, to go on there).
    """

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("assignment_id", "occurrence", "container_id"),)

    assignment_id: Mapped[UUID] = mapped_column(ForeignKey("assignment.id", ondelete="RESTRICT"))
    occurrence: Mapped[str]
    answers_sealed: Mapped[bytes] = sealed_column()
    answers = Sealed.json("answers_sealed")
    # Grows by one with each save; a save that names an older one is a conflict, never an overwrite.
    revision: Mapped[int] = mapped_column(default=0)
    # The one-time key of the submission this draft will become.
    form_key: Mapped[UUID]
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)
    # Joint drafts only: who writes now (an opaque digest of the session) and until when.
    held_by: Mapped[bytes | None]
    held_until: Mapped[datetime | None]

    # Every change names the revision it was made from: the database itself refuses one that was made from an older.
    __mapper_args__ = {"version_id_col": revision, "version_id_generator": False}


class Submission(InContainer):
    """What one person sent (or, for a joint form, what was put in force), never changed; a correction is a new row."""

    __tablename__ = "submission"
    __table_args__ = (
        Index("ix_submission_assignment_id_submitted_at", "assignment_id", "submitted_at"),
        Index("ix_submission_container_id_submitted_at", "container_id", "submitted_at"),
    )

    assignment_id: Mapped[UUID] = mapped_column(ForeignKey("assignment.id", ondelete="RESTRICT"))
    occurrence: Mapped[str]
    answers_sealed: Mapped[bytes] = sealed_column()
    answers = Sealed.json("answers_sealed")
    scores_sealed: Mapped[bytes] = sealed_column()
    scores = Sealed.json("scores_sealed")
    # Keys of reveal fields the author keeps back; may grow until the release, never shrink by another's hand.
    kept_back_sealed: Mapped[bytes] = sealed_column()
    kept_back = Sealed.json("kept_back_sealed")
    form_key: Mapped[UUID] = mapped_column(unique=True)
    submitted_at: Mapped[datetime] = mapped_column(default=clock.now)
    submitted_by: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
    # Taken back by its author before anything of it was released: from then on as good as unanswered, but kept.
    withdrawn_at: Mapped[datetime | None]
    corrects_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("submission.id", ondelete="RESTRICT")
    )
    comment_sealed: Mapped[bytes | None] = sealed_column(optional=True)
    comment = Sealed.optional_text("comment_sealed")
    # Where the care team took it from when they entered it for its author (``{"kind": "paper", "on": "2026-03-02"}``).
    origin_sealed: Mapped[bytes | None] = sealed_column(optional=True)
    origin = Sealed.json("origin_sealed")


class OwnRating(InContainer):
    """What the author says of a submission once it is sent: how useful it was, how much went into it; in the author's container.

    ``content`` holds ``useful`` and ``effort``, each from 0 to 10 or None. It may be given again; the newest words count.
    """

    __tablename__ = "own_rating"
    __table_args__ = (UniqueConstraint("submission_id"),)

    submission_id: Mapped[UUID] = mapped_column(ForeignKey("submission.id", ondelete="RESTRICT"))
    content_sealed: Mapped[bytes] = sealed_column()
    content = Sealed.json("content_sealed")
    given_at: Mapped[datetime] = mapped_column(default=clock.now)


class SetAside(Recorded, InContainer):
    """A submission that may not be its author's own answer: out of scores, charts, reports and releases; in ``care``.

    Neither partner reads it. It is undone by a second act on the same row; setting aside again is a new row.
    """

    __tablename__ = "set_aside"
    __table_args__ = (
        CheckConstraint("(undone_at is null) = (undone_by is null)", name="undone"),
        Index("ix_set_aside_submission_id_undone_at", "submission_id", "undone_at"),
    )

    submission_id: Mapped[UUID] = mapped_column(ForeignKey("submission.id", ondelete="RESTRICT"))
    reason_sealed: Mapped[bytes] = sealed_column()
    reason = Sealed.text("reason_sealed")
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))


class Review(Recorded, InContainer):
    """The clinician's own side of a submission: read, quality, agenda, ratings; in ``care``."""

    __tablename__ = "review"
    __table_args__ = (UniqueConstraint("submission_id"),)

    submission_id: Mapped[UUID] = mapped_column(ForeignKey("submission.id", ondelete="RESTRICT"))
    content_sealed: Mapped[bytes] = sealed_column()
    content = Sealed.json("content_sealed")


class ClinicianRating(Recorded, InContainer):
    """A clinician_rating field, given before an exercise is opened; in ``care``."""

    __tablename__ = "clinician_rating"

    assignment_id: Mapped[UUID] = mapped_column(
        ForeignKey("assignment.id", ondelete="RESTRICT"), index=True
    )
    content_sealed: Mapped[bytes] = sealed_column()
    content = Sealed.json("content_sealed")


class Release(Recorded, InContainer):
    """What the clinician opened to both: a frozen copy in the couple's container."""

    __tablename__ = "release"

    set_id: Mapped[UUID] = mapped_column(index=True)
    version_id: Mapped[UUID] = mapped_column(ForeignKey("exercise_version.id", ondelete="RESTRICT"))
    content_sealed: Mapped[bytes] = sealed_column()
    content = Sealed.json("content_sealed")
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))


class JointSignature(InContainer):
    """One partner's signature under one wording of a joint form; in that partner's own container."""

    __tablename__ = "joint_signature"
    __table_args__ = (UniqueConstraint("container_id", "assignment_id", "wording"),)

    assignment_id: Mapped[UUID] = mapped_column(
        ForeignKey("assignment.id", ondelete="RESTRICT"), index=True
    )
    wording: Mapped[str]
    signed_name_sealed: Mapped[bytes] = sealed_column()
    signed_name = Sealed.text("signed_name_sealed")
    signed_at: Mapped[datetime] = mapped_column(default=clock.now)
