"""Acts at the door and on accounts. One verb each; the actor is ``by``; nothing here commits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from uuid import UUID, uuid4

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import insert, select, update

from practice.access.actor import STAFF, Actor, Role
from practice.accounts import queries, rules, sessions
from practice.accounts.models import Installation, Invitation, Throttle, User
from practice.audit import services as audit
from practice.db import keys, transaction
from practice.extensions import db
from practice.lib import clock, crypto, tokens

_TOTP_STEP_SECONDS = 30


@lru_cache(maxsize=2)
def _hasher(cheap: bool) -> PasswordHasher:
    # Tests hash hundreds of passwords; they use the cheapest profile, the product argon2-cffi's default (RFC 9106, 64 MiB).
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1) if cheap else PasswordHasher()


def hash_password(password: str) -> str:
    """Return the argon2id hash of a password."""
    return _hasher(keys.settings().testing).hash(password.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=2)
def _dummy_hash(cheap: bool) -> str:
    return _hasher(cheap).hash("nobody has this password")


def check_password(user: User | None, password: str) -> bool:
    """Return whether the password is right; takes as long when there is no such account."""
    hasher = _hasher(keys.settings().testing)
    stored = user.password_hash if user else _dummy_hash(keys.settings().testing)
    try:
        hasher.verify(stored, password.encode("utf-8", "surrogatepass"))
    except (VerificationError, InvalidHashError):
        return False
    return user is not None and user.disabled_at is None


def rehash_if_needed(user: User, password: str) -> None:
    """Upgrade a hash made with older parameters, now that the password is at hand."""
    if _hasher(keys.settings().testing).check_needs_rehash(user.password_hash):
        user.password_hash = hash_password(password)


def set_up_installation(
    *, kind: str, practice_name: str, neutral_name: str, zone: str, phone: str = "", hours: str = ""
) -> Installation:
    """Say, once, what this database is for."""
    row = Installation(
        kind=kind,
        practice_name=practice_name,
        neutral_name=neutral_name,
        zone=zone,
        phone=phone,
        hours=hours,
        key_check=crypto.blind_index(keys.settings().keys.derived("key check"), "practice"),
    )
    db.session.add(row)
    return row


def create_user(
    *,
    by: Actor | UUID | None,
    role: Role,
    name: str,
    sign_in_name: str,
    password: str,
    zone: str,
    credentials: str | None = None,
    partner_id: UUID | None = None,
    is_fictional: bool = False,
) -> User:
    """Make an account with a data key of its own. ``by`` None: the first account, made at set-up."""
    user_id = uuid4()
    keys.create(user_id)
    user = User(
        id=user_id,
        role=role,
        sign_in_index=queries.sign_in_index(sign_in_name),
        sign_in_name=sign_in_name,
        name=name,
        credentials=credentials,
        password_hash=hash_password(password),
        zone=zone,
        partner_id=partner_id,
        is_fictional=is_fictional,
    )
    db.session.add(user)
    db.session.flush()
    audit.record("account made", by=by or user_id, subject=user_id, role=role.value)
    return user


def new_totp_secret() -> str:
    """Return a fresh 160-bit seed for a second factor."""
    return pyotp.random_base32(32)


def confirm_totp(user: User, *, secret: str, by: Actor | UUID) -> None:
    """Keep the second factor of an account."""
    user.totp, user.totp_confirmed_at, user.totp_last_step = secret, clock.now(), 0
    audit.record("second factor set", by=by, subject=user.id)


def totp_step(secret: str, code: str) -> int | None:
    """Return the time step a code belongs to (one step either side is allowed), or None."""
    code = "".join(c for c in code if c in "0123456789")
    now_step = int(clock.now().timestamp()) // _TOTP_STEP_SECONDS
    totp = pyotp.TOTP(secret)
    for step in (now_step, now_step - 1, now_step + 1):
        if pyotp.utils.strings_equal(totp.generate_otp(step), code):
            return step
    return None


def use_totp(user: User, code: str) -> bool:
    """Spend a code: right, and of a later step than any spent before (compare-and-set, so once only)."""
    step = totp_step(user.totp or "", code) if user.totp else None
    if step is None:
        return False
    spent = db.session.execute(
        update(User)
        .where(User.id == user.id, User.totp_last_step < step)
        .values(totp_last_step=step)
        .execution_options(synchronize_session=False)
    )
    return bool(spent.rowcount == 1)  # type: ignore[attr-defined]


# Throttling ---------------------------------------------------------------------------------------------------------------


def _throttle_key(kind: str, value: str) -> bytes:
    return crypto.blind_index(keys.settings().keys.derived("throttle"), f"{kind}|{value}")


def is_blocked(kind: str, value: str) -> bool:
    """Return whether tries under this name or network are refused for now."""
    until = db.session.scalar(
        select(Throttle.blocked_until).where(Throttle.key_digest == _throttle_key(kind, value))
    )
    return until is not None and until > clock.now()


def note_failure(kind: str, value: str) -> None:
    """Count a failed try, in a transaction of its own: a refused request commits nothing else."""
    transaction.apart(lambda: _count_failure(kind, value))


def _count_failure(kind: str, value: str) -> None:
    key, now = _throttle_key(kind, value), clock.now()
    with transaction.may_write(alone=True), db.engine.begin() as connection:
        row = connection.execute(
            select(Throttle.failures, Throttle.failed_at).where(Throttle.key_digest == key)
        ).one_or_none()
        counts = row is not None and now - row.failed_at <= rules.FORGET_AFTER
        failures = row.failures + 1 if row is not None and counts else 1
        values = {
            "failures": failures,
            "failed_at": now,
            "blocked_until": rules.blocked_until(failures, now),
        }
        if row is None:
            connection.execute(insert(Throttle).values(id=uuid4(), key_digest=key, **values))
        else:
            connection.execute(update(Throttle).where(Throttle.key_digest == key).values(**values))


def forget_failures(kind: str, value: str) -> None:
    """A right try clears the count."""
    row = db.session.scalar(
        select(Throttle).where(Throttle.key_digest == _throttle_key(kind, value))
    )
    if row is not None:
        db.session.delete(row)


# Invitations --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class NewInvitation:
    """An invitation just made: the link's token and the code are shown once and kept nowhere."""

    invitation: Invitation
    token: str
    code: str


