"""One form: its overview, settings, preview and file; publishing it, and letting go of changes."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

from flask import flash, redirect, render_template, request, send_file, url_for
from wtforms import Form

from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.assignments.forms import schedule_words
from practice.catalogue import loading
from practice.catalogue.definition import ExerciseDefinition, Schedule
from practice.catalogue.forms import build_form
from practice.catalogue.loading.building import build
from practice.own_forms import presenters, queries, services
from practice.own_forms.forms.settings import ActForm, SettingsForm, settings_data
from practice.own_forms.queries import FormFound, Published
from practice.own_forms.rules import drafting, soundness
from practice.own_forms.views.blueprint import (
    CHANGED_ELSEWHERE,
    FORM,
    all_kinds,
    back_to,
    revision_of,
    routes,
    saved,
)
from practice.reports.building.worksheet import Paperwork, worksheet_of
from practice.reports.document import Letterhead
from practice.reports.sandbox import RenderFailed, render_pdf

_WRITE = Permission.LIBRARY_WRITE


@routes.get(FORM, needs=_WRITE, subject=queries.own_form)
def show(found: FormFound) -> Any:
    """The form: its settings, questions and scores, and what is still to mend."""
    return overview(found)


def overview(found: FormFound, stale: str = "") -> Any:
    """Return the page of a form; ``stale`` says that something was not done because it had changed."""
    problems = soundness.problems(found.draft, found.base)
    return render_template(
        "own_forms/show.html",
        found=found,
        draft=found.draft,
        rhythm=schedule_words(build(Schedule, found.draft["schedule"])),
        questions=presenters.question_lines(found.draft, all_kinds(), problems),
        scores=presenters.score_lines(found.draft, problems),
        problems=problems,
        has_changes=services.has_changes(found),
        stale=stale,
        act=ActForm(),
    ), 409 if stale else 200


@routes.form(FORM + "/settings", needs=_WRITE, subject=queries.own_form)
def settings(found: FormFound) -> Any:
    """What stands around the questions."""
    form = SettingsForm(data={**settings_data(found.draft), "revision": found.row.revision})
    is_stale = False
    if form.validate_on_submit() and (taken := form.taken()) is not None:
        schedule = build(Schedule, taken["schedule"])
        taken["cadence"] = schedule_words(schedule).lower()
        if saved(found, drafting.with_settings(found.draft, taken), form.revision.data):
            return back_to(found)
        is_stale = True
        form.revision.data = str(found.row.revision)
    status = 409 if is_stale else 422 if form.errors else 200
    return render_template(
        "own_forms/settings.html",
        found=found,
        form=form,
        is_stale=is_stale,
        now=found.draft,
    ), status


@routes.post(FORM + "/publish", needs=_WRITE, subject=queries.own_form)
def publish(found: FormFound) -> Any:
    """Publish the draft as a new version."""
    try:
        version = services.publish(
            found, revision=revision_of(request.form.get("revision")), by=found.actor
        )
    except services.Stale:
        return overview(found, CHANGED_ELSEWHERE)
    except services.CannotPublish as refused:
        return overview(found, str(refused))
    flash(f"Published as version {version.version}. It stands in the library.", "good")
    return back_to(found)


@routes.post(FORM + "/discard", needs=_WRITE, subject=queries.own_form)
def discard(found: FormFound) -> Any:
    """Let go of what was changed since the version before, or of a form that was never published."""
    try:
        is_left = services.discard(
            found, revision=revision_of(request.form.get("revision")), by=found.actor
        )
    except services.Stale:
        return overview(found, CHANGED_ELSEWHERE)
    flash("The changes are gone." if is_left else "The form is gone.", "good")
    return back_to(found) if is_left else redirect(url_for("own_forms.forms"), 303)


@routes.get(FORM + "/preview", needs=_WRITE, subject=queries.own_form)
def preview(found: FormFound) -> Any:
    """The pages that one partner gets; nothing can be sent from here."""
    side = "b" if request.args.get("as") == "b" else "a"
    definition = build(ExerciseDefinition, found.draft)
    pages = presenters.preview(found.draft, side)
    asked = [question.field for page in pages for question in page.questions]
    return render_template(
        "own_forms/preview.html",
        found=found,
        exercise=definition,
        side=side,
        pages=pages,
        answers=build_form(definition, asked, answers={}, base=Form)(),
    )


@routes.get(FORM + "/worksheet", needs=_WRITE, subject=queries.own_form)
def worksheet(found: FormFound) -> Any:
    """The form as it is now, as a blank sheet to print."""
    letterhead = Letterhead(accounts.installation().neutral_name)
    sheet = worksheet_of(build(ExerciseDefinition, found.draft), Paperwork(letterhead))
    if sheet is None:
        raise NotFound(found.id)
    try:
        made = render_pdf(sheet)
    except RenderFailed:
        flash("The sheet could not be made just now. Please try again.", "attention")
        return back_to(found)
    return _as_file(made, f"{found.row.slug}.pdf", "application/pdf", attached=False)


@routes.get("/own-forms/versions/<uuid:version_id>/file", needs=_WRITE, subject=queries.published)
def file(found: Published) -> Any:
    """One version as a file of the catalogue: it can be brought in anywhere, or laid in a catalogue's folder."""
    data = loading.definition_to_json(found.definition)
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return _as_file(text.encode(), f"{found.definition.slug}.json", "application/json")


def _as_file(content: bytes, name: str, mimetype: str, *, attached: bool = True) -> Any:
    return send_file(
        BytesIO(content),
        mimetype=mimetype,
        as_attachment=attached,
        download_name=name,
        etag=False,
        last_modified=None,
    )
