"""Changing what was given: dates and limits, pauses, stopping; for both or for one, by the clinician alone."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for

from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.assignments import queries as assignments
from practice.assignments import rules as assignment_rules
from practice.assignments import services as changing
from practice.assignments.forms import ChangeForm, ForWhomForm, FromDayForm
from practice.assignments.models import Assignment
from practice.assignments.queries import GivenSet
from practice.lib import clock
from practice.responses.presenters.changing import change_page, people_of
from practice.responses.queries.rhythms import sent_among
from practice.responses.views.blueprint import routes

_SET = "/couples/<uuid:couple_id>/homework/set/<uuid:set_id>"


@routes.form(_SET + "/change", needs=Permission.HOMEWORK_ASSIGN, subject=assignments.set_of)
def change(found: GivenSet) -> Any:
    """By when, for how long, how often at most; beside it pausing, stopping and taking back."""
    rows = _standing(found)
    first = rows[0]
    form = ChangeForm(
        whom=people_of(found)[0][0],
        due_on=first.due_on,
        window=first.window_days,
        most=first.most_rounds,
        ends_on=first.ends_on,
    )
    form.offer(people_of(found))
    form.starts_on = max(row.starts_on for row in rows)
    if form.validate_on_submit() and _change(found, form):
        flash(f"“{found.definition.title}” is changed.", "good")
        return _overview(found)
    return _page(found, form), 422 if form.is_submitted() else 200


def _change(found: GivenSet, form: ChangeForm) -> bool:
    try:
        changing.change(
            found,
            found.standing_rows(form.whom.data),
            due_on=form.due_on.data,
            ends_on=form.ends_on.data,
            window_days=form.window.data,
            most_rounds=form.most.data,
            by=found.case.actor,
            sent=sent_among(found),
        )
    except assignment_rules.CannotAssign as refused:
        form.refuse(form.due_on, str(refused))
        return False
    return True


@routes.post(_SET + "/pause", needs=Permission.HOMEWORK_ASSIGN, subject=assignments.set_of)
def pause(found: GivenSet) -> Any:
    """Ask nothing from a day on."""
    form = _from_day(found, "pause-")
    if form.validate_on_submit():
        try:
            changing.pause(found, _chosen(found, form), from_day=form.day.day, by=found.case.actor)
        except assignment_rules.CannotAssign as refused:
            form.refuse(form.day, str(refused))
        else:
            flash(f"“{found.definition.title}” is paused. What was sent stays.", "good")
            return _overview(found)
    return _page(found, _unchanged(found), pausing=form), 422


@routes.post(_SET + "/resume", needs=Permission.HOMEWORK_ASSIGN, subject=assignments.set_of)
def resume(found: GivenSet) -> Any:
    """Go on again from a day on."""
    form = _from_day(found, "resume-")
    if form.validate_on_submit():
        try:
            changing.resume(found, _chosen(found, form), on_day=form.day.day, by=found.case.actor)
        except assignment_rules.CannotAssign as refused:
            form.refuse(form.day, str(refused))
        else:
            flash(f"“{found.definition.title}” goes on again.", "good")
            return _overview(found)
    return _page(found, _unchanged(found), resuming=form), 422


@routes.post(_SET + "/stop", needs=Permission.HOMEWORK_ASSIGN, subject=assignments.set_of)
def stop(found: GivenSet) -> Any:
    """Let nothing new open after today."""
    form = _to_stop(found)
    try:
        if form.validate_on_submit():
            changing.stop(found, _chosen(found, form), by=found.case.actor)
            flash(f"“{found.definition.title}” stops after today. What was sent stays.", "good")
    except assignment_rules.CannotAssign as refused:
        flash(str(refused), "attention")
    return _overview(found)


def _standing(found: GivenSet) -> list[Assignment]:
    rows = found.standing_rows()
    if not rows:
        raise NotFound(found.id)
    return rows


def _chosen(found: GivenSet, form: ForWhomForm) -> list[Assignment]:
    return found.standing_rows(form.whom.data)


def _from_day(found: GivenSet, prefix: str) -> FromDayForm:
    _standing(found)
    today = clock.today(found.case.actor.zone)
    form = FromDayForm(prefix=prefix, whom=people_of(found)[0][0], day=today)
    form.offer(people_of(found))
    return form


def _to_stop(found: GivenSet) -> ForWhomForm:
    _standing(found)
    form = ForWhomForm(prefix="stop-", whom=people_of(found)[0][0])
    form.offer(people_of(found))
    return form


def _unchanged(found: GivenSet) -> ChangeForm:
    """The form of dates and limits as it stands, while another form of the page was sent."""
    first = _standing(found)[0]
    form = ChangeForm(
        formdata=None,
        whom=people_of(found)[0][0],
        due_on=first.due_on,
        window=first.window_days,
        most=first.most_rounds,
        ends_on=first.ends_on,
    )
    form.offer(people_of(found))
    return form


def _page(
    found: GivenSet,
    form: ChangeForm,
    *,
    pausing: FromDayForm | None = None,
    resuming: FromDayForm | None = None,
) -> str:
    return render_template(
        "responses/change.html",
        case=found.case,
        found=found,
        form=form,
        pausing=pausing or _from_day(found, "pause-"),
        resuming=resuming or _from_day(found, "resume-"),
        stopping=_to_stop(found),
        view=change_page(found, clock.today(found.case.actor.zone)),
    )


def _overview(found: GivenSet) -> Any:
    return redirect(url_for("responses.overview", couple_id=found.case.id), 303)
