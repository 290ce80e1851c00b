"""The privacy officer's page: who did what and when, without any content."""

from __future__ import annotations

from typing import Any

from flask import render_template, request

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.audit import queries as trail
from practice.desk.presenters.audit import line, verdict_words
from practice.desk.views.blueprint import routes

NEWEST = 50


@routes.get("/audit", needs=Permission.AUDIT_READ, fresh=True)
def audit(actor: Actor) -> Any:
    """The newest events and whether they are whole; ``?check=all`` walks the whole chain, which takes longer the longer it is."""
    events = trail.latest(NEWEST)
    names = accounts.names_of(sorted({e.actor for e in events if e.actor is not None}))
    everything = request.args.get("check") == "all"
    verdict = trail.verify() if everything else trail.verify_newest(NEWEST)
    return render_template(
        "desk/audit.html",
        lines=[line(event, names) for event in events],
        verdict=verdict,
        verdict_words=verdict_words(verdict),
        count=verdict.events,
    )
