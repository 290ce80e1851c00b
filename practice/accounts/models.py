"""Accounts, server-side sessions, invitations, throttle counters and the installation itself."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Enum, ForeignKey, LargeBinary, false
from sqlalchemy.orm import Mapped, mapped_column

from practice.access.actor import Role
from practice.db.base import Base
from practice.db.sealed import Sealed, sealed_column
from practice.lib import clock


class Installation(Base):
    """One row: what this database is for. A demo can never be switched on over a real practice."""

    __tablename__ = "installation"
    __table_args__ = (CheckConstraint("kind in ('practice', 'demo')", name="kind"),)

    kind: Mapped[str]
    practice_name: Mapped[str]
    neutral_name: Mapped[str]
    zone: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    hours: Mapped[str] = mapped_column(default="")
    # A digest under the secret key: another key file is noticed at start and never written over.
    key_check: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)


class User(Base):
    """An account: one person, one sign-in name, one role."""

    __tablename__ = "user"
    __table_args__ = (
        CheckConstraint("(disabled_at is null) = (disabled_by is null)", name="disabled"),
    )

    role: Mapped[Role] = mapped_column(Enum(Role, native_enum=False, length=32))
    sign_in_index: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    sign_in_name_sealed: Mapped[bytes] = sealed_column()
    sign_in_name = Sealed.text("sign_in_name_sealed")
    name_sealed: Mapped[bytes] = sealed_column()
    name = Sealed.text("name_sealed")
    credentials_sealed: Mapped[bytes | None] = sealed_column(optional=True)
    credentials = Sealed.optional_text("credentials_sealed")
    password_hash: Mapped[str]
    totp_sealed: Mapped[bytes | None] = sealed_column(optional=True)
    totp = Sealed.optional_text("totp_sealed")
    totp_confirmed_at: Mapped[datetime | None]
    totp_last_step: Mapped[int] = mapped_column(default=0)
    zone: Mapped[str]
    # Set for a partner's account only: which of the two people of a case this is.
    partner_id: Mapped[UUID | None] = mapped_column(unique=True)
    # The account of somebody who is not real, to practise with.
    is_fictional: Mapped[bool] = mapped_column(default=False, server_default=false())
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    disabled_at: Mapped[datetime | None]
    disabled_by: Mapped[UUID | None]


class UserSession(Base):
    """A browser's session; the cookie holds a random token, this row only its digest."""

    __tablename__ = "user_session"

    token_digest: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    user_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), index=True
    )
    data: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class Invitation(Base):
    """An invitation to make an account: a one-time link, and a short code told to that person alone."""

    __tablename__ = "invitation"

    token_digest: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    code_digest: Mapped[bytes] = mapped_column(LargeBinary)
    role: Mapped[Role] = mapped_column(Enum(Role, native_enum=False, length=32))
    partner_id: Mapped[UUID | None] = mapped_column(index=True)
    name_sealed: Mapped[bytes] = sealed_column()
    name = Sealed.text("name_sealed")
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    made_by: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="RESTRICT"))
    expires_at: Mapped[datetime]
    failed_codes: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class Throttle(Base):
    """Failures at the door, counted per sign-in name (known or not) and per network for unknown names."""

    __tablename__ = "throttle"

    key_digest: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    failures: Mapped[int]
    failed_at: Mapped[datetime]
    blocked_until: Mapped[datetime | None]
