"""The library: what there is to give, and what it asks."""

from __future__ import annotations

from typing import Any

from flask import render_template
from wtforms import Form

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.assignments import presenters
from practice.assignments.forms import schedule_words
from practice.assignments.views.blueprint import routes
from practice.catalogue import queries as catalogue
from practice.catalogue.forms import build_form
from practice.catalogue.presenters import exercise_card


@routes.get("/library", needs=Permission.LIBRARY_READ)
def library(actor: Actor) -> Any:
    """Every exercise in use, by module."""
    found = presenters.modules(definition for _, definition in catalogue.library())
    return render_template("assignments/library.html", modules=found)


@routes.get("/library/<slug>", needs=Permission.LIBRARY_READ)
def preview(actor: Actor, slug: str) -> Any:
    """One exercise as a partner will see it; nothing here can be sent."""
    _, definition = catalogue.newest(slug)
    questions = presenters.preview(definition)
    form = build_form(definition, [q.field for q in questions], answers={}, base=Form)()
    return render_template(
        "assignments/preview.html",
        exercise=definition,
        card=exercise_card(definition),
        rhythm=schedule_words(definition.schedule),
        questions=questions,
        answers=form,
    )