def invite(
    *, by: Actor, role: Role, name: str, partner_id: UUID | None = None, couple: UUID | None = None
) -> NewInvitation:
    """Invite one person; an earlier open invitation of the same partner is revoked."""
    if partner_id is not None:
        revoke_invitations(by=by, partner_id=partner_id, couple=couple)
    token, code, row_id = tokens.new_token(), tokens.new_code(), uuid4()
    keys.create(row_id)
    row = Invitation(
        id=row_id,
        token_digest=tokens.digest(token),
        code_digest=tokens.digest(code),
        role=role,
        partner_id=partner_id,
        name=name,
        made_by=by.user_id,
        expires_at=clock.now() + rules.INVITATION_LIFE,
    )
    db.session.add(row)
    audit.record("invitation made", by=by, couple=couple, subject=row.id, role=role.value)
    return NewInvitation(row, token, code)


def revoke_invitations(*, by: Actor, partner_id: UUID, couple: UUID | None = None) -> None:
    """Revoke what is still open for a partner."""
    for row in db.session.scalars(
        select(Invitation)
        .where(Invitation.partner_id == partner_id)
        .where(Invitation.used_at.is_(None), Invitation.revoked_at.is_(None))
    ):
        row.revoked_at = clock.now()
        audit.record("invitation revoked", by=by, couple=couple, subject=row.id)


def note_wrong_code(invitation_id: UUID) -> None:
    """Count a wrong code in a transaction of its own; the fifth kills the invitation."""
    transaction.apart(lambda: _count_wrong_code(invitation_id))


def _count_wrong_code(invitation_id: UUID) -> None:
    with transaction.may_write(), db.engine.begin() as connection:
        connection.execute(
            update(Invitation)
            .where(Invitation.id == invitation_id)
            .values(failed_codes=Invitation.failed_codes + 1)
        )
        connection.execute(
            update(Invitation)
            .where(Invitation.id == invitation_id, Invitation.failed_codes >= rules.MAX_CODE_TRIES)
            .values(revoked_at=clock.now())
        )


def accept(invitation: Invitation, *, sign_in_name: str, password: str, zone: str) -> User:
    """Make the account an invitation is for; the invitation is used up in the same transaction."""
    used = db.session.execute(
        update(Invitation)
        .where(Invitation.id == invitation.id, Invitation.used_at.is_(None))
        .values(used_at=clock.now())
        .execution_options(synchronize_session=False)
    )
    if used.rowcount != 1:  # type: ignore[attr-defined]
        raise rules.PasswordRefused("This invitation was used a moment ago.")
    user = create_user(
        by=invitation.made_by,
        role=invitation.role,
        name=invitation.name,
        sign_in_name=sign_in_name,
        password=password,
        zone=zone,
        partner_id=invitation.partner_id,
    )
    audit.record("invitation accepted", by=user.id, subject=invitation.id)
    return user


def disable(user_id: UUID, *, by: Actor) -> None:
    """Disable an account and end its sessions at once."""
    user = queries.user(user_id)
    user.disabled_at, user.disabled_by = clock.now(), by.user_id
    sessions.end_all_of(user_id)
    audit.record("account disabled", by=by, subject=user_id)


def is_name_taken(sign_in_name: str) -> bool:
    """Return whether a sign-in name is in use (I5: two people never share one)."""
    return queries.by_sign_in_name(sign_in_name) is not None


def needs_second_factor(role: Role) -> bool:
    """Return whether this role cannot go on without a second factor (A6: all staff)."""
    return role in STAFF


PROVED_FOR = timedelta(minutes=5)
