"""The pathways that a couple is on: starting one with its plan before the eyes, and what is done with it later."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for

from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.assignments import queries as assignments
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.lib import clock
from practice.pathways import presenters, queries, services
from practice.pathways.forms import MoveForm, PlanForm, StartForm, TitleForm
from practice.pathways.queries import RunFound, RunStepFound, Startable
from practice.pathways.views.blueprint import routes
from practice.responses import queries as responses
from practice.web.templating import day

_ASSIGN = Permission.HOMEWORK_ASSIGN
_RUN = "/couples/<uuid:couple_id>/pathways/<uuid:run_id>"
_STEP = f"{_RUN}/steps/<int:number>"


@routes.get(
    "/couples/<uuid:couple_id>/pathways", needs=Permission.RESPONSE_READ, subject=caseload.case
)
def of_couple(case: Case) -> Any:
    """The pathways a couple is or was on, and those it can be put on."""
    today = clock.today(case.actor.zone)
    return render_template(
        "pathways/of_couple.html",
        case=case,
        runs=[presenters.run_card(found, today) for found in queries.runs_of(case)],
        cards=presenters.start_cards(queries.startable(case.actor), queries.exercises()),
    )


@routes.form("/couples/<uuid:couple_id>/pathways/start", needs=_ASSIGN, subject=caseload.case)
def start(case: Case) -> Any:
    """The plan in words by week for these people from this day; and starting it."""
    if "pathway" not in request.args:
        return redirect(url_for("pathways.of_couple", couple_id=case.id), 303)
    listed, today = _chosen(case), clock.today(case.actor.zone)
    form = _start_form(case, today)
    if form.validate_on_submit():
        try:
            run = services.start(
                case,
                listed.version_id,
                sides=form.sides.data,
                starts_on=form.starts_on.day,
                by=case.actor,
            )
        except services.CannotRun as refused:
            form.refuse(form.sides, str(refused))
        else:
            flash("The pathway has started. Nothing on their side says that it is one.", "good")
            return redirect(url_for("pathways.run", couple_id=case.id, run_id=run.id), 303)
    status = 422 if form.is_submitted() else 200
    return _start_page(case, listed, form, form.shown(today)), status


@routes.get(_RUN, needs=Permission.RESPONSE_READ, subject=queries.run_of)
def run(found: RunFound) -> Any:
    """Each step of a pathway and how it stands for each of the two."""
    today = clock.today(found.case.actor.zone)
    exercises = queries.exercises_of([found.definition])
    return render_template(
        "pathways/run.html",
        case=found.case,
        card=presenters.run_card(found, today),
        pathway=found.definition,
        rows=presenters.run_rows(found, responses.overview(found.case), exercises, today),
    )


@routes.post(f"{_RUN}/pause", needs=_ASSIGN, subject=queries.run_of)
def pause(found: RunFound) -> Any:
    """Ask nothing of it from today on."""
    return _done(found, services.pause, "Paused. Nothing of it is asked until you go on.")


@routes.post(f"{_RUN}/go-on", needs=_ASSIGN, subject=queries.run_of)
def go_on(found: RunFound) -> Any:
    """Go on after a pause."""
    return _done(
        found, services.go_on, "It goes on. What was still to come has moved by the pause."
    )


@routes.post(f"{_RUN}/stop", needs=_ASSIGN, subject=queries.run_of)
def stop(found: RunFound) -> Any:
    """End it: what is not begun is taken back, what was sent stays."""
    return _done(
        found, services.stop, "Stopped. What was sent stays; what was not begun is taken back."
    )


@routes.post(f"{_RUN}/undo-stop", needs=_ASSIGN, subject=queries.run_of)
def undo_stop(found: RunFound) -> Any:
    """Undo the stop."""
    return _done(found, services.undo_stop, "It goes on as it was.")


@routes.post(f"{_STEP}/open", needs=_ASSIGN, subject=queries.run_step_of)
def open_step(held: RunStepFound) -> Any:
    """Open a step now."""
    side = request.form.get("side", "")

    def act(found: RunFound, *, by: Any) -> None:
        services.open_step(held, by=by, side=side)

    return _done(held.found, act, "The step is open.")


@routes.post(f"{_STEP}/skip", needs=_ASSIGN, subject=queries.run_step_of)
def skip(held: RunStepFound) -> Any:
    """Leave a step out, where it was not begun."""
    return _done(
        held.found,
        lambda _, by: services.skip_step(held, by=by),
        "The step is left out where it was not begun.",
    )


@routes.post(f"{_STEP}/take-up", needs=_ASSIGN, subject=queries.run_step_of)
def take_up(held: RunStepFound) -> Any:
    """Undo leaving a step out."""
    return _done(
        held.found, lambda _, by: services.take_up_step(held, by=by), "The step is taken up again."
    )


@routes.form(f"{_STEP}/move", needs=_ASSIGN, subject=queries.run_step_of)
def move_step(held: RunStepFound) -> Any:
    """Move a step to another day."""
    case = held.found.case
    form = MoveForm(today=clock.today(case.actor.zone), data={"day": held.row.planned_on})
    if form.validate_on_submit():
        chosen = form.day.day
        return _done(
            held.found,
            lambda _, by: services.move_step(held, chosen, by=by),
            f"Moved to {day(chosen)}, where it was not begun.",
        )
    exercises = queries.exercises_of([held.found.definition])
    return render_template(
        "pathways/move_step.html",
        case=case,
        found=held.found,
        form=form,
        line=presenters.step_line(held.row.number, held.step, exercises),
    ), 422 if form.errors else 200


@routes.form("/couples/<uuid:couple_id>/pathways/save", needs=_ASSIGN, subject=caseload.case)
def save(case: Case) -> Any:
    """Save what this couple has as a pathway of one's own: a draft to look through."""
    form, steps = TitleForm(), list(queries.steps_had(case))
    if form.validate_on_submit():
        made = services.save_as_pathway(case, form.title.data or "", by=case.actor)
        flash("This is a draft of your own. Look through it before you publish it.", "good")
        return redirect(url_for("pathways.edit", pathway_id=made.id), 303)
    exercises = queries.exercises()
    return render_template(
        "pathways/save.html",
        case=case,
        form=form,
        lines=[presenters.step_line(n, s, exercises) for n, s in enumerate(steps, start=1)],
    ), 422 if form.errors else 200


