"""Routes for adding, editing, rating and ending goals."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for

from practice.access.permissions import Permission
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.lib import clock
from practice.treatment import presenters, queries, services
from practice.treatment.forms import GoalForm, RatingForm
from practice.treatment.queries import GoalInCase
from practice.treatment.views.blueprint import routes

_LEVEL_FIELDS = {
    "2": "level_2",
    "1": "level_1",
    "0": "level_0",
    "-1": "level_minus_1",
    "-2": "level_minus_2",
}


def _goals(case: Case) -> Any:
    return redirect(url_for("course.goals", couple_id=case.id), 303)


@routes.form(
    "/couples/<uuid:couple_id>/goals/new", needs=Permission.GOAL_MANAGE, subject=caseload.case
)
def add_goal(case: Case) -> Any:
    """Add a goal of both, or of one."""
    form = GoalForm(names=presenters.owner_words(case), data=_first_choices())
    if form.validate_on_submit():
        services.add_goal(
            case,
            form.owner.data,
            form.text.data or "",
            int(form.weight.data),
            form.levels,
            form.setback.data or "",
            by=case.actor,
        )
        flash("The goal is added.", "good")
        return _goals(case)
    status = 422 if form.is_submitted() else 200
    return render_template("treatment/goal.html", case=case, form=form, goal=None), status


def _first_choices() -> dict[str, str]:
    return {"owner": "both", "weight": "1"}


@routes.form(
    "/couples/<uuid:couple_id>/goals/<uuid:goal_id>/edit",
    needs=Permission.GOAL_MANAGE,
    subject=queries.goal_in_case,
)
def edit_goal(found: GoalInCase) -> Any:
    """Word a goal anew; whose it is stays."""
    case, goal = found.case, found.goal
    form = GoalForm(names=presenters.owner_words(case), data=_held(goal.content))
    # Whose goal it is decides where it is kept, and so cannot change.
    del form.owner
    if form.validate_on_submit():
        services.edit_goal(
            case,
            goal,
            text=form.text.data or "",
            weight=int(form.weight.data),
            levels=form.levels,
            setback=form.setback.data or "",
            by=case.actor,
        )
        flash("The goal is changed.", "good")
        return _goals(case)
    status = 422 if form.is_submitted() else 200
    return render_template("treatment/goal.html", case=case, form=form, goal=goal), status


def _held(content: dict[str, Any]) -> dict[str, Any]:
    levels = {_LEVEL_FIELDS[n]: words for n, words in content.get("levels", {}).items()}
    return {
        "text": content["text"],
        "weight": str(content["weight"]),
        "setback": content.get("setback", ""),
        **levels,
    }


@routes.form(
    "/couples/<uuid:couple_id>/goals/<uuid:goal_id>/rate",
    needs=Permission.GOAL_MANAGE,
    subject=queries.goal_in_case,
)
def rate_goal(found: GoalInCase) -> Any:
    """Note the level agreed in session."""
    case, goal = found.case, found.goal
    today = clock.today(queries.practice_zone())
    levels = presenters.level_choices(goal.content.get("levels", {}))
    form = RatingForm(levels=levels, today=today, data={"rated_on": today})
    if form.validate_on_submit():
        services.rate_goal(case, goal, int(form.level.data), form.rated_on.day, by=case.actor)
        flash("The rating is noted.", "good")
        return _goals(case)
    status = 422 if form.is_submitted() else 200
    return render_template("treatment/rate.html", case=case, form=form, goal=goal), status


@routes.post(
    "/couples/<uuid:couple_id>/goals/<uuid:goal_id>/end",
    needs=Permission.GOAL_MANAGE,
    subject=queries.goal_in_case,
)
def end_goal(found: GoalInCase) -> Any:
    """End a goal: finished, or set aside."""
    services.end_goal(
        found.case, found.goal, set_aside="set_aside" in request.form, by=found.case.actor
    )
    flash("The goal is ended. You can open it again.", "good")
    return _goals(found.case)


@routes.post(
    "/couples/<uuid:couple_id>/goals/<uuid:goal_id>/reopen",
    needs=Permission.GOAL_MANAGE,
    subject=queries.goal_in_case,
)
def reopen_goal(found: GoalInCase) -> Any:
    """Take the end of a goal back."""
    services.reopen_goal(found.case, found.goal, by=found.case.actor)
    flash("The goal is open again.", "good")
    return _goals(found.case)
