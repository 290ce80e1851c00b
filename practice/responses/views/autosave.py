"""A page of homework that saves itself while it is being written."""

from __future__ import annotations

from typing import Any

from flask import make_response

from practice.access.permissions import Permission
from practice.lib import clock
from practice.responses import rules
from practice.responses.views.blueprint import OpenRound, own_round, routes
from practice.responses.views.drafting import ELSEWHERE, TWO_VERSIONS
from practice.responses.views.homework import HOMEWORK
from practice.responses.views.saving import Typed, Unreadable, save, typed_by_script
from practice.web.templating import clock_time


@routes.post(
    HOMEWORK + "/part/<int:number>/autosave",
    needs=Permission.OWN_HOMEWORK,
    subject=own_round,
)
def autosave(found: OpenRound) -> Any:
    """Save a page while it is being written. The answer says the new revision, or keeps both texts apart."""
    if not (found.round.agreements.forms_open and found.round.is_open):
        return make_response({"message": "This cannot be written in now. Keep your words."}, 409)
    try:
        typed = typed_by_script(found)
    except Unreadable as problem:
        return make_response({"message": str(problem)}, 422)
    try:
        draft = save(found, typed)
    except (rules.Conflict, rules.HeldElsewhere) as kept_apart:
        return make_response(_both_texts(found, typed, kept_apart), 409)
    return {"revision": draft.revision, "saved_at": clock_time(clock.now())}


def _both_texts(found: OpenRound, typed: Typed, why: Exception) -> dict[str, Any]:
    saved = found.round.given_answers
    return {
        "message": ELSEWHERE if isinstance(why, rules.HeldElsewhere) else TWO_VERSIONS,
        "url": found.address("part", number=found.number),
        "revision": found.round.revision,
        "saved": {one.key: saved[one.key] for one in typed.fields if one.key in saved},
        "typed": dict(typed.answers),
    }