def _chosen(case: Case) -> Startable:
    wanted = request.args.get("pathway", "")
    for listed in queries.startable(case.actor):
        if str(listed.id) == wanted:
            return listed
    raise NotFound(wanted)


def _start_form(case: Case, today: date) -> StartForm:
    kind = StartForm if request.method == "POST" else PlanForm
    asked = request.args if "starts_on" in request.args else None
    form = kind(
        formdata=request.form if request.method == "POST" else asked,
        data={"sides": "ab", "starts_on": today},
    )
    a, b = case.a.first_name, case.b.first_name
    form.offer([("ab", f"{a} and {b}"), ("a", f"{a} alone"), ("b", f"{b} alone")])
    if isinstance(form, PlanForm) and asked is not None:
        form.validate()
    return form


def _start_page(case: Case, listed: Startable, form: StartForm, shown: tuple[str, date]) -> str:
    exercises = queries.exercises_of([listed.definition])
    before = assignments.given_before(case)
    sides, starts_on = shown
    return render_template(
        "pathways/start.html",
        case=case,
        listed=listed,
        pathway=listed.definition,
        form=form,
        sides=sides,
        starts_on=starts_on,
        plan=presenters.plan(
            listed.definition,
            exercises,
            sides=sides,
            starts_on=starts_on,
            couple=case.couple,
            already=before,
        ),
        met=sorted(one.title for slug, one in exercises.items() if slug in before),
        running=[found.definition.title for found in queries.runs_of(case) if found.is_running],
        reading=queries.cards_named(listed.definition.reading),
    )


def _done(found: RunFound, act: Any, words: str) -> Any:
    try:
        act(found, by=found.case.actor)
    except (services.CannotRun, caseload_rules.NotOpen) as refused:
        flash(str(refused), "attention")
    else:
        flash(words, "good")
    return redirect(url_for("pathways.run", couple_id=found.case.id, run_id=found.id), 303)
