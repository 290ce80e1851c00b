"""One's own choices: how one may be reached, and which courses may be shown to both."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for

from practice.access.permissions import Permission
from practice.caseload import queries as cases
from practice.caseload import services as caseload
from practice.caseload.forms import SafeContactForm
from practice.caseload.queries import Case
from practice.outcomes import queries as outcomes
from practice.outcomes import services as sharing_services
from practice.portal.forms import sharing_form
from practice.portal.views.blueprint import routes

KEPT = "Your choices are kept."


@routes.form("/record/contact", needs=Permission.OWN_RECORD, subject=cases.own_case, fresh=True)
def contact(case: Case) -> Any:
    """How the practice may reach this person; nobody but the care team reads it."""
    kept = cases.safe_contact(case, case.side)
    form = SafeContactForm(data=kept.ways if kept else None)
    if form.validate_on_submit():
        caseload.note_safe_contact(case, case.side, form.as_ways(), by=case.actor)
        flash(KEPT, "good")
        return redirect(url_for("portal.record"), 303)
    return render_template("portal/contact.html", form=form), 422 if form.is_submitted() else 200


@routes.form("/record/sharing", needs=Permission.OWN_RECORD, subject=cases.own_case, fresh=True)
def sharing(case: Case) -> Any:
    """Which courses this person agrees to show to both; nothing is shown before the clinician opens it."""
    choices = outcomes.own_sharing(case)
    agreed = {one.measure_id for one in choices if one.agreed}
    form = sharing_form([(one.measure_id, one.name) for one in choices], agreed)
    if form.validate_on_submit():
        wanted = set(form.agreed.data or [])
        for measure_id in sorted(wanted ^ agreed):
            sharing_services.choose_sharing(case, measure_id, measure_id in wanted, by=case.actor)
        flash(KEPT, "good")
        return redirect(url_for("portal.record"), 303)
    return render_template("portal/sharing.html", form=form), 422 if form.is_submitted() else 200
