"""Where a partner starts: at most three things, then what is coming and what is done."""

from __future__ import annotations

from typing import Any

from flask import render_template

from practice.access.permissions import Permission
from practice.caseload import queries as cases
from practice.caseload import rules as texts
from practice.caseload.queries import Case
from practice.intake import queries as intake
from practice.intake.presenters.own import today_card
from practice.lib import clock
from practice.portal import presenters
from practice.portal.views.blueprint import routes
from practice.responses import queries as responses
from practice.responses.presenters.today import homework_cards
from practice.safety import queries as safety
from practice.safety import rules as questions


@routes.get("/today", needs=Permission.PORTAL, subject=cases.own_case)
def today(case: Case) -> Any:
    """Today: nothing on it depends on what the other does."""
    own = cases.agreements_of(case, case.side)
    view = presenters.today_view(
        own=own,
        questions=questions.private_check()
        if own.consented and questions.is_due(safety.last_sent_at(case), clock.now())
        else None,
        questions_seen_by=texts.who_sees_line(
            "flag", cases.policy_in_force(case), "alone", protected=True
        ),
        homework=homework_cards(responses.today(case)),
        starting=today_card(intake.own_intake(case, own), cases.policy_in_force(case)),
    )
    return render_template("portal/today.html", first_name=case.own.first_name, view=view)
