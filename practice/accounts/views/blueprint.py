"""The blueprint of the door, the session as the house keeps it, and opening it."""

from __future__ import annotations

from typing import Any

from flask import redirect, session, url_for
from flask_login import login_user

from practice.accounts import rules
from practice.accounts.models import User
from practice.accounts.sessions import ServerSession, SignedIn
from practice.audit import services as audit
from practice.lib import clock
from practice.web.routes import Routes

routes = Routes("accounts", __name__)


def current_session() -> ServerSession:
    """Return the session of this request as the house's own class."""
    found: ServerSession = session._get_current_object()  # type: ignore[attr-defined]
    return found


def enter(user: User) -> Any:
    """Open the session of someone who has passed every step at this door, with a new token."""
    target = rules.safe_next(session.get("next"), url_for("accounts.home"))
    session.clear()
    person = SignedIn(
        user.id, user.role, user.zone, user.totp_confirmed_at is not None, user.partner_id
    )
    login_user(person)
    session["proved_at"] = clock.now().timestamp()
    # Kept (sealed) with the session, so that the frame of every page needs no query for it.
    session["name"] = user.name
    current_session().renew(user.id)
    audit.record("signed in", by=user.id)
    return redirect(target, 303)
