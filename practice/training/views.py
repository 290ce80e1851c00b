"""Pages of the practice couple: making it, its sign-ins shown once, taking it away."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.training import queries, services
from practice.web.forms import BaseForm
from practice.web.routes import Routes

routes = Routes("training", __name__)


@routes.form("/caseload/practice-couple", needs=Permission.CASE_OPEN)
def make(actor: Actor) -> Any:
    """Make a practice couple. The sign-ins stand on this one page and are kept nowhere, so it is the answer itself."""
    there = queries.own_practice_couple(actor)
    form = BaseForm()
    if form.validate_on_submit():
        if there is not None:
            flash("You have a practice couple already: this one.")
            return redirect(url_for("desk.couple", couple_id=there), 303)
        case, sign_ins = services.make_practice_couple(by=actor)
        return render_template("training/made.html", case=case, sign_ins=sign_ins)
    return render_template("training/make.html", form=form, there=there)


# Only the treating clinician holds this permission, and made the couple.
@routes.form(
    "/couples/<uuid:couple_id>/practice-couple",
    needs=Permission.CASE_POLICY,
    subject=caseload.case,
)
def remove(case: Case) -> Any:
    """Ask once more, and take the practice couple away; real people are never taken away."""
    if not case.couple.is_fictional:
        return redirect(url_for("caseload.record", couple_id=case.id), 303)
    form = BaseForm()
    if form.validate_on_submit():
        services.remove_practice_couple(case, by=case.actor)
        flash("The practice couple is gone from your caseload. You can make another.", "good")
        return redirect(url_for("desk.caseload"), 303)
    return render_template("training/remove.html", form=form, case=case)
