"""The practice's people, for its administrator: inviting and disabling. No clinical content."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for

from practice.access.actor import Actor, Role
from practice.access.permissions import Permission
from practice.accounts import queries, services
from practice.accounts.forms import StaffInvitationForm
from practice.accounts.views.blueprint import routes
from practice.db import keys
from practice.extensions import db


@routes.form("/people", needs=Permission.PEOPLE_MANAGE)
def people(actor: Actor) -> Any:
    """The practice's people, and inviting a colleague. No clinical content."""
    form, made = StaffInvitationForm(), None
    if form.validate_on_submit():
        made = services.invite(by=actor, role=Role(form.role.data), name=form.name.data or "")
        db.session.flush()
        form = StaffInvitationForm(formdata=None)
    return render_template(
        "accounts/people.html",
        form=form,
        made=made,
        link=_invitation_link(made.token) if made else None,
        own_id=actor.user_id,
        staff=queries.staff(actor),
        waiting=queries.open_staff_invitations(actor),
    ), (422 if form.errors else 200)


def _invitation_link(token: str) -> str:
    """Built on the address in the settings: what a browser says about the host is not to be trusted with a token."""
    return keys.settings().base_url + url_for("accounts.invitation", token=token)


@routes.post("/people/<uuid:user_id>/disable", needs=Permission.PEOPLE_MANAGE, fresh=True)
def disable(actor: Actor, user_id: UUID) -> Any:
    """Disable an account; all its sessions end at once. Nobody shuts themselves out."""
    if user_id == actor.user_id:
        flash("You cannot disable your own account. Ask another administrator.", "attention")
    else:
        services.disable(user_id, by=actor)
        flash("The account is disabled, and its sessions have ended.", "good")
    return redirect(url_for("accounts.people"), 303)
