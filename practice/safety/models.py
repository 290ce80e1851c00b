"""The restricted safety record."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from practice.db.base import InContainer
from practice.db.sealed import Sealed, sealed_column
from practice.lib import clock


class SafetyCheck(InContainer):
    """One Private Safety Check as its author sent it, with the tier computed then; in ``safety_a`` or ``safety_b``."""

    __tablename__ = "safety_check"

    answers_sealed: Mapped[bytes] = sealed_column()
    answers = Sealed.json("answers_sealed")
    sent_at: Mapped[datetime] = mapped_column(default=clock.now)
    form_key: Mapped[UUID] = mapped_column(unique=True)


class SafetyDraft(InContainer):
    """What was saved with the button and not sent yet; a new save replaces it."""

    __tablename__ = "safety_draft"

    answers_sealed: Mapped[bytes] = sealed_column()
    answers = Sealed.json("answers_sealed")
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)
