"""The pathways there are, and the plan of one in words."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.pathways import presenters, queries, services
from practice.pathways.queries import PathwayFound
from practice.pathways.views.blueprint import routes


@routes.get("/pathways", needs=Permission.LIBRARY_READ)
def library(actor: Actor) -> Any:
    """One's own pathways and the ready-made."""
    exercises = queries.exercises()
    return render_template(
        "pathways/library.html",
        own=presenters.cards(queries.own(actor), exercises),
        ready_made=presenters.cards(queries.ready_made(), exercises),
    )


@routes.get("/pathways/<uuid:pathway_id>", needs=Permission.LIBRARY_READ, subject=queries.pathway)
def show(found: PathwayFound) -> Any:
    """The newest version of a pathway, week by week."""
    if found.definition is None:
        return redirect(url_for("pathways.edit", pathway_id=found.id), 303)
    exercises = queries.exercises_of([found.definition])
    return render_template(
        "pathways/show.html",
        found=found,
        pathway=found.definition,
        plan=presenters.plan(found.definition, exercises),
        reading=queries.cards_named(found.definition.reading),
    )


@routes.post(
    "/pathways/<uuid:pathway_id>/copy", needs=Permission.PATHWAY_MAKE, subject=queries.pathway
)
def copy(found: PathwayFound) -> Any:
    """Begin a pathway of one's own that says what this one says."""
    if found.definition is None:
        return redirect(url_for("pathways.edit", pathway_id=found.id), 303)
    title = f"{found.definition.title}, my version"
    made = services.copy(found.definition, title, by=found.actor)
    flash("This is your own copy. It reaches no couple before you publish it.", "good")
    return redirect(url_for("pathways.edit", pathway_id=made.id), 303)
