"""What both may read: comparisons the clinician opened, courses both agreed to share, agreements in force."""

from __future__ import annotations

from typing import Any

from flask import render_template

from practice.access.permissions import Permission
from practice.caseload import queries as cases
from practice.caseload import rules as texts
from practice.caseload.queries import Case
from practice.outcomes import queries as outcomes
from practice.portal import presenters, queries
from practice.portal.views.blueprint import routes
from practice.responses import queries as responses


@routes.get("/together", needs=Permission.SHARED_READ, subject=cases.own_case)
def together(case: Case) -> Any:
    """Everything open to both, newest first; what is not there leaves no gap."""
    items = presenters.together_items(
        responses.everything_shown(case), outcomes.shared(case), queries.agreed_together(case)
    )
    opens_later = "" if case.couple.shared_work_open else texts.sentence("pause_sentence")
    return render_template("portal/together.html", items=items, opens_later=opens_later)


@routes.get(
    "/together/course/<uuid:item_id>", needs=Permission.SHARED_READ, subject=queries.shared_course
)
def course(found: queries.OneCourse) -> Any:
    """One course of both, as it was frozen when it was opened."""
    return render_template("portal/course.html", view=presenters.course_view(found.case, found.row))
