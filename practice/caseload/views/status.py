"""The couple's status: decided by the treating clinician with a reason, seen only behind a click in the record."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for

from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.caseload import queries, rules, services
from practice.caseload.forms import StatusForm
from practice.caseload.models import Status
from practice.caseload.presenters.status import STATUS_NOTES, STATUS_WORDS, decisions
from practice.caseload.queries import Case
from practice.caseload.views.blueprint import routes

STATUS = "/couples/<uuid:couple_id>/record/status"


@routes.get(STATUS, needs=Permission.SAFETY_READ, subject=queries.case)
def status(case: Case) -> Any:
    """The status now, what the private checks suggest, and the history of decisions."""
    return _page(case, StatusForm(formdata=None))


@routes.post(STATUS, needs=Permission.CASE_CLEAR, subject=queries.case)
def decide(case: Case) -> Any:
    """Decide the status. Nothing tells either partner; shared work opens or stays closed."""
    form = StatusForm()
    if not form.validate():
        return _page(case, form), 422
    services.decide_status(
        case, Status(form.status.data), rationale=form.rationale.data or "", by=case.actor
    )
    flash("The decision is kept with its reason.", "good")
    return redirect(url_for("caseload.status", couple_id=case.id), 303)


def _page(case: Case, form: StatusForm) -> str:
    rows = list(queries.clearances(case))
    return render_template(
        "caseload/status.html",
        case=case,
        form=form,
        notes=STATUS_NOTES,
        now=STATUS_WORDS[queries.status(case).value],
        history=decisions(rows, accounts.names_of([r.made_by for r in rows])),
    )


@routes.post(STATUS + "/sexual-work/open", needs=Permission.CASE_CLEAR, subject=queries.case)
def open_sexual_work(case: Case) -> Any:
    """Open work with sexual content, if the status and both consents allow it."""
    try:
        services.open_sexual_work(case, is_open=True, by=case.actor)
        flash("Work with sexual content is open.", "good")
    except rules.NotOpen:
        flash("This needs shared work to be cleared and a current consent from each.", "attention")
    return redirect(url_for("caseload.status", couple_id=case.id), 303)


@routes.post(STATUS + "/sexual-work/close", needs=Permission.CASE_CLEAR, subject=queries.case)
def close_sexual_work(case: Case) -> Any:
    """Close work with sexual content; what is open stays readable, nothing new opens."""
    services.open_sexual_work(case, is_open=False, by=case.actor)
    flash("Work with sexual content is closed.", "good")
    return redirect(url_for("caseload.status", couple_id=case.id), 303)
