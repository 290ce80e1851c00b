"""A partner's own pages: the parts, leaving a whole section out, and one's own answers to read or print."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for

from practice.access.permissions import Permission
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.intake import queries, services
from practice.intake.presenters import own
from practice.intake.queries.own import OwnSection
from practice.intake.views.blueprint import routes
from practice.responses import queries as responses
from practice.responses import rules as response_rules
from practice.responses.presenters import writing


@routes.get("/intake", needs=Permission.OWN_HOMEWORK, subject=caseload.own_case)
def start(case: Case) -> Any:
    """The parts with their sections, and how each stands for this person alone."""
    policy = caseload.policy_in_force(case)
    return render_template(
        "intake/start.html",
        page=own.own_page(queries.own_intake(case)),
        title=own.TITLE,
        who_sees_line=caseload_rules.who_sees_line("own", policy, "alone"),
        policy_line=caseload_rules.policy_line(policy),
        unwatched=writing.UNWATCHED,
    )


@routes.post(
    "/intake/<uuid:assignment_id>/leave-out",
    needs=Permission.OWN_HOMEWORK,
    subject=queries.own_section,
)
def leave_out(found: OwnSection) -> Any:
    """Leave a whole section out: sent as one that its author would rather not answer."""
    here = found.round
    if not here.agreements.forms_open:
        return redirect(url_for("portal.agreements"), 303)
    try:
        services.leave_out(found, by=here.given.case.actor)
    except (response_rules.NotReady, response_rules.Stale, response_rules.Conflict):
        return redirect(url_for("responses.intro", assignment_id=found.id), 303)
    flash(f"“{here.given.definition.neutral_title}” is left out. You can come back to it.", "good")
    return redirect(url_for("intake.start"), 303)


@routes.get("/intake/answers", needs=Permission.OWN_HOMEWORK, subject=caseload.own_case, fresh=True)
def answers(case: Case) -> Any:
    """One's own answers to every section, to read as a whole or to print; after proving oneself again."""
    sent = queries.sent_sections(case)
    parts = [
        (
            one.definition.neutral_title,
            one.submission.submitted_at,
            writing.read(
                responses.asked_fields(one.given, one.submission.answers, sexual=True),
                one.submission.answers,
            ),
        )
        for one in sent
    ]
    return render_template("intake/answers.html", parts=parts)
