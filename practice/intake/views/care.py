"""The care team's pages: both sides at a glance, giving parts, reading one person's answers, and the clinician's own notes."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from wtforms import Form

from practice.access.permissions import Permission
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.catalogue.forms import answers_from, build_form
from practice.intake import queries, services
from practice.intake.forms import give_form
from practice.intake.presenters import care
from practice.intake.presenters.reading import reading_page
from practice.intake.queries import ClinicianFields, Reading
from practice.intake.views.blueprint import routes
from practice.web.forms import BaseForm

INTAKE = "/couples/<uuid:couple_id>/intake"


@routes.get(INTAKE, needs=Permission.RESPONSE_READ, subject=caseload.case)
def overview(case: Case) -> Any:
    """Every section and how it stands on each side."""
    intake, library = queries.intake_of(case), queries.library()
    return render_template(
        "intake/overview.html",
        case=case,
        stages=care.overview(intake, library),
        is_given=any(intake.sides.values()),
        is_all_given=care.is_all_given(intake, library),
    )


@routes.form(INTAKE + "/give", needs=Permission.HOMEWORK_ASSIGN, subject=caseload.case)
def give(case: Case) -> Any:
    """Open parts of the intake for both, or for one."""
    a, b = case.a.first_name, case.b.first_name
    people = [("ab", f"{a} and {b}"), ("a", f"{a} alone"), ("b", f"{b} alone")]
    form = give_form(people, care.minutes_of(queries.library()))
    if form.validate_on_submit():
        given = services.give(case, to=form.sides, stages=form.stages, by=case.actor)
        flash("The parts are open." if given else "These parts were open already.", "good")
        return redirect(url_for("intake.overview", couple_id=case.id), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("intake/give.html", case=case, form=form), status


@routes.post(INTAKE + "/take-back", needs=Permission.HOMEWORK_ASSIGN, subject=caseload.case)
def take_back(case: Case) -> Any:
    """Take one part back from both, but for what was sent; giving it again brings it back as it was."""
    part = request.form.get("part", type=int)
    if part is not None and services.take_back(case, stages=(part,), by=case.actor):
        flash("What was not sent of this part is taken back. Open it again to undo this.", "good")
    return redirect(url_for("intake.overview", couple_id=case.id), 303)


@routes.get(INTAKE + "/<side>", needs=Permission.RESPONSE_READ, subject=queries.reading_of)
def read(reading: Reading) -> Any:
    """One person's answers as a whole, what asks for a private look first."""
    return render_template(
        "intake/read.html",
        case=reading.case,
        side=reading.side,
        partner=reading.case.partners[reading.side],
        page=reading_page(reading),
    )


@routes.form(
    INTAKE + "/notes/<uuid:assignment_id>",
    needs=Permission.RESPONSE_REVIEW,
    subject=queries.clinician_fields,
)
def note(found: ClinicianFields) -> Any:
    """The clinician's own questions beside one section; the care team alone reads them."""
    given = found.given
    base: type[Form] = BaseForm
    form = build_form(given.definition, found.fields, answers=found.noted, base=base)()
    if form.validate_on_submit():  # type: ignore[attr-defined]
        services.note_clinician_fields(found, answers_from(form), by=given.case.actor)
        flash("Your notes are kept.", "good")
        where = url_for("intake.read", couple_id=given.case.id, side=given.side)
        return redirect(f"{where}#{given.definition.slug}", 303)
    return render_template(
        "intake/note.html",
        case=given.case,
        section=given.definition,
        side=given.side,
        partner=given.case.partners[given.side or "a"],
        form=form,
        fields=found.fields,
    ), 422 if form.errors else 200
