"""One tap after sending: how useful it was, and how much went into it. Leaving it out is fine."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for

from practice.access.permissions import Permission
from practice.responses import queries, services
from practice.responses.queries import Sent
from practice.responses.views.blueprint import routes


@routes.post(
    "/homework/sent/<uuid:submission_id>/rating",
    needs=Permission.OWN_HOMEWORK,
    subject=queries.own_submission,
)
def rate(sent: Sent) -> Any:
    """Keep one's own word on what was sent."""
    useful, effort = _tenths("useful"), _tenths("effort")
    if useful is not None or effort is not None:
        services.rate(sent, useful=useful, effort=effort, by=sent.case.actor)
        flash("Thank you. Only you and your care team can see this.", "good")
    return redirect(url_for("portal.today"), 303)


def _tenths(name: str) -> int | None:
    """A number from 0 to 10; anything else says nothing."""
    number = request.form.get(name, type=int)
    return number if number is not None and 0 <= number <= 10 else None
