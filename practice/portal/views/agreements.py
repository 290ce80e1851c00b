"""Reading and signing, each for oneself alone; nothing here says anything of the other."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for

from practice.access.permissions import Permission
from practice.caseload import queries as cases
from practice.caseload import services as caseload
from practice.caseload.queries import Case
from practice.portal import presenters, queries, rules, services
from practice.portal.forms import SignForm, TalkForm
from practice.portal.views.blueprint import routes

SIGNED = "Signed. You will find your copy under My record."
ASKED = (
    "Your care team knows that you would like to talk first. You can sign whenever you are ready."
)
TAKEN_BACK = "You have taken this back. It counts from now on."


@routes.get("/agreements", needs=Permission.OWN_CONSENT, subject=cases.own_case)
def agreements(case: Case) -> Any:
    """The texts everyone is offered, with one's own signatures."""
    lines = presenters.agreement_lines(
        queries.text_ids(case),
        cases.signatures(case, case.side),
        cases.policy_choice(case),
    )
    return render_template("portal/agreements.html", lines=lines)


@routes.form("/agreements/<text_id>", needs=Permission.OWN_CONSENT, subject=queries.own_agreement)
def agreement(found: queries.OwnAgreement) -> Any:
    """Read one text to its end, and sign it."""
    case, text_id, form = found.case, found.text_id, SignForm()
    if form.validate_on_submit():
        if not _signed(found):
            caseload.sign(case, text_id, signed_name=form.signed_name.data or "", by=case.actor)
        flash(SIGNED, "good")
        return redirect(url_for("portal.agreements"), 303)
    return _page(found, form, TalkForm(formdata=None)), 422 if form.is_submitted() else 200


def _page(found: queries.OwnAgreement, form: SignForm, talk: TalkForm) -> str:
    case, text_id = found.case, found.text_id
    [line] = presenters.agreement_lines(
        (text_id,), cases.signatures(case, case.side), cases.policy_choice(case)
    )
    return render_template(
        "portal/agreement.html",
        form=form,
        talk=talk,
        line=line,
        paragraphs=rules.paragraphs(text_id, queries.wording(case)),
    )


def _signed(found: queries.OwnAgreement) -> bool:
    return (
        presenters.newest_current(found.text_id, cases.signatures(found.case, found.case.side))
        is not None
    )


@routes.post(
    "/agreements/<text_id>/talk", needs=Permission.OWN_CONSENT, subject=queries.own_agreement
)
def talk_first(found: queries.OwnAgreement) -> Any:
    """Ask to talk before signing: the page afterwards looks as it does to anyone who has not signed yet."""
    form = TalkForm()
    if not form.validate():
        return _page(found, SignForm(formdata=None), form), 422
    services.ask_to_talk_first(
        found.case, found.text_id, by=found.case.actor, words=form.words.data or ""
    )
    flash(ASKED)
    return redirect(url_for("portal.agreements"), 303)


@routes.post(
    "/agreements/<text_id>/take-back", needs=Permission.OWN_CONSENT, subject=queries.own_agreement
)
def take_back(found: queries.OwnAgreement) -> Any:
    """Take one's own signature back; only the care team is told."""
    if _signed(found):
        caseload.revoke_signature(found.case, found.text_id, by=found.case.actor)
    flash(TAKEN_BACK)
    return redirect(url_for("portal.agreements"), 303)
