"""The record of a couple: who they are, what is agreed, and what they have signed."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for

from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.caseload import queries, rules, services
from practice.caseload.forms import PolicyForm, TickForm
from practice.caseload.presenters.record import record_view
from practice.caseload.queries import Case
from practice.caseload.views.blueprint import routes
from practice.caseload.views.opening import policy_notes

RECORD = "/couples/<uuid:couple_id>/record"


@routes.get(RECORD, needs=Permission.CASE_READ, subject=queries.case)
def record(case: Case) -> Any:
    """Who they are, what is agreed, what each has signed, and who works with them."""
    view = record_view(
        case,
        choice=queries.policy_choice(case),
        in_force=queries.policy_in_force(case),
        signatures={side: queries.signatures(case, side) for side in "ab"},
        joined=queries.joined_sides(case),
        invitations=accounts.open_invitations([case.a.id, case.b.id]),
        contacts={side: queries.safe_contact(case, side) for side in "ab"},
        questions=queries.first_questions(case),
        team=queries.care_team(case),
    )
    return render_template("caseload/record.html", case=case, view=view)


@routes.form(RECORD + "/agreement", needs=Permission.CASE_POLICY, subject=queries.case)
def agreement(case: Case) -> Any:
    """Propose another agreement; it comes into force only after both have signed it."""
    choice = queries.policy_choice(case)
    form = PolicyForm(policy=choice.policy_id if choice else None)
    if form.validate_on_submit():
        services.propose_policy(case, form.policy.data, by=case.actor)
        flash("The agreement is proposed. Each partner can now read and sign it alone.", "good")
        return redirect(url_for("caseload.record", couple_id=case.id), 303)
    status = 422 if form.is_submitted() else 200
    page = "caseload/agreement.html"
    return render_template(page, case=case, form=form, notes=policy_notes()), status


@routes.post(RECORD + "/agreement/in-force", needs=Permission.CASE_POLICY, subject=queries.case)
def put_in_force(case: Case) -> Any:
    """Put the proposed agreement in force, by the clinician's act alone."""
    try:
        services.put_policy_in_force(case, by=case.actor)
        flash("The agreement is in force from now on.", "good")
    except rules.NotOpen as refused:
        flash(str(refused), "attention")
    return redirect(url_for("caseload.record", couple_id=case.id), 303)


@routes.post(
    "/couples/<uuid:couple_id>/attention", needs=Permission.RESPONSE_REVIEW, subject=queries.case
)
def tick_off(case: Case) -> Any:
    """Mark what shows now of one kind as seen to; what only shows later stays."""
    form = TickForm()
    if form.validate():
        for item in queries.attention(case):
            if item.reason["kind"] == form.kind.data:
                services.settle_attention(
                    case, by=case.actor, kind=form.kind.data, source=item.source
                )
        flash("Marked as seen to.", "good")
    return redirect(url_for("desk.couple", couple_id=case.id), 303)
