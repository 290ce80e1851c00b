"""The scores of a form: added, edited, removed."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for

from practice.access.permissions import Permission
from practice.catalogue.loading.building import build, plain
from practice.catalogue.scores import Score
from practice.own_forms import presenters, queries
from practice.own_forms.forms.score import ScoreForm, score_data
from practice.own_forms.queries import FormFound, PartFound
from practice.own_forms.rules import drafting, soundness
from practice.own_forms.rules.drafting import Json
from practice.own_forms.rules.naming import named
from practice.own_forms.views.blueprint import CHANGED_ELSEWHERE, FORM, back_to, routes, saved
from practice.own_forms.views.making import overview

_WRITE = Permission.LIBRARY_WRITE
_SCORE = FORM + "/scores/<key>"
# Where a problem of a score is mended; everything else stands at what it counts.
_INPUTS = {"may_miss": "may_miss", "bands": "bands", "part_of": "part_of"}


@routes.form(FORM + "/scores/add", needs=_WRITE, subject=queries.own_form)
def add_score(found: FormFound) -> Any:
    """A new score."""
    return _edit(found, {"key": ""}, is_new=True)


@routes.form(_SCORE, needs=_WRITE, subject=queries.score_of)
def score(found: PartFound) -> Any:
    """One score. One that was removed elsewhere comes back with what was typed."""
    return _edit(found.form, found.held or {"key": found.key})


@routes.post(_SCORE + "/remove", needs=_WRITE, subject=queries.score_of)
def remove_score(found: PartFound) -> Any:
    """Take a score out; what was sent keeps what was worked out then."""
    form = found.form
    if found.held is None or not saved(
        form,
        drafting.without_score(form.draft, found.key),
        request.form.get("revision"),
        "Removed.",
    ):
        return overview(form, CHANGED_ELSEWHERE)
    return redirect(url_for("own_forms.show", form_id=found.id, _anchor="scores"), 303)


def _edit(found: FormFound, held: Json, *, is_new: bool = False) -> Any:
    others = [one for one in found.draft.get("scores", ()) if one["key"] != held["key"]]
    countable = presenters.countable(found.draft)
    form = ScoreForm(data=score_data(held))
    form.offer(countable, others)
    is_stale = False
    if form.validate_on_submit() and (taken := _taken(found, form, held, others)) is not None:
        if saved(found, drafting.with_score(found.draft, taken), form.revision.data):
            return back_to(found)
        is_stale = True
    if is_stale or not form.is_submitted():
        form.revision.data = str(found.row.revision)
    return render_template(
        "own_forms/score.html",
        found=found,
        form=form,
        held=held,
        countable=countable,
        is_new=is_new,
        is_stale=is_stale,
    ), 409 if is_stale else 422 if form.errors else 200


def _taken(found: FormFound, form: ScoreForm, held: Json, others: list[Json]) -> Json | None:
    key = held["key"] or named(
        form.label.data or "", drafting.keys_of(found.draft, "scores"), otherwise="score"
    )
    taken = form.taken(key, others)
    if taken is None:
        return None
    tidy: Json = plain(build(Score, taken))
    candidate = drafting.with_score(found.draft, tidy)
    wrong = [
        problem
        for problem in soundness.problems(candidate, found.base)
        if (problem.kind, problem.key) == ("score", key)
    ]
    for problem in wrong:
        at = _INPUTS.get(problem.place.rpartition(".")[2], "counted")
        form.refuse(form[at], f"{problem.reason[:1].upper()}{problem.reason[1:]}.")
    return None if wrong else tidy
