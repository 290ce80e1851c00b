"""Routes of the private questions, of the note before them and of the restricted record.

Nothing is saved but by the button, nothing is kept in the browser, and every page reads the same for everyone.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, session, url_for

from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.accounts.rules import safe_next
from practice.caseload import queries as cases
from practice.caseload import rules as texts
from practice.caseload.presenters.support import support_view
from practice.caseload.queries import Case
from practice.lib import clock
from practice.safety import presenters, queries, rules, services
from practice.safety.forms import SendForm, ViewingForm, part_form
from practice.web.forms import BaseForm
from practice.web.routes import Routes

routes = Routes("safety", __name__)
TOLD = "told_of_leaving"
NOTHING_SAVED = "There is nothing saved to send. You can answer the questions again."


# Before the first private form -------------------------------------------------------------------------------------------------


def told_first() -> Any | None:
    """Return the way to the note about "Leave this page" until it was read in this session, else None.

    Every private form asks this before it shows anything: ``if (first := told_first()): return first``.
    """
    if session.get(TOLD):
        return None
    return redirect(url_for("safety.before_you_go_on", next=request.path), 303)


@routes.form("/before-you-go-on", needs=Permission.PORTAL, subject=cases.own_case)
def before_you_go_on(case: Case) -> Any:
    """The note about "Leave this page", once a session and the same for everyone."""
    form = BaseForm()
    target = safe_next(request.args.get("next"), "/")
    if form.validate_on_submit():
        session[TOLD] = True
        return redirect(target, 303)
    note = texts.texts()["quick_exit"]["interruption"]
    return render_template("safety/before_you_go_on.html", form=form, note=note)


# The private questions -------------------------------------------------------------------------------------------------------


def _closed(case: Case) -> Any | None:
    """Return where to go instead of the questions, or None. They need only this person's own consent (D2)."""
    if not cases.agreements_of(case, case.side).consented:
        return redirect(url_for("portal.agreement", text_id=texts.INFORMED_CONSENT), 303)
    return told_first()


def _who_sees(case: Case) -> str:
    policy = cases.policy_in_force(case)
    return texts.who_sees_line("flag", policy, "alone", protected=True)


@routes.get("/private-questions", needs=Permission.OWN_SAFETY_CHECK, subject=cases.own_case)
def questions(case: Case) -> Any:
    """What the questions are, before the first of them."""
    if elsewhere := _closed(case):
        return elsewhere
    check = rules.private_check()
    return render_template("safety/questions.html", check=check, who_sees_line=_who_sees(case))


@routes.form(
    "/private-questions/part/<key>", needs=Permission.OWN_SAFETY_CHECK, subject=queries.own_part
)
def part(found: queries.OwnPart) -> Any:
    """One page of questions; pressing the button is the only thing that saves it."""
    case, check = found.case, rules.private_check()
    if elsewhere := _closed(case):
        return elsewhere
    draft = queries.draft(case)
    form = part_form(check, found.part, draft.answers["answers"] if draft else {})
    if form.validate_on_submit():
        services.save_part(case, found.part, form.answers(found.part), by=case.standing.actor)
        return redirect(_next_page(check, found.part), 303)
    status = 422 if form.is_submitted() else 200
    return render_template(
        "safety/part.html",
        form=form,
        check=check,
        part=found.part,
        number=check.parts.index(found.part) + 1,
        who_sees_line=_who_sees(case),
    ), status


def _next_page(check: rules.PrivateCheck, saved: rules.Part) -> str:
    following = check.after(saved)
    if "later" in request.form:
        return url_for("portal.today")
    if following is None or "to_check" in request.form:
        return url_for("safety.check_answers")
    return url_for("safety.part", key=following.key)


