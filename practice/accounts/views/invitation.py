"""Accepting an invitation: looking at it uses nothing up."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for

from practice.access.permissions import Permission
from practice.accounts import queries, rules, services
from practice.accounts.forms import AcceptForm
from practice.accounts.identity import current_person
from practice.accounts.models import Invitation
from practice.accounts.views.blueprint import routes

READY = "Your account is ready. Next: sign in with the name and password you chose."
SIGNED_IN = "Someone is signed in here. Sign out first, then open the link again."
WRONG_CODE = "This code does not match. After five tries the link stops working."
READY_STAFF = f"{READY} You will then set up a second step with an app on your phone."


@routes.form("/invitation/<token>", needs=Permission.PUBLIC)
def invitation(token: str) -> Any:
    """An invitation: a GET changes nothing, so a mail scanner cannot use it up."""
    found = queries.usable_invitation(token)
    is_staff = services.needs_second_factor(found.role)
    form = AcceptForm()
    if form.validate_on_submit() and _accept(found, form):
        flash(READY_STAFF if is_staff else READY, "good")
        return redirect(url_for("accounts.sign_in"), 303)
    status = 422 if form.is_submitted() else 200
    least = rules.MIN_WITH_SECOND_FACTOR if is_staff else rules.MIN_ALONE
    page = "accounts/invitation.html"
    return render_template(page, form=form, name=found.name, least=least), status


def _accept(found: Invitation, form: AcceptForm) -> bool:
    """Make the account and return True, or put the reason why not at its field."""
    if current_person() is not None:
        form.refuse(form.code, SIGNED_IN)
    elif not rules.is_code_right(form.code.data or "", found.code_digest):
        services.note_wrong_code(found.id)
        form.refuse(form.code, WRONG_CODE)
    elif services.is_name_taken(form.name.data or ""):
        form.refuse(form.name, "Choose another sign-in name.")
    else:
        return _join(found, form)
    return False


def _join(found: Invitation, form: AcceptForm) -> bool:
    name, password = form.name.data or "", form.password.data or ""
    is_staff = services.needs_second_factor(found.role)
    try:
        rules.check_password(password, second_factor=is_staff, own_words=(name, found.name))
        zone = queries.installation().zone
        services.accept(found, sign_in_name=name, password=password, zone=zone)
    except rules.PasswordRefused as refused:
        form.refuse(form.password, str(refused))
        return False
    return True
