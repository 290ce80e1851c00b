"""The page on how homework goes over time; for the care team alone."""

from __future__ import annotations

from typing import Any

from flask import render_template, request

from practice.access.permissions import Permission
from practice.adherence import queries
from practice.adherence.presenters import adherence_page
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.lib import clock
from practice.web.routes import Routes

routes = Routes("adherence", __name__)


@routes.get(
    "/couples/<uuid:couple_id>/homework/adherence",
    needs=Permission.RESPONSE_READ,
    subject=caseload.case,
)
def over_time(case: Case) -> Any:
    """Asked, come back, by the date, quality, usefulness and obstacles of each partner."""
    today = clock.today(case.actor.zone)
    page = request.args.get("page", 1, type=int)
    view = adherence_page(case, queries.rounds(case), today, page)
    return render_template("adherence/over_time.html", case=case, view=view)
