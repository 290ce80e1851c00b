"""Showing answers to both: exactly what they would see, what speaks against it, and the act itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.assignments import queries as assignments
from practice.responses import queries, rules, services
from practice.responses.presenters.shown import shown_page
from practice.responses.queries import Pair
from practice.responses.services.releasing import Prepared
from practice.responses.views.blueprint import routes

RELEASE = "/couples/<uuid:couple_id>/homework/set/<uuid:set_id>/release"
CHANGED = "What would be shown has changed since you looked. Please look once more."


def pair(actor: Actor, couple_id: UUID, set_id: UUID) -> Pair:
    """Load one round of a set (``?round=``, or the newest that everyone sent); raise :class:`NotFound`."""
    found = assignments.set_of(actor, couple_id, set_id)
    return queries.pair_of(found, request.args.get("round"))


@routes.get(RELEASE, needs=Permission.RESPONSE_RELEASE, subject=pair)
def release_preview(found: Pair) -> Any:
    """Exactly what both would see; ticked lines are left out."""
    args = request.args
    return _page(services.prepare(found, args.getlist("leave_out"), args.getlist("pick")))


@routes.post(RELEASE, needs=Permission.RESPONSE_RELEASE, subject=pair)
def release(found: Pair) -> Any:
    """Show it to both, as it was previewed."""
    form = request.form
    prepared = services.prepare(found, form.getlist("leave_out"), form.getlist("pick"))
    try:
        services.release(prepared, digest=request.form.get("digest", ""), by=found.case.actor)
    except rules.CannotRelease:
        return _page(prepared), 422
    except rules.Stale:
        return _page(prepared, CHANGED), 409
    flash("Both can read this now.", "good")
    return redirect(url_for("responses.overview", couple_id=found.case.id), 303)


@routes.post(RELEASE + "/close", needs=Permission.RESPONSE_RELEASE, subject=pair)
def close(found: Pair) -> Any:
    """Stop showing a round, on both sides at once."""
    services.close_release(found, by=found.case.actor)
    flash("This is no longer shown to either.", "good")
    return redirect(url_for("responses.overview", couple_id=found.case.id), 303)


def _page(prepared: Prepared, problem: str = "") -> str:
    form_of = request.form if request.method == "POST" else request.args
    return render_template(
        "responses/release.html",
        case=prepared.pair.case,
        pair=prepared.pair,
        exercise=prepared.pair.definition,
        prepared=prepared,
        page=shown_page(prepared.content),
        everything=services.prepare(prepared.pair).items,
        left_out=form_of.getlist("leave_out"),
        picked=form_of.getlist("pick"),
        problem=problem,
    )
