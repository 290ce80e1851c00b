"""Entering answers from paper for their author: every question by its number, on one page."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from wtforms import Form

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.caseload.rules import NotOpen
from practice.catalogue.forms import AnswerForm, answers_from, build_form
from practice.lib import clock
from practice.responses import queries, rules, services
from practice.responses.forms import PaperForm
from practice.responses.presenters import paper
from practice.responses.queries import Entry
from practice.responses.views.blueprint import routes

PAPER = "/couples/<uuid:couple_id>/homework/paper/<uuid:assignment_id>"


def entry(actor: Actor, couple_id: UUID, assignment_id: UUID) -> Entry:
    """Load the round to enter: the one named in ``?on=``, or the newest."""
    return queries.entry_in(actor, couple_id, assignment_id, request.args.get("on"))


@routes.form(PAPER, needs=Permission.RESPONSE_ENTER, subject=entry)
def enter(found: Entry) -> Any:
    """All questions of a round with their numbers; what is kept says who entered it, and from what."""
    form = _form(found)
    form_key = _form_key()
    if not form.validate_on_submit():  # type: ignore[attr-defined]
        return _page(found, form, form_key), 422 if form.errors else 200
    try:
        row = services.enter_for(
            found,
            answers_from(form),
            by=found.given.case.actor,
            form_key=form_key,
            paper_on=form["paper_on"].data,
        )
    except (rules.NotReady, NotOpen) as refused:
        return _page(found, form, form_key, str(refused)), 422
    name = found.given.case.partners[found.side].first_name
    flash(f"Kept in {name}’s record, as entered by you from paper.", "good")
    where = url_for("responses.review", couple_id=found.given.case.id, submission_id=row.id)
    return redirect(where, 303)


def _form(found: Entry) -> AnswerForm:
    base: type[Form] = PaperForm
    kind = build_form(found.given.definition, found.fields, answers={}, base=base)
    form = kind()
    form.today = clock.today(found.given.case.actor.zone)  # type: ignore[attr-defined]
    return form


def _form_key() -> UUID:
    """The one-time key of this page, so that it is kept once; a new one when there is none to read."""
    try:
        return UUID(request.form.get("form_key", ""))
    except ValueError:
        return uuid4()


def _page(found: Entry, form: AnswerForm, form_key: UUID, problem: str = "") -> str:
    return render_template(
        "responses/enter.html",
        case=found.given.case,
        found=found,
        exercise=found.given.definition,
        form=form,
        items=paper.items(found.fields),
        form_key=form_key,
        problem=problem,
    )
