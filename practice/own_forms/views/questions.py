"""The questions of a form: added, edited, moved, doubled, removed."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for

from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.catalogue.definition import FieldDefinition, FieldType
from practice.catalogue.loading.building import build, plain
from practice.own_forms import queries
from practice.own_forms.forms.everywhere import VISIBILITY_NOTES
from practice.own_forms.forms.parts import Around, Json
from practice.own_forms.forms.question import Kind, QuestionForm, question_form
from practice.own_forms.queries import FormFound, PartFound
from practice.own_forms.rules import drafting, soundness
from practice.own_forms.rules.naming import named
from practice.own_forms.views.blueprint import (
    CHANGED_ELSEWHERE,
    FORM,
    all_kinds,
    back_to,
    routes,
    saved,
)
from practice.own_forms.views.making import overview

_WRITE = Permission.LIBRARY_WRITE
_QUESTION = FORM + "/questions/<key>"


@routes.get(FORM + "/questions/choose", needs=_WRITE, subject=queries.own_form)
def choose_kind(found: FormFound) -> Any:
    """Which type of question to add."""
    return render_template("own_forms/kinds.html", found=found, kinds=all_kinds().values())


@routes.form(FORM + "/questions/add", needs=_WRITE, subject=queries.own_form)
def add_question(found: FormFound) -> Any:
    """A new question, at the end."""
    if not request.args.get("type"):
        return redirect(url_for("own_forms.choose_kind", form_id=found.id), 303)
    kind = _kind(request.args["type"])
    return _edit(found, kind, drafting.new_question(kind.type.value), is_new=True)


@routes.form(_QUESTION, needs=_WRITE, subject=queries.question_of)
def question(found: PartFound) -> Any:
    """One question. One that was removed elsewhere comes back with what was typed."""
    if found.held is None:
        kind = _kind(request.form.get("type", ""))
        held = {**drafting.new_question(kind.type.value), "key": found.key}
        return _edit(found.form, kind, held)
    return _edit(found.form, _kind(found.held["type"]), found.held)


@routes.post(_QUESTION + "/up", needs=_WRITE, subject=queries.question_of)
def move_up(found: PartFound) -> Any:
    """One place up."""
    return _act(found, lambda: drafting.moved(found.form.draft, found.key, -1), "Moved up.")


@routes.post(_QUESTION + "/down", needs=_WRITE, subject=queries.question_of)
def move_down(found: PartFound) -> Any:
    """One place down."""
    return _act(found, lambda: drafting.moved(found.form.draft, found.key, 1), "Moved down.")


@routes.post(_QUESTION + "/double", needs=_WRITE, subject=queries.question_of)
def double(found: PartFound) -> Any:
    """A copy right below."""
    return _act(found, lambda: drafting.duplicated(found.form.draft, found.key), "Doubled.")


@routes.post(_QUESTION + "/remove", needs=_WRITE, subject=queries.question_of)
def remove_question(found: PartFound) -> Any:
    """Take a question out; versions that were published keep it."""
    return _act(found, lambda: drafting.without_question(found.form.draft, found.key), "Removed.")


def _act(found: PartFound, change: Any, words: str) -> Any:
    if found.held is None or not saved(found.form, change(), request.form.get("revision"), words):
        return overview(found.form, CHANGED_ELSEWHERE)
    return redirect(url_for("own_forms.show", form_id=found.id, _anchor="questions"), 303)


def _edit(found: FormFound, kind: Kind, held: Json, *, is_new: bool = False) -> Any:
    form = question_form(kind, held, _around(found, held["key"]))
    is_stale = False
    if form.validate_on_submit() and (taken := _taken(found, form, held)) is not None:
        if saved(found, drafting.with_question(found.draft, taken), form.revision.data):
            return back_to(found)
        is_stale = True
    if is_stale or not form.is_submitted():
        form.revision.data = str(found.row.revision)
    status = 409 if is_stale else 422 if form.errors else 200
    return render_template(
        "own_forms/question.html",
        found=found,
        form=form,
        kind=kind,
        held=held,
        is_new=is_new,
        is_stale=is_stale,
        notes=VISIBILITY_NOTES,
    ), status


def _taken(found: FormFound, form: QuestionForm, held: Json) -> Json | None:
    taken = form.taken(held)
    if taken is None:
        return None
    if not taken["key"]:
        taken["key"] = named(taken["prompt"], drafting.keys_of(found.draft), otherwise="question")
    tidy: Json = plain(build(FieldDefinition, taken))
    candidate = drafting.with_question(found.draft, tidy)
    wrong = [
        problem.reason
        for problem in soundness.problems(candidate, found.base)
        if (problem.kind, problem.key) == ("question", taken["key"])
    ]
    for reason in wrong:
        form.refuse(form["visibility"], f"{reason[:1].upper()}{reason[1:]}")
    return None if wrong else tidy


def _around(found: FormFound, key: str) -> Around:
    fields = found.draft["fields"]
    keys = drafting.keys_of(found.draft)
    earlier = fields[: keys.index(key)] if key in keys else fields
    return Around(earlier=earlier, others=[field for field in fields if field["key"] != key])


def _kind(name: str) -> Kind:
    try:
        return all_kinds()[FieldType(name)]
    except ValueError as unknown:
        raise NotFound(name) from unknown
