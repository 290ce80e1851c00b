"""A form of both, read as a whole and signed from one's own account. No page says who has signed."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for

from practice.access.permissions import Permission
from practice.assignments import queries as assignments
from practice.assignments.queries import Given
from practice.caseload import rules as caseload_rules
from practice.responses import queries, rules, services
from practice.responses.forms import SignForm
from practice.responses.presenters import writing
from practice.responses.views.blueprint import OpenRound, own_joint_round, routes, while_open
from practice.responses.views.homework import CHANGED, HOMEWORK


@routes.get(HOMEWORK + "/wording", needs=Permission.OWN_HOMEWORK, subject=own_joint_round)
@while_open
def wording(found: OpenRound) -> Any:
    """The whole wording as it stands, whether it is in force, and the place to sign it for oneself."""
    if found.round.draft is None:
        return redirect(found.address("part", number=1), 303)
    return _page(found, SignForm(signed_name=found.round.given.case.own.name))


@routes.post(HOMEWORK + "/sign", needs=Permission.OWN_HOMEWORK, subject=own_joint_round)
@while_open
def sign(found: OpenRound) -> Any:
    """Sign the wording that was read; another one is shown first."""
    form = SignForm()
    if not form.validate_on_submit():
        return _page(found, form), 422
    try:
        services.sign_wording(
            found.round,
            request.form.get("wording", ""),
            signed_name=form.signed_name.data or "",
            by=found.standing.actor,
        )
    except rules.Stale:
        return _page(found, form, CHANGED), 409
    flash("You have signed this wording.", "good")
    return redirect(found.address("wording"), 303)


@routes.post(HOMEWORK + "/discuss", needs=Permission.OWN_HOMEWORK, subject=own_joint_round)
@while_open
def discuss(found: OpenRound) -> Any:
    """Rather talk about it in session: the care team is told, and nobody else."""
    services.discuss_in_session(found.round, by=found.standing.actor)
    flash("Your care team knows that you would like to talk about this first.", "good")
    return redirect(url_for("portal.today"), 303)


def _page(found: OpenRound, form: SignForm, problem: str = "") -> str:
    given, here = found.round.given, found.round
    now = queries.wording(given, here.key, here.given_answers)
    return render_template(
        "responses/wording.html",
        found=found,
        exercise=given.definition,
        form=form,
        lines=writing.check_lines(here),
        wording=now,
        signed=queries.own_signature(given, now.digest),
        states=caseload_rules.texts()["signature_states"],
        problem=problem,
    )


@routes.get(
    "/couples/<uuid:couple_id>/homework/form/<uuid:assignment_id>",
    needs=Permission.RESPONSE_READ,
    subject=assignments.assignment_of,
)
def agreement(given: Given) -> Any:
    """A form of both for the care team: the wording, who has signed it, and whether it is in force."""
    return _agreement_page(given)


@routes.post(
    "/couples/<uuid:couple_id>/homework/form/<uuid:assignment_id>/in-force",
    needs=Permission.RESPONSE_RELEASE,
    subject=assignments.assignment_of,
)
def in_force(given: Given) -> Any:
    """Put the wording in force that both have signed; both see it from now on."""
    try:
        services.put_in_force(queries.agreement_of(given), by=given.case.actor)
    except (rules.NotReady, caseload_rules.NotOpen) as missing:
        return _agreement_page(given, str(missing)), 422
    flash("This wording is in force. Both see it as such.", "good")
    return redirect(url_for("responses.overview", couple_id=given.case.id), 303)


def _agreement_page(given: Given, problem: str = "") -> str:
    found = queries.agreement_of(given)
    answers = found.wording.answers if found.wording else {}
    fields = queries.asked_fields(given, answers, sexual=True)
    return render_template(
        "responses/agreement.html",
        case=given.case,
        exercise=given.definition,
        found=found,
        answers=writing.read(fields, answers),
        in_force=writing.read(fields, found.in_force.answers) if found.in_force else (),
        problem=problem,
    )
