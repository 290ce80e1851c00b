"""Server-side sessions: a random cookie, a row with its digest, sealed contents, idle and absolute limits.

Idle limits: 15 minutes for staff, 30 for partners; absolute limit 12 hours (SECURITY S3; NIST SP 800-63B-4 allows at most
1 hour and 24 hours). The session row is read and written on connections of its own, so that a GET changes nothing else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy import delete, insert, select, update
from werkzeug.datastructures import CallbackDict

from practice.access.actor import STAFF, Actor, Role
from practice.accounts.models import User, UserSession
from practice.db import keys, transaction
from practice.extensions import db
from practice.lib import clock, crypto, tokens

IDLE_STAFF = timedelta(minutes=15)
IDLE_PARTNER = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
# Anonymous sessions exist for the sign-in form's token only.
ANONYMOUS = timedelta(hours=1)
TOUCH_EVERY = timedelta(minutes=1)
_KEY_ID = UUID(int=1)


@dataclass(frozen=True)
class SignedIn:
    """The signed-in person as Flask-Login knows them."""

    user_id: UUID
    role: Role
    zone: str
    has_second_factor: bool
    partner_id: UUID | None = None
    is_fictional: bool = False

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        """Return the account's id for Flask-Login."""
        return str(self.user_id)

    @property
    def actor(self) -> Actor:
        """The actor this person is."""
        return Actor(self.user_id, self.role, self.zone, self.partner_id, self.is_fictional)


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """A session's contents; ``renew`` gives it a new token, ``end`` deletes it everywhere."""

    def __init__(self, data: dict[str, Any] | None = None) -> None:
        def changed(_: Any) -> None:
            self.modified = True

        super().__init__(data or {}, changed)
        self.modified = False
        self.row_id: UUID | None = None
        self.person: SignedIn | None = None
        self.user_id: UUID | None = None
        self.seen_at: datetime | None = None
        self.wants_new_token = False
        self.ended = False

    def renew(self, user_id: UUID | None) -> None:
        """Give the session a new token (sign-in, second factor): the old one is dead."""
        self.user_id, self.wants_new_token, self.modified = user_id, True, True

    def end(self) -> None:
        """End the session."""
        self.clear()
        self.ended = True


class Sessions(SessionInterface):
    """Flask's session interface over the table ``user_session``."""

    def __init__(self, *, secure: bool) -> None:
        # Without https (loopback only) a browser refuses the __Host- prefix, which demands Secure.
        self._secure = secure
        self._cookie = "__Host-session" if secure else "session"

    def get_cookie_name(self, app: Flask) -> str:
        """Return the name of the cookie."""
        return self._cookie

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        """Find the session of the request's cookie, or start an empty one."""
        token = request.cookies.get(self._cookie)
        found = _find(token) if token and len(token) < 100 else None
        return found or ServerSession()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Write what changed; set the cookie only when there is a new token."""
        if not isinstance(session, ServerSession):
            raise TypeError("a session of another kind")
        now = clock.now()
        if session.ended:
            _delete(session.row_id)
            response.delete_cookie(
                self._cookie, path="/", secure=self._secure, httponly=True, samesite="Lax"
            )
        elif session.wants_new_token or (session.row_id is None and session.modified and session):
            token = tokens.new_token()
            _replace(session, token, now)
            response.set_cookie(
                self._cookie, token, path="/", secure=self._secure, httponly=True, samesite="Lax"
            )
        elif session.row_id is not None and session.modified:
            _update(session.row_id, data=_seal(session), seen_at=now)
        elif session.row_id is not None and session.seen_at and now - session.seen_at > TOUCH_EVERY:
            _update(session.row_id, seen_at=now)


def _find(token: str) -> ServerSession | None:
    row = UserSession
    query = (
        select(row.id, row.user_id, row.data, row.made_at, row.seen_at)
        .add_columns(
            User.role,
            User.zone,
            User.totp_confirmed_at,
            User.disabled_at,
            User.partner_id,
            User.is_fictional,
        )
        .outerjoin(User, User.id == row.user_id)
        .where(row.token_digest == tokens.digest(token))
    )
    with db.engine.connect() as connection:
        found = connection.execute(query).one_or_none()
    if found is None or _is_over(found) or found.disabled_at is not None:
        return None
    try:
        session = ServerSession(_unseal(found.id, found.data))
    except crypto.SealBroken:
        # Someone changed the row, or the keys are others: nobody is signed in by it.
        return None
    session.row_id, session.user_id, session.seen_at = found.id, found.user_id, found.seen_at
    if found.user_id is not None:
        session.person = SignedIn(
            found.user_id,
            found.role,
            found.zone,
            found.totp_confirmed_at is not None,
            found.partner_id,
            found.is_fictional,
        )
    return session


def idle_limit(role: Role | None) -> timedelta:
    """Return how long a session of this role may stay quiet."""
    if role is None:
        return ANONYMOUS
    return IDLE_STAFF if role in STAFF else IDLE_PARTNER


def _is_over(found: Any) -> bool:
    now = clock.now()
    return bool(now - found.made_at > ABSOLUTE or now - found.seen_at > idle_limit(found.role))


def _cipher() -> AESGCM:
    return AESGCM(keys.settings().keys.derived("session contents"))


def _seal(session: ServerSession, row_id: UUID | None = None) -> bytes:
    plain = json.dumps(dict(session)).encode()
    bound = b"user_session|data|" + (row_id or session.row_id or UUID(int=0)).bytes
    return crypto.seal(_cipher(), _KEY_ID, plain, bound_to=bound)


def _unseal(row_id: UUID, data: bytes) -> dict[str, Any]:
    plain = crypto.unseal(_cipher(), data, bound_to=b"user_session|data|" + row_id.bytes)
    contents: dict[str, Any] = json.loads(plain)
    return contents


def _replace(session: ServerSession, token: str, now: datetime) -> None:
    new_id = uuid4()
    with transaction.may_write(), db.engine.begin() as connection:
        if session.row_id is not None:
            connection.execute(delete(UserSession).where(UserSession.id == session.row_id))
        # Sweeping here keeps the table small without a job.
        connection.execute(delete(UserSession).where(UserSession.seen_at < now - ABSOLUTE))
        connection.execute(
            insert(UserSession).values(
                id=new_id,
                token_digest=tokens.digest(token),
                user_id=session.user_id,
                data=_seal(session, new_id),
                made_at=now,
                seen_at=now,
            )
        )


def _update(row_id: UUID, **values: Any) -> None:
    with transaction.may_write(), db.engine.begin() as connection:
        connection.execute(update(UserSession).where(UserSession.id == row_id).values(**values))


def _delete(row_id: UUID | None) -> None:
    if row_id is None:
        return
    with transaction.may_write(), db.engine.begin() as connection:
        connection.execute(delete(UserSession).where(UserSession.id == row_id))


def end_all_of(user_id: UUID, *, but: UUID | None = None) -> None:
    """End every session of an account (password changed, account disabled), in the current unit."""
    query = delete(UserSession).where(UserSession.user_id == user_id)
    db.session.execute(query if but is None else query.where(UserSession.id != but))
