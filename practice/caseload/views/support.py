"""Help and support: one page, the same for everyone, signed in or not."""

from __future__ import annotations

from typing import Any

from flask import render_template

from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.accounts.identity import current_actor
from practice.caseload.presenters.support import support_view
from practice.caseload.views.blueprint import routes
from practice.lib import clock

_LAYOUTS = {True: "layouts/clinician.html", False: "layouts/partner.html"}


@routes.get("/help", needs=Permission.PUBLIC)
def support() -> Any:
    """Lines to call, by kind of need. Only the frame around it depends on who is asking, and a note to staff."""
    actor = current_actor()
    installed = accounts.installation()
    return render_template(
        "caseload/support.html",
        layout=_LAYOUTS[actor.is_staff] if actor else "layouts/plain.html",
        is_staff=actor is not None and actor.is_staff,
        view=support_view(
            today=clock.today(installed.zone),
            practice=installed.neutral_name,
            phone=installed.phone,
            hours=installed.hours,
        ),
    )
