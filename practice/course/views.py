"""Routes of the composed pages: all measures, one measure, the restricted ones, and all goals."""

from __future__ import annotations

from typing import Any

from flask import render_template

from practice.access.decide import check
from practice.access.permissions import Permission
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.course.presenters import details, goals_page, measures, sharing
from practice.outcomes import queries as outcomes
from practice.outcomes import rules
from practice.outcomes.queries import MeasureInCase
from practice.treatment import queries as treatment
from practice.web.routes import Routes

routes = Routes("course", __name__)


@routes.get("/couples/<uuid:couple_id>/measures", needs=Permission.CASE_READ, subject=caseload.case)
def overview(case: Case) -> Any:
    """Every measure that was taken: where each began and stands now, and what that change amounts to."""
    return render_template(
        "course/overview.html",
        case=case,
        panels=measures.panels(case, outcomes.courses(case)),
        sharing=sharing.rows(case, outcomes.sharing(case), outcomes.released(case)),
    )


@routes.get(
    "/couples/<uuid:couple_id>/measures/restricted",
    needs=Permission.SAFETY_READ,
    subject=caseload.case,
)
def restricted(case: Case) -> Any:
    """Screens that are kept with the restricted safety record."""
    panels = measures.panels(case, outcomes.restricted_courses(case), together=False)
    return render_template("course/restricted.html", case=case, panels=panels)


@routes.get(
    "/couples/<uuid:couple_id>/measures/<measure_id>",
    needs=Permission.CASE_READ,
    subject=outcomes.measure_in_case,
)
def measure(found: MeasureInCase) -> Any:
    """One measure in full: scales, figures of the two together, and every row that was entered."""
    case, is_restricted = found.case, found.measure.id in rules.RESTRICTED
    if is_restricted:
        check(found.standing, Permission.SAFETY_READ)
    rows = outcomes.all_rows(case, found.measure.id)
    courses = outcomes.courses_on(case, found.measure.id)
    return render_template(
        "course/measure.html",
        case=case,
        panel=measures.panel(case, found.measure, courses, together=not is_restricted),
        is_restricted=is_restricted,
        details=details.details(case, found.measure, courses, rows),
    )


@routes.get("/couples/<uuid:couple_id>/goals", needs=Permission.CASE_READ, subject=caseload.case)
def goals(case: Case) -> Any:
    """The goals of both and of each, with their levels over time and the T-score."""
    page = goals_page.page(case, treatment.goals(case))
    return render_template("course/goals.html", case=case, page=page)
