"""The comparison page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import render_template, request

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.assignments import queries as assignments
from practice.comparison.presenters import comparison_page
from practice.responses import queries as responses
from practice.responses.queries import Pair
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
