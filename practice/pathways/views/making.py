"""Making a pathway of one's own: its words, its steps one act at a time, its versions."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.assignments import presenters as assignments
from practice.assignments.forms import code_of
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.pathways import presenters, queries, services
from practice.pathways.forms import StepForm, TitleForm, WordsForm, filled, suggested_of
from practice.pathways.queries import PathwayFound
from practice.pathways.rules import drafting
from practice.pathways.views.blueprint import routes

_MAKE = Permission.PATHWAY_MAKE
_ONCE = Schedule(ScheduleKind.ONCE)


@routes.form("/pathways/new", needs=_MAKE)
def new(actor: Actor) -> Any:
    """Begin a pathway of one's own."""
    form = TitleForm()
    if form.validate_on_submit():
        made = services.make(drafting.new_draft(form.title.data or ""), by=actor)
        return redirect(url_for("pathways.edit", pathway_id=made.id), 303)
    return render_template("pathways/new.html", form=form), 422 if form.errors else 200


@routes.get("/pathways/<uuid:pathway_id>/edit", needs=_MAKE, subject=queries.own_pathway)
def edit(found: PathwayFound) -> Any:
    """The draft: its words and its steps, with what is still wrong."""
    draft, exercises = found.working_copy, queries.exercises()
    pathway = drafting.as_pathway(draft, "draft", found.number + 1)
    return render_template(
        "pathways/edit.html",
        found=found,
        draft=draft,
        steps=presenters.draft_steps(draft, exercises),
        plan=presenters.plan(pathway, exercises),
    )


@routes.form("/pathways/<uuid:pathway_id>/edit/words", needs=_MAKE, subject=queries.own_pathway)
def words(found: PathwayFound) -> Any:
    """Title, purpose, when not to use it, and a note."""
    draft = found.working_copy
    held = {**draft, "contraindications": "\n".join(draft["contraindications"])}
    form = WordsForm(data=held)
    if form.validate_on_submit():
        services.change_draft(found, {**draft, **form.words}, by=found.actor)
        return _back(found)
    return render_template(
        "pathways/words.html", found=found, draft=draft, form=form
    ), 422 if form.errors else 200


@routes.get("/pathways/<uuid:pathway_id>/edit/choose", needs=_MAKE, subject=queries.own_pathway)
def choose(found: PathwayFound) -> Any:
    """The library, for choosing what a step asks; ``step`` names the one that is changed, if any."""
    return render_template(
        "pathways/choose.html",
        found=found,
        draft=found.working_copy,
        key=request.args.get("step", ""),
        modules=assignments.modules(definition for _, definition in catalogue.library()),
    )


@routes.form("/pathways/<uuid:pathway_id>/edit/add", needs=_MAKE, subject=queries.own_pathway)
def add(found: PathwayFound) -> Any:
    """Add a step at the end; ``exercise`` names what it asks."""
    slug = request.args.get("exercise")
    if not slug:
        return redirect(url_for("pathways.choose", pathway_id=found.id), 303)
    draft = found.working_copy
    last = drafting.steps_of(draft)[-1:]
    week = last[0][1].planned_week if last else 1
    exercise = _exercise(slug)
    suggested = suggested_of(exercise, _ONCE)[0]
    form = StepForm(data={"planned_week": week, "for_weeks": 1, "schedule": code_of(suggested)})
    return _step_page(found, "", slug, form, suggested, is_first=not draft["steps"])


@routes.form(
    "/pathways/<uuid:pathway_id>/edit/steps/<key>", needs=_MAKE, subject=queries.own_pathway_step
)
def step(found: queries.StepFound) -> Any:
    """Change one step; ``exercise`` names another one that it shall ask."""
    slug = request.args.get("exercise") or found.step.exercise
    form = StepForm(data=filled(found.step))
    is_first = found.key == drafting.steps_of(found.working_copy)[0][0]
    return _step_page(found, found.key, slug, form, found.step.schedule, is_first=is_first)


@routes.post(
    "/pathways/<uuid:pathway_id>/edit/steps/<key>/move",
    needs=_MAKE,
    subject=queries.own_pathway_step,
)
def move(found: queries.StepFound) -> Any:
    """Move one step up or down."""
    by = {"up": -1, "down": 1}.get(request.form.get("go", ""), 0)
    services.change_draft(found, drafting.moved(found.working_copy, found.key, by), by=found.actor)
    return _back(found, f"step-{found.key}")


@routes.post(
    "/pathways/<uuid:pathway_id>/edit/steps/<key>/remove",
    needs=_MAKE,
    subject=queries.own_pathway_step,
)
def remove(found: queries.StepFound) -> Any:
    """Take one step out of the draft."""
    services.change_draft(
        found, drafting.without_step(found.working_copy, found.key), by=found.actor
    )
    flash("The step is taken out.", "good")
    return _back(found)


@routes.post("/pathways/<uuid:pathway_id>/publish", needs=_MAKE, subject=queries.own_pathway)
def publish(found: PathwayFound) -> Any:
    """Publish the draft as the next version; couples on an earlier one stay on theirs."""
    try:
        number = services.publish(found, by=found.actor)
    except services.CannotPublish as refused:
        flash(f"Not published yet. {refused}", "attention")
        return _back(found)
    flash(f"Version {number} is published. Couples on an earlier one stay on theirs.", "good")
    return redirect(url_for("pathways.show", pathway_id=found.id), 303)


@routes.post("/pathways/<uuid:pathway_id>/discard", needs=_MAKE, subject=queries.own_pathway)
def discard(found: PathwayFound) -> Any:
    """Let go of the draft."""
    services.discard_draft(found, by=found.actor)
    flash("What you had changed is gone.", "good")
    return redirect(url_for("pathways.library"), 303)


@routes.post("/pathways/<uuid:pathway_id>/retire", needs=_MAKE, subject=queries.own_pathway)
def retire(found: PathwayFound) -> Any:
    """Take a pathway out of use, or bring it back."""
    is_retired = found.pathway.retired_at is None
    services.retire(found, is_retired=is_retired, by=found.actor)
    flash(
        "It is retired. Couples on it stay on it." if is_retired else "It is in use again.", "good"
    )
    return redirect(url_for("pathways.library"), 303)


def _step_page(
    found: PathwayFound, key: str, slug: str, form: StepForm, current: Schedule, *, is_first: bool
) -> Any:
    exercise = _exercise(slug)
    form.offer(exercise, is_first=is_first, current=current)
    form.keep_to_choices()
    if form.validate_on_submit() and _keep(found, key, form, slug):
        return _back(found)
    return render_template(
        "pathways/step.html",
        found=found,
        draft=found.working_copy,
        key=key,
        exercise=exercise,
        form=form,
    ), 422 if form.errors else 200


def _keep(found: PathwayFound, key: str, form: StepForm, slug: str) -> bool:
    draft, made = found.working_copy, form.step(slug)
    try:
        changed = (
            drafting.with_step_changed(draft, key, made) if key else drafting.with_step(draft, made)
        )
    except drafting.CannotChange as refused:
        form.refuse(form.rule, str(refused))
        return False
    services.change_draft(found, changed, by=found.actor)
    return True


def _exercise(slug: str) -> Any:
    found = queries.exercises().get(slug)
    if found is None:
        raise NotFound(slug)
    return found


def _back(found: PathwayFound, anchor: str = "") -> Any:
    return redirect(url_for("pathways.edit", pathway_id=found.id, _anchor=anchor or None), 303)
