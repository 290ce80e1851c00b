"""Opening a case for two people."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.caseload import rules, services
from practice.caseload.forms import OpenCaseForm
from practice.caseload.views.blueprint import routes


@routes.form("/caseload/new", needs=Permission.CASE_OPEN)
def open_case(actor: Actor) -> Any:
    """Two names, and the agreement that will be proposed to both."""
    form = OpenCaseForm(policy=rules.POLICY_IDS[0])
    if form.validate_on_submit():
        couple = services.open_case(
            by=actor,
            a=(form.name_a.data or "", form.pronouns_a.data or ""),
            b=(form.name_b.data or "", form.pronouns_b.data or ""),
            policy_id=form.policy.data,
        )
        flash("The case is open. Now invite each partner, one at a time.", "good")
        return redirect(url_for("caseload.record", couple_id=couple.id), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("caseload/open_case.html", form=form, notes=policy_notes()), status


def policy_notes() -> dict[str, str]:
    """Return the one line of each agreement, for the choice between them."""
    return {i: rules.policy_line(i) for i in rules.POLICY_IDS}
