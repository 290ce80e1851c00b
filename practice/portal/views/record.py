"""My record: what I wrote, what I agreed to, who can see what, and what I was given."""

from __future__ import annotations

from typing import Any

from flask import render_template

from practice.access.permissions import Permission
from practice.caseload import queries as cases
from practice.caseload.queries import Case
from practice.outcomes import queries as outcomes
from practice.portal import presenters, queries
from practice.portal.views.blueprint import routes
from practice.reports import queries as reports
from practice.responses import queries as responses
from practice.safety import queries as safety


@routes.get("/record", needs=Permission.OWN_RECORD, subject=cases.own_case)
def record(case: Case) -> Any:
    """The whole own record on one page, titles and dates only; reading one's answers asks for proof."""
    view = presenters.record_view(
        writing=responses.own_submissions(case),
        viewable=safety.viewable_checks(case),
        signatures=cases.signatures(case, case.side),
        offered=queries.text_ids(case),
        who_sees=presenters.who_sees_view(cases.care_team(case), cases.policy_in_force(case)),
        contact=cases.safe_contact(case, case.side),
        sharing=outcomes.own_sharing(case),
        reports=reports.given_to(case),
    )
    return render_template("portal/record.html", view=view)
