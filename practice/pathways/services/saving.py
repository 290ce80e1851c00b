"""Saving what a couple has as a pathway of one's own."""

from __future__ import annotations

from practice.access.actor import Actor
from practice.caseload.queries import Case
from practice.pathways.models import Pathway
from practice.pathways.queries.had import steps_had
from practice.pathways.rules import drafting
from practice.pathways.services.making import make


def save_as_pathway(case: Case, title: str, *, by: Actor) -> Pathway:
    """Begin a pathway of one's own from what a couple was given and was not taken back, in the order of the first days."""
    draft = drafting.new_draft(title)
    draft["steps"] = drafting.keyed(list(steps_had(case))[: drafting.MOST_STEPS])
    return make(draft, by=by)
