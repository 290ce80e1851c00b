"""Giving a couple homework, and taking it back."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for

from practice.access.permissions import Permission
from practice.assignments import presenters, queries, rules, services
from practice.assignments.forms import AssignForm, code_of
from practice.assignments.views.blueprint import routes
from practice.assignments.views.library import whole_library
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition, Kind
from practice.catalogue.presenters import exercise_card
from practice.lib import clock
from practice.web.templating import day


@routes.get(
    "/couples/<uuid:couple_id>/homework/choose",
    needs=Permission.HOMEWORK_ASSIGN,
    subject=caseload.case,
)
def choose(case: Case) -> Any:
    """The library, for this couple: choosing what to give."""
    found = presenters.shelf(
        whole_library(Kind.EXERCISE, Kind.READING),
        rules.Wanted.read(request.args),
        partial(url_for, "assignments.choose", couple_id=case.id),
        catalogue.made_here(),
    )
    return render_template("assignments/choose.html", case=case, shelf=found)


@routes.form(
    "/couples/<uuid:couple_id>/homework/assign",
    needs=Permission.HOMEWORK_ASSIGN,
    subject=caseload.case,
)
def assign(case: Case) -> Any:
    """To whom, from when, by when, how often; and one sentence on what will happen, shown before it is done when asked for."""
    slug = request.args.get("exercise")
    if not slug:
        return redirect(url_for("assignments.choose", couple_id=case.id), 303)
    version_id, definition = catalogue.newest(slug)
    form = _form(case, definition)
    running = queries.still_running(case, version_id)
    status = 200
    if form.is_submitted():
        is_valid = form.validate()
        if is_valid and not request.form.get("look") and _give(case, version_id, form, running):
            flash(f"“{definition.title}” is given. {_sentence(case, definition, form)}", "good")
            return redirect(url_for("responses.overview", couple_id=case.id), 303)
        status = 422 if form.errors else 200
    page = _page(case, definition, form, presenters.already_out(case, running, day))
    return page, status


def _page(case: Case, definition: ExerciseDefinition, form: AssignForm, warning: str) -> str:
    library = [one for _, one in catalogue.library()]
    return render_template(
        "assignments/assign.html",
        case=case,
        form=form,
        exercise=definition,
        card=exercise_card(definition),
        sentence=_sentence(case, definition, form),
        who_sees_it=presenters.what_will_happen(definition),
        suggestions=presenters.suggestions(definition.slug, queries.given_before(case), library),
        warning=warning,
        refusal=_refusal(case, definition),
    )


def _form(case: Case, definition: ExerciseDefinition) -> AssignForm:
    choices = presenters.people(case, definition)
    form = AssignForm(
        to=choices[0][0],
        starts_on=clock.today(case.actor.zone),
        schedule=code_of(definition.schedule),
    )
    form.offer(choices, definition.schedule)
    return form


def _sentence(case: Case, definition: ExerciseDefinition, form: AssignForm) -> str:
    """What will happen with what stands in the form; nothing while it could not be given like this."""
    if form.errors or form.starts_on.data is None:
        return ""
    plan = presenters.Plan(
        form.chosen_schedule,
        form.starts_on.data,
        form.due_on.data,
        form.ends_on.data,
        form.window.data,
        form.most.data,
    )
    return presenters.plan_sentence(presenters.who_gets_it(case, definition, form.sides), plan)


def _give(case: Case, version_id: UUID, form: AssignForm, running: Any) -> bool:
    if running and not form.again.data:
        form.refuse(form.again, "Tick this if you mean to give it again.")
        return False
    try:
        services.assign(
            case,
            version_id,
            to=form.sides,
            starts_on=form.starts_on.day,
            due_on=form.due_on.data,
            ends_on=form.ends_on.data,
            schedule=form.chosen_schedule,
            window_days=form.window.data,
            most_rounds=form.most.data,
            note=form.note.data,
            by=case.actor,
        )
    except (rules.CannotAssign, caseload_rules.NotOpen) as refused:
        form.refuse(form.to, str(refused))
        return False
    return True


def _refusal(case: Case, definition: ExerciseDefinition) -> str:
    try:
        services.check_gate(case, definition)
    except caseload_rules.NotOpen as refused:
        return str(refused)
    return ""
