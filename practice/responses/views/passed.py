"""What got in the way of a round that passed: asked once, answered in a moment or not at all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.assignments import rules as assignment_rules
from practice.assignments import services as assignments
from practice.assignments.forms import PassedForm
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.responses import queries
from practice.responses.queries import Passed
from practice.responses.views.blueprint import routes


def own_passed(actor: Actor, assignment_id: UUID) -> Passed:
    """Load the round named in ``?on=`` of the acting partner's own homework."""
    return queries.own_passed(actor, assignment_id, request.args.get("on", ""))


@routes.form(
    "/homework/<uuid:assignment_id>/passed", needs=Permission.OWN_HOMEWORK, subject=own_passed
)
def passed(found: Passed) -> Any:
    """One choice, a few words if wanted, or neither."""
    if found.was_asked:
        return redirect(url_for("portal.today"), 303)
    form = PassedForm()
    if form.validate_on_submit():
        assignments.say_what_got_in_the_way(
            found.given,
            found.round,
            reason=form.reason.data,
            words=form.words.data or "",
            by=found.standing.actor,
        )
        if form.reason.data != assignment_rules.DECLINED:
            flash("Thank you. Your care team can read this.", "good")
        return redirect(url_for("portal.today"), 303)
    page = render_template(
        "responses/passed.html",
        exercise=found.given.definition,
        round=found.round,
        form=form,
        who_sees=caseload_rules.who_sees_line(
            "own", caseload.policy_in_force(found.given.case), "alone"
        ),
    )
    return page, 422 if form.is_submitted() else 200
