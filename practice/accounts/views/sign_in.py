"""The first step at the door: a name and a password, with one answer whatever was wrong."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, session, url_for

from practice.access.permissions import Permission
from practice.accounts import queries, rules, services
from practice.accounts.forms import SignInForm
from practice.accounts.models import User
from practice.accounts.views.blueprint import current_session, enter, routes
from practice.lib.text import fold_sign_in_name

WRONG = "The name or the password does not match. Please try again, or ask the practice for help."


@routes.form("/sign-in", needs=Permission.PUBLIC)
def sign_in() -> Any:
    """The door. The same answer for a wrong name, a wrong password, a disabled account and too many tries."""
    form = SignInForm()
    if not form.is_submitted():
        if request.args.get("next"):
            session["next"] = rules.safe_next(request.args["next"], "/")
        return render_template("accounts/sign_in.html", form=form)
    if form.validate():
        user = try_password(form.name.data or "", form.password.data or "")
        if user is not None:
            return _after_password(user)
        form.refuse(form.password, WRONG)
    return render_template("accounts/sign_in.html", form=form), 422


def try_password(name: str, password: str) -> User | None:
    """Return whose name and password these are, or None; every failure counts, and too many close the door for a while."""
    user = queries.by_sign_in_name(name)
    folded = fold_sign_in_name(name)
    blocked = services.is_blocked("name", folded) or (
        user is None and services.is_blocked("network", request.remote_addr or "")
    )
    right = services.check_password(user, password)
    if user is not None and right and not blocked:
        services.forget_failures("name", folded)
        services.rehash_if_needed(user, password)
        return user
    if not blocked:
        services.note_failure("name", folded)
        if user is None:
            services.note_failure("network", request.remote_addr or "")
    return None


def _after_password(user: User) -> Any:
    if not services.needs_second_factor(user.role):
        return enter(user)
    session["pending"] = str(user.id)
    current_session().renew(None)
    if user.totp_confirmed_at is None:
        return redirect(url_for("accounts.enrol"), 303)
    return redirect(url_for("accounts.second_factor"), 303)
