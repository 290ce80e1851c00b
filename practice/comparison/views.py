"""The comparison pages: the whole one for the care team, and what was opened to both."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import render_template, request

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.assignments import queries as assignments
from practice.caseload import rules as caseload_rules
from practice.comparison.presenters import comparison_page, shared_page
from practice.responses import queries as responses
from practice.responses.queries import Pair, Shown
from practice.web.routes import Routes

routes = Routes("comparison", __name__)


def pair(actor: Actor, couple_id: UUID, set_id: UUID) -> Pair:
    """Load one round of a set (``?round=``, or the newest that everyone sent); raise ``NotFound``."""
    found = assignments.set_of(actor, couple_id, set_id)
    return responses.pair_of(found, request.args.get("round"))


@routes.get(
    "/couples/<uuid:couple_id>/homework/set/<uuid:set_id>",
    needs=Permission.RESPONSE_READ,
    subject=pair,
)
def compare(found: Pair) -> Any:
    """Where the two stand on each topic, the widest gap first, with the same data as a table."""
    return render_template(
        "comparison/compare.html",
        case=found.case,
        pair=found,
        exercise=found.definition,
        page=comparison_page(found),
    )


@routes.get("/together/<uuid:release_id>", needs=Permission.SHARED_READ, subject=responses.shown)
def shown(found: Shown) -> Any:
    """A released comparison; how one's own guesses came out is told to the guesser alone."""
    return render_template("comparison/shown.html", **shown_context(found))


def shown_context(found: Shown) -> dict[str, Any]:
    """Return what the page of a released comparison reads."""
    case, own = found.case, responses.own_answers_to(found)
    page = shared_page(
        found.definition,
        found.release.content,
        "a" if case.side == "a" else "b",
        own.answers if own else {},
        (case.a.first_name, case.b.first_name),
        responses.closed_again(found),
    )
    return {
        "case": case,
        "exercise": found.definition,
        "release": found.release,
        "page": page,
        "left_out_sentence": caseload_rules.sentence("withheld_content_sentence"),
    }
