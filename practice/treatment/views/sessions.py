"""Routes for planning sessions and noting who came."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import flash, redirect, render_template, request, url_for

from practice.access.permissions import Permission
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.lib import clock
from practice.treatment import presenters, queries, rules, services
from practice.treatment.forms import SessionForm
from practice.treatment.queries import SessionInCase
from practice.treatment.views.blueprint import routes

_ATTENDED = {"yes": True, "no": False}


def _sessions(case: Case) -> Any:
    return redirect(url_for("treatment.sessions", couple_id=case.id), 303)


@routes.get("/couples/<uuid:couple_id>/sessions", needs=Permission.CASE_READ, subject=caseload.case)
def sessions(case: Case) -> Any:
    """All sessions of a couple, together and alone; for the care team."""
    zone = queries.practice_zone()
    page = presenters.session_page(case, queries.sessions(case), zone, clock.now())
    return render_template("treatment/sessions.html", case=case, page=page)


@routes.form(
    "/couples/<uuid:couple_id>/sessions/new", needs=Permission.SESSION_MANAGE, subject=caseload.case
)
def add_session(case: Case) -> Any:
    """Plan a session, together or with one of the two."""
    form = SessionForm(names=presenters.kind_words(case), data={"kind": "joint", "minutes": 50})
    if form.validate_on_submit():
        try:
            starts_at = _starts_at(form)
            services.add_session(case, form.kind.data, starts_at, form.minutes.data, by=case.actor)
            flash("The session is planned.", "good")
            return _sessions(case)
        except rules.SessionRefused as refused:
            form.refuse(form.at, str(refused))
    status = 422 if form.is_submitted() else 200
    return render_template(
        "treatment/session.html", case=case, form=form, session=None, zone=queries.practice_zone()
    ), status


@routes.form(
    "/couples/<uuid:couple_id>/sessions/<uuid:session_id>/move",
    needs=Permission.SESSION_MANAGE,
    subject=queries.session_in_case,
)
def move_session(found: SessionInCase) -> Any:
    """Move a session to another time; who comes stays."""
    case, session, zone = found.case, found.session, queries.practice_zone()
    form = SessionForm(names=presenters.kind_words(case), data=_held(found, zone))
    # Who comes decides where it is kept, and so cannot change.
    del form.kind
    if form.validate_on_submit():
        try:
            services.move_session(
                case,
                session,
                starts_at=_starts_at(form),
                minutes=form.minutes.data,
                by=case.actor,
            )
            flash("The session is moved.", "good")
            return _sessions(case)
        except rules.SessionRefused as refused:
            form.refuse(form.at, str(refused))
    status = 422 if form.is_submitted() else 200
    return render_template(
        "treatment/session.html", case=case, form=form, session=session, zone=zone
    ), status


@routes.post(
    "/couples/<uuid:couple_id>/sessions/<uuid:session_id>/attendance",
    needs=Permission.SESSION_MANAGE,
    subject=queries.session_in_case,
)
def note_attendance(found: SessionInCase) -> Any:
    """Note whether a session took place, or take the note back."""
    attended = _ATTENDED.get(request.form.get("attended", ""))
    try:
        services.note_attendance(found.case, found.session, attended, by=found.case.actor)
    except rules.SessionRefused as refused:
        flash(str(refused), "attention")
    return _sessions(found.case)


@routes.post(
    "/couples/<uuid:couple_id>/sessions/<uuid:session_id>/cancel",
    needs=Permission.SESSION_MANAGE,
    subject=queries.session_in_case,
)
def cancel_session(found: SessionInCase) -> Any:
    """Take a session out of the plan."""
    try:
        services.cancel_session(found.case, found.session, by=found.case.actor)
        flash("The session is taken out of the plan.", "good")
    except rules.SessionRefused as refused:
        flash(str(refused), "attention")
    return _sessions(found.case)


def _starts_at(form: SessionForm) -> datetime:
    day = form.day.data
    if day is None:
        raise rules.SessionRefused("Enter the date.")
    return rules.local_moment(day, form.time_of_day, queries.practice_zone())


def _held(found: SessionInCase, zone: str) -> dict[str, Any]:
    local = found.session.starts_at.astimezone(ZoneInfo(zone))
    return {"day": local.date(), "at": local.time(), "minutes": found.session.minutes}
