"""All homework of a couple for the care team, and opening what waits for the clinician."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for
from wtforms import Form

from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.assignments import queries as assignments
from practice.assignments.queries import Given
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.catalogue.definition import FieldDefinition, WrittenBy
from practice.catalogue.forms import AnswerForm, answers_from, build_form
from practice.lib import clock
from practice.responses import queries, services
from practice.responses.presenters.overview import overview_rows
from practice.responses.views.blueprint import routes
from practice.web.forms import BaseForm


@routes.get(
    "/couples/<uuid:couple_id>/homework", needs=Permission.RESPONSE_READ, subject=caseload.case
)
def overview(case: Case) -> Any:
    """Everything that was given, and how it stands on each side."""
    rows = overview_rows(queries.overview(case), clock.today(case.actor.zone))
    return render_template("responses/overview.html", case=case, rows=rows)


@routes.form(
    "/couples/<uuid:couple_id>/homework/open/<uuid:assignment_id>",
    needs=Permission.HOMEWORK_ASSIGN,
    subject=assignments.assignment_of,
)
def open_exercise(given: Given) -> Any:
    """Rate readiness where the exercise asks for it, and open what waits for the clinician."""
    if not given.is_opened_by_hand:
        raise NotFound(given.id)
    form, fields = _rating_form(given)
    if form.validate_on_submit():  # type: ignore[attr-defined]
        try:
            figures = services.open_when_ready(given, answers_from(form), by=given.case.actor)
        except caseload_rules.NotOpen as refused:
            return _opening_page(given, form, fields, str(refused)), 422
        if given.assignment.opened_at is None:
            return _opening_page(given, form, fields, " ".join(f.words for f in figures[-1:]))
        flash(f"“{given.definition.title}” is open.", "good")
        return redirect(url_for("responses.overview", couple_id=given.case.id), 303)
    return _opening_page(given, form, fields), 422 if form.errors else 200


def _rating_form(given: Given) -> tuple[AnswerForm, tuple[FieldDefinition, ...]]:
    fields = tuple(f for f in given.definition.fields if f.by is WrittenBy.CLINICIAN)
    rating = queries.newest_rating(given.case, given.id)
    base: type[Form] = BaseForm
    kind = build_form(given.definition, fields, answers=rating.content if rating else {}, base=base)
    return kind(), fields


def _opening_page(
    given: Given, form: AnswerForm, fields: tuple[FieldDefinition, ...], problem: str = ""
) -> str:
    return render_template(
        "responses/open_exercise.html",
        case=given.case,
        given=given,
        exercise=given.definition,
        form=form,
        fields=fields,
        problem=problem,
    )
