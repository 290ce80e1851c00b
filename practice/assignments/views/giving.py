"""Giving a couple homework, and taking it back."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for

from practice.access.permissions import Permission
from practice.assignments import presenters, queries, rules, services
from practice.assignments.forms import AssignForm, code_of
from practice.assignments.queries import GivenSet
from practice.assignments.views.blueprint import routes
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition
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
    found = presenters.modules(definition for _, definition in catalogue.library())
    return render_template("assignments/choose.html", case=case, modules=found)


@routes.form(
    "/couples/<uuid:couple_id>/homework/assign",
    needs=Permission.HOMEWORK_ASSIGN,
    subject=caseload.case,
)
def assign(case: Case) -> Any:
    """To whom, from when, by when, how often; and one sentence on what will happen."""
    slug = request.args.get("exercise")
    if not slug:
        return redirect(url_for("assignments.choose", couple_id=case.id), 303)
    version_id, definition = catalogue.newest(slug)
    form = _form(case, definition)
    running = queries.still_running(case, version_id)
    if form.validate_on_submit():
        if running and not form.again.data:
            form.refuse(form.again, "Tick this if you mean to give it again.")
        elif _try_to_assign(case, version_id, form):
            flash(f"“{definition.title}” is given. You can take it back here.", "good")
            return redirect(url_for("responses.overview", couple_id=case.id), 303)
    return render_template(
        "assignments/assign.html",
        case=case,
        form=form,
        exercise=definition,
        card=exercise_card(definition),
        sentence=presenters.what_will_happen(definition),
        warning=presenters.already_out(case, running, day),
        refusal=_refusal(case, definition),
    ), 422 if form.is_submitted() else 200


def _form(case: Case, definition: ExerciseDefinition) -> AssignForm:
    choices = presenters.people(case, definition)
    form = AssignForm(
        to=choices[0][0],
        starts_on=clock.today(case.actor.zone),
        schedule=code_of(definition.schedule),
    )
    form.offer(choices, definition.schedule)
    return form


def _try_to_assign(case: Case, version_id: Any, form: AssignForm) -> bool:
    try:
        services.assign(
            case,
            version_id,
            to=form.sides,
            starts_on=form.starts_on.data,
            due_on=form.due_on.data,
            schedule=form.chosen_schedule,
            note=form.note.data,
            by=case.actor,
        )
    except rules.CannotAssign as refused:
        form.refuse(form.due_on, str(refused))
        return False
    except caseload_rules.NotOpen as refused:
        form.refuse(form.to, str(refused))
        return False
    return True


def _refusal(case: Case, definition: ExerciseDefinition) -> str:
    try:
        services.check_gate(case, definition)
    except caseload_rules.NotOpen as refused:
        return str(refused)
    return ""


@routes.post(
    "/couples/<uuid:couple_id>/homework/set/<uuid:set_id>/withdraw",
    needs=Permission.HOMEWORK_ASSIGN,
    subject=queries.set_of,
)
def withdraw(found: GivenSet) -> Any:
    """Take a set back."""
    services.withdraw(found, by=found.case.actor)
    flash(f"“{found.definition.title}” is taken back.", "good")
    return redirect(url_for("responses.overview", couple_id=found.case.id), 303)
