"""Each of the two people: inviting them, and how they may be reached."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for

from practice.access.permissions import Permission
from practice.accounts import services as accounts
from practice.caseload import queries, services
from practice.caseload.forms import SafeContactForm
from practice.caseload.views.blueprint import OneOfTwo, one_of_two, routes
from practice.db import keys

PERSON = "/couples/<uuid:couple_id>/record/<side>"


def _back(one: OneOfTwo) -> Any:
    return redirect(url_for("caseload.record", couple_id=one.case.id), 303)


@routes.post(PERSON + "/invitation", needs=Permission.CASE_INVITE, subject=one_of_two)
def invite(one: OneOfTwo) -> Any:
    """Invite one person. Link and code stand on this one page and are kept nowhere, so it is the answer itself."""
    if one.side in queries.joined_sides(one.case):
        flash(f"{one.partner.first_name} already has an account.", "attention")
        return _back(one)
    made = services.invite_partner(one.case, one.side, by=one.case.actor)
    link = keys.settings().base_url + url_for("accounts.invitation", token=made.token)
    return render_template(
        "caseload/invitation_made.html", case=one.case, partner=one.partner, made=made, link=link
    )


@routes.post(PERSON + "/invitation/revoke", needs=Permission.CASE_INVITE, subject=one_of_two)
def revoke_invitation(one: OneOfTwo) -> Any:
    """Revoke an invitation that is still open."""
    accounts.revoke_invitations(by=one.case.actor, partner_id=one.partner.id, couple=one.case.id)
    flash("The invitation no longer works.", "good")
    return _back(one)


@routes.form(PERSON + "/contact", needs=Permission.CASE_INVITE, subject=one_of_two)
def safe_contact(one: OneOfTwo) -> Any:
    """How one person may be reached; the newest note counts, earlier ones stay in the record."""
    known = queries.safe_contact(one.case, one.side)
    form = SafeContactForm(data=known.ways if known else {"ways": ["portal"]})
    if form.validate_on_submit():
        services.note_safe_contact(one.case, one.side, form.as_ways(), by=one.case.actor)
        flash(f"The contact choices of {one.partner.first_name} are noted.", "good")
        return _back(one)
    status = 422 if form.is_submitted() else 200
    return render_template(
        "caseload/safe_contact.html", case=one.case, partner=one.partner, form=form, known=known
    ), status
