"""One couple at a glance: what the clinician needs before they walk in."""

from __future__ import annotations

from typing import Any

from flask import render_template

from practice.access.permissions import Permission
from practice.caseload import queries as cases
from practice.caseload.queries import Case
from practice.desk import queries
from practice.desk.presenters.overview import overview
from practice.desk.views.blueprint import routes


@routes.get("/couples/<uuid:couple_id>", needs=Permission.CASE_READ, subject=cases.case)
def couple(case: Case) -> Any:
    """The overview: attention, agreements, homework, measures and the next session on one screen."""
    return render_template(
        "desk/couple.html", case=case, view=overview(case, queries.overview(case))
    )
