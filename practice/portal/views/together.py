"""What both may read: comparisons the clinician opened, courses both agreed to share, agreements in force."""

from __future__ import annotations

from typing import Any

from flask import render_template

from practice.access.permissions import Permission
from practice.caseload import queries as cases
from practice.caseload.queries import Case
from practice.outcomes import queries as outcomes
from practice.portal import presenters, queries
from practice.portal.views.blueprint import routes


@routes.get("/together", needs=Permission.SHARED_READ, subject=cases.own_case)
def together(case: Case) -> Any:
    """Everything open to both, newest first; what is not there leaves no gap."""
    items = presenters.together_items(
        queries.releases(case), outcomes.shared(case), queries.joint_agreements(case)
    )
    return render_template("portal/together.html", items=items)


@routes.get(
    "/together/agreement/<uuid:item_id>",
    needs=Permission.SHARED_READ,
    subject=queries.joint_written,
)
def joint(found: queries.OneWriting) -> Any:
    """One agreement in force, as both wrote it."""
    return render_template(
        "portal/joint.html", view=presenters.writing_view(found.case, found.written)
    )


@routes.get(
    "/together/course/<uuid:item_id>", needs=Permission.SHARED_READ, subject=queries.shared_course
)
def course(found: queries.OneCourse) -> Any:
    """One course of both, as it was frozen when it was opened."""
    return render_template("portal/course.html", view=presenters.course_view(found.case, found.row))
