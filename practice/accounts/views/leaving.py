"""Keeping a session open, and ending it."""

from __future__ import annotations

from typing import Any

from flask import redirect, url_for
from flask_login import logout_user

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.accounts.identity import current_person
from practice.accounts.views.blueprint import current_session, routes
from practice.audit import services as audit
from practice.db import keys


@routes.post("/session/extend", needs=Permission.SIGNED_IN)
def extend(actor: Actor) -> Any:
    """Keep a quiet session open; the absolute limit stays."""
    current_session().modified = True
    return "", 204


@routes.post("/sign-out", needs=Permission.PUBLIC)
def sign_out() -> Any:
    """End the session."""
    return _leave(url_for("accounts.sign_in"))


@routes.post("/leave", needs=Permission.PUBLIC)
def leave() -> Any:
    """Leave at once: the session ends and the browser goes to an everyday page."""
    return _leave(keys.settings().exit_url)


def _leave(target: str) -> Any:
    person = current_person()
    if person is not None:
        audit.record("signed out", by=person.user_id)
    logout_user()
    current_session().end()
    response = redirect(target, 303)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
