"""The second step for staff: a code that works once, and setting it up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pyotp
import segno
from flask import redirect, render_template, session, url_for

from practice.access.permissions import Permission
from practice.accounts import services
from practice.accounts.forms import CodeForm
from practice.accounts.models import User
from practice.accounts.views.blueprint import enter, routes
from practice.extensions import db

WRONG_CODE = "This code does not match, or it was used before. Wait for the next one and try again."


def _pending() -> User | None:
    """Return who gave the right password in this session and still may come in."""
    found = session.get("pending")
    user = db.session.get(User, UUID(found)) if found else None
    return user if user is not None and user.disabled_at is None else None


@routes.form("/sign-in/code", needs=Permission.PUBLIC)
def second_factor() -> Any:
    """The second step for staff: a code that works once."""
    user, form = _pending(), CodeForm()
    if user is None:
        return redirect(url_for("accounts.sign_in"), 303)
    if form.validate_on_submit():
        if try_code(user, form.code.data or ""):
            return enter(user)
        form.refuse(form.code, WRONG_CODE)
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/second_factor.html", form=form), status


def try_code(user: User, code: str) -> bool:
    """Use up a code of ``user``; every failure counts, and too many close the step for a while."""
    key = f"code|{user.id}"
    if not services.is_blocked("code", key) and services.use_totp(user, code):
        services.forget_failures("code", key)
        return True
    services.note_failure("code", key)
    return False


@routes.form("/sign-in/set-up", needs=Permission.PUBLIC)
def enrol() -> Any:
    """The only page that staff without a second factor reach: setting one up."""
    user, form = _pending(), CodeForm()
    if user is None or user.totp_confirmed_at is not None:
        return redirect(url_for("accounts.sign_in"), 303)
    secret = session.setdefault("enrolling", services.new_totp_secret())
    if form.validate_on_submit():
        step = services.totp_step(secret, form.code.data or "")
        if step is not None:
            services.confirm_totp(user, secret=secret, by=user.id)
            user.totp_last_step = step
            return enter(user)
        form.refuse(form.code, WRONG_CODE)
    address = pyotp.TOTP(secret).provisioning_uri(name=user.sign_in_name, issuer_name="Practice")
    picture = segno.make(address, error="m").svg_data_uri(scale=4, border=2)
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/enrol.html", form=form, secret=secret, picture=picture), status
