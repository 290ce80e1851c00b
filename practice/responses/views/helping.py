"""Help and support before anything else, for somebody whose answer asks for it."""

from __future__ import annotations

from typing import Any

from flask import render_template, request

from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.caseload.presenters.support import support_view
from practice.lib import clock
from practice.responses.views.blueprint import OpenRound, own_round, routes, while_open
from practice.responses.views.homework import HOMEWORK


@routes.get(HOMEWORK + "/part/<int:number>/help", needs=Permission.OWN_HOMEWORK, subject=own_round)
@while_open
def help_first(found: OpenRound) -> Any:
    """Help and support, shown at once to somebody whose answer asks for it; then on to where they were going."""
    following = request.args.get("next", type=int)
    here = accounts.installation()
    return render_template(
        "responses/help_first.html",
        exercise=found.round.given.definition,
        view=support_view(
            today=clock.today(here.zone),
            practice=here.neutral_name,
            phone=here.phone,
            hours=here.hours,
        ),
        onward=found.address("part", number=following) if following else found.address("check"),
    )
