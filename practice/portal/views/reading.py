"""Cards to read: all of them for everyone, in the same order. Opening one is noted nowhere, for anyone.

The pages are asked for by person and not by case, so that the gate writes no line about whose case read what.
"""

from __future__ import annotations

from typing import Any

from flask import render_template

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.caseload import queries as cases
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import Kind
from practice.portal import presenters
from practice.portal.views.blueprint import routes
from practice.responses import queries as responses


@routes.get("/reading", needs=Permission.PORTAL)
def reading(actor: Actor) -> Any:
    """All cards by their neutral titles."""
    cards = presenters.in_order(card for _, card in catalogue.library(Kind.READING))
    return render_template("portal/reading.html", cards=cards)


@routes.get("/reading/<slug>", needs=Permission.PORTAL)
def card(actor: Actor, slug: str) -> Any:
    """One card, and the homework it goes with where this person was given it."""
    _, found = catalogue.newest(slug)
    if found.kind is not Kind.READING:
        raise NotFound(slug)
    given = responses.today(cases.own_case(actor))
    return render_template("portal/card.html", card=found, links=presenters.goes_with(found, given))
