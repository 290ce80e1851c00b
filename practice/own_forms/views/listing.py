"""The practice's own forms: the list, a new one, one from a file, one in use or out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from flask import current_app, flash, redirect, render_template, request, url_for

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.catalogue import loading
from practice.catalogue.loading import DefinitionInvalid
from practice.own_forms import queries, services
from practice.own_forms.forms.settings import ActForm, FileForm, NewForm
from practice.own_forms.views.blueprint import routes

_WRITE = Permission.LIBRARY_WRITE
_NO_FILE = "Choose a file first."


@routes.get("/own-forms", needs=_WRITE)
def forms(actor: Actor) -> Any:
    """Every form of the practice, and the files of its own folder that could not be used."""
    _, refused = loading.read_folder(Path(current_app.instance_path) / "catalogue")
    return render_template(
        "own_forms/forms.html", forms=queries.forms(actor), refused=refused, act=ActForm()
    )


@routes.form("/own-forms/new", needs=_WRITE)
def new(actor: Actor) -> Any:
    """Begin a form from nothing or as a copy; ``copy`` names what is chosen to begin with."""
    offered = {str(version_id): one for version_id, one in queries.copyable().items()}
    wished = request.args.get("copy")
    chosen = next((value for value, one in offered.items() if one.slug == wished), "")
    form = NewForm(copy_of=chosen, title=offered[chosen].title if chosen else "")
    form.offer((value, f"{one.title} ({one.module})") for value, one in offered.items())
    if form.validate_on_submit():
        if form.copy_of.data in {"", None, *offered}:
            copy_of = UUID(form.copy_of.data) if form.copy_of.data else None
            made = services.begin(form.title.data or "", copy_of=copy_of, by=actor)
            return redirect(url_for("own_forms.show", form_id=made.id), 303)
        form.refuse(form.copy_of, "Choose from what is offered here.")
    return render_template("own_forms/new.html", form=form), 422 if form.errors else 200


@routes.form("/own-forms/from-file", needs=_WRITE)
def from_file(actor: Actor) -> Any:
    """Take a definition in from a file, or say exactly where it is wrong and why."""
    form = FileForm()
    if form.validate_on_submit():
        try:
            made = _taken_in(form, actor)
        except DefinitionInvalid as invalid:
            form.refuse(form.file, _refusal(invalid))
        else:
            flash("Taken in. Look at it, then publish it.", "good")
            return redirect(url_for("own_forms.show", form_id=made.id), 303)
    return render_template("own_forms/from_file.html", form=form), 422 if form.errors else 200


@routes.post("/own-forms/published/<slug>/edit", needs=_WRITE)
def edit(actor: Actor, slug: str) -> Any:
    """Work on a published form; what was given stays as it was given."""
    made = services.edit_published(queries.own_exercise(slug), by=actor)
    return redirect(url_for("own_forms.show", form_id=made.id), 303)


@routes.post("/own-forms/published/<slug>/retire", needs=_WRITE)
def retire(actor: Actor, slug: str) -> Any:
    """Take a form out of the library."""
    services.retire(queries.own_exercise(slug), is_retired=True, by=actor)
    flash("Taken out of the library. Homework that was given goes on.", "good")
    return redirect(url_for("own_forms.forms"), 303)


@routes.post("/own-forms/published/<slug>/bring-back", needs=_WRITE)
def bring_back(actor: Actor, slug: str) -> Any:
    """Put a form back into the library."""
    services.retire(queries.own_exercise(slug), is_retired=False, by=actor)
    flash("Back in the library.", "good")
    return redirect(url_for("own_forms.forms"), 303)


def _taken_in(form: FileForm, actor: Actor) -> Any:
    sent = form.file.data
    if not sent or not sent.filename:
        raise DefinitionInvalid("", "", _NO_FILE)
    name = Path(sent.filename).name
    try:
        text = sent.read().decode("utf-8")
    except UnicodeDecodeError as broken:
        raise DefinitionInvalid(name, "the whole file", "is not text in UTF-8") from broken
    return services.bring_in(loading.definition_from_text(text, name), source=name, by=actor)


def _refusal(invalid: DefinitionInvalid) -> str:
    if not invalid.place:
        return invalid.problem
    return f"{invalid.source} was not taken in. At {invalid.place}: {invalid.problem}."