@routes.get("/private-questions/check", needs=Permission.OWN_SAFETY_CHECK, subject=cases.own_case)
def check_answers(case: Case) -> Any:
    """Read over what was saved, then send it."""
    if elsewhere := _closed(case):
        return elsewhere
    draft = queries.draft(case)
    if draft is None:
        return redirect(url_for("safety.questions"), 303)
    saved = draft.answers
    return render_template(
        "safety/check_answers.html",
        check=rules.private_check(),
        parts=presenters.part_lines(rules.private_check(), saved["answers"]),
        form=SendForm(data={"form_key": saved["form_key"]}),
        who_sees_line=_who_sees(case),
    )


@routes.post("/private-questions/send", needs=Permission.OWN_SAFETY_CHECK, subject=cases.own_case)
def send(case: Case) -> Any:
    """Send once; what follows is the same for everyone."""
    if elsewhere := _closed(case):
        return elsewhere
    form = SendForm()
    if form.validate():
        try:
            services.send(case, UUID(form.form_key.data), by=case.actor)
        except services.NothingToSend:
            pass
        else:
            return redirect(url_for("safety.thank_you"), 303)
    flash(NOTHING_SAVED)
    return redirect(url_for("safety.questions"), 303)


@routes.post(
    "/private-questions/discard", needs=Permission.OWN_SAFETY_CHECK, subject=cases.own_case
)
def discard(case: Case) -> Any:
    """Delete what was saved and not sent. The page after it says the same whether or not there was anything."""
    services.discard(case, by=case.actor)
    flash("Nothing of yours is saved here now.")
    return redirect(url_for("safety.questions"), 303)


@routes.get(
    "/private-questions/thank-you", needs=Permission.OWN_SAFETY_CHECK, subject=cases.own_case
)
def thank_you(case: Case) -> Any:
    """The closing page: one text and one list of help for everyone."""
    here = accounts.installation()
    support = support_view(
        today=clock.today(here.zone), practice=here.neutral_name, phone=here.phone, hours=here.hours
    )
    closing = texts.texts()["closing_page"]
    return render_template("safety/thank_you.html", closing=closing, support=support)


@routes.get(
    "/private-questions/sent/<uuid:check_id>",
    needs=Permission.OWN_SAFETY_CHECK,
    subject=queries.own_check,
    fresh=True,
)
def own_answers(found: queries.OneCheck) -> Any:
    """Read one's own answers again, where the clinician has marked that as safe."""
    return render_template("safety/own_answers.html", view=presenters.check_view(found.check))


# The restricted record ---------------------------------------------------------------------------------------------------------


@routes.get(
    "/couples/<uuid:couple_id>/record/safety", needs=Permission.SAFETY_READ, subject=cases.case
)
def record(case: Case) -> Any:
    """Both partners' checks in words, for the care team; never shown in a room view."""
    view = presenters.record_view(
        case,
        {side: list(queries.checks(case, side)) for side in "ab"},
        list(queries.private_items(case)),
        {side: list(cases.signatures(case, side)) for side in "ab"},
    )
    return render_template("safety/record.html", case=case, view=view)


@routes.post(
    "/couples/<uuid:couple_id>/record/safety/seen",
    needs=Permission.RESPONSE_REVIEW,
    subject=cases.case,
)
def seen(case: Case) -> Any:
    """Note that what waits here was seen."""
    services.mark_seen(case, by=case.actor)
    flash("Noted as seen.")
    return redirect(url_for("safety.record", couple_id=case.id), 303)


@routes.post(
    "/couples/<uuid:couple_id>/record/safety/<uuid:check_id>/viewing",
    needs=Permission.RESPONSE_REVIEW,
    subject=queries.one_check,
)
def viewing(found: queries.OneCheck) -> Any:
    """Say whether the author may read this check again in the own record."""
    form = ViewingForm()
    if form.validate():
        allowed = form.allowed.data == "yes"
        services.allow_viewing(found.case, found.check, allowed=allowed, by=found.case.actor)
        flash(
            "The author can read it again now." if allowed else "It is hidden from the own record."
        )
    return redirect(url_for("safety.record", couple_id=found.case.id), 303)
