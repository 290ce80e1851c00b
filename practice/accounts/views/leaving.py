"""Keeping a session open, and ending it."""

from __future__ import annotations

from typing import Any

from flask import make_response, redirect, render_template, url_for
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
    _end()
    return _cleared(redirect(url_for("accounts.sign_in"), 303))


@routes.post("/leave", needs=Permission.PUBLIC)
def leave() -> Any:
    """Leave at once: the session ends and the browser goes to an everyday page."""
    _end()
    # Not a redirect: form-action 'self' would stop a form that leads away (without scripts the form itself is sent).
    response = make_response(render_template("accounts/left.html", target=keys.settings().exit_url))
    response.headers["Refresh"] = f"0; url={keys.settings().exit_url}"
    return _cleared(response)


def _end() -> None:
    person = current_person()
    if person is not None:
        audit.record("signed out", by=person.user_id)
    logout_user()
    current_session().end()


def _cleared(response: Any) -> Any:
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
