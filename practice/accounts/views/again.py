"""Signing in again in place: a page whose session has ended keeps what was typed on it, and goes on once the same person is back."""

from __future__ import annotations

from typing import Any

from flask import g, jsonify, make_response, request
from flask_wtf.csrf import generate_csrf

from practice.access.permissions import Permission
from practice.accounts import services
from practice.accounts.forms import SignInAgainForm
from practice.accounts.identity import current_person, person_ref
from practice.accounts.models import User
from practice.accounts.views.blueprint import enter, routes
from practice.accounts.views.second_factor import WRONG_CODE, try_code
from practice.accounts.views.sign_in import WRONG, try_password

NEEDS_CODE = "Now enter the six digits your app shows."
ANOTHER = "This page belongs to somebody else, so you were not signed in here. What was typed stays on it."


@routes.get("/sign-in/again", needs=Permission.PUBLIC)
def token() -> Any:
    """A form token for the session there is now, and whose session that is, if anyone's."""
    person = current_person()
    ref = person_ref(person.user_id) if person else ""
    return jsonify(csrf_token=generate_csrf(), person=ref)


@routes.post("/sign-in/again", needs=Permission.PUBLIC)
def again() -> Any:
    """Sign the person in again whose page it is, with every step that person has; nobody else is let in by this door."""
    form = SignInAgainForm()
    if not form.validate():
        return _refused(str(next(error for field in form for error in field.errors)))
    user = try_password(form.name.data or "", form.password.data or "")
    if user is None:
        return _refused(WRONG)
    if services.needs_second_factor(user.role) and not _code_passes(user, form.code.data):
        return _refused(WRONG_CODE if form.code.data else NEEDS_CODE, needs="code")
    if person_ref(user.id) != request.form.get("person"):
        return _refused(ANOTHER)
    enter(user)
    # The form's own token was of the session before.
    g.pop("csrf_token", None)
    return jsonify(csrf_token=generate_csrf(), person=person_ref(user.id))


def _code_passes(user: User, code: str | None) -> bool:
    return bool(code) and user.totp_confirmed_at is not None and try_code(user, code or "")


def _refused(message: str, **more: str) -> Any:
    return make_response({"message": message, **more}, 422)
