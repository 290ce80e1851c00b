"""Who finds which way around: the main navigation by role, and the tabs of one couple.

An entry stands there when its page does and the person may open it: both are read from the page's own declaration.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import current_app, request, url_for

from practice.access.actor import Actor, Capacity, Role, Standing
from practice.access.decide import can
from practice.caseload.queries import Case
from practice.web.routes import declaration_of


@dataclass(frozen=True)
class Place:
    """One entry: its words, the page it leads to, and an icon for the clinician's rail."""

    words: str
    endpoint: str
    icon: str = "home"


_CLINICIAN = (
    Place("Caseload", "desk.caseload", "people"),
    Place("Review", "responses.queue", "tasks"),
    Place("Library", "assignments.library", "book"),
    Place("Pathways", "pathways.library", "calendar"),
)
_PARTNER = (
    Place("Today", "portal.today"),
    Place("Together", "portal.together"),
    Place("Reading", "portal.reading"),
    Place("My record", "portal.record"),
    Place("Help and support", "caseload.support"),
)
PLACES: dict[Role, tuple[Place, ...]] = {
    Role.CLINICIAN: _CLINICIAN,
    Role.SUPERVISOR: _CLINICIAN,
    Role.ADMINISTRATOR: (Place("People", "accounts.people", "person"),),
    Role.PRIVACY_OFFICER: (Place("Audit", "desk.audit", "file"),),
    Role.PARTNER: _PARTNER,
}
TABS = (
    ("overview", Place("Overview", "desk.couple")),
    ("intake", Place("Intake", "intake.overview")),
    ("homework", Place("Homework", "responses.overview")),
    ("measures", Place("Measures", "course.overview")),
    ("goals", Place("Goals", "course.goals")),
    ("sessions", Place("Sessions", "treatment.sessions")),
    ("reports", Place("Reports", "reports.overview")),
    ("record", Place("Record", "caseload.record")),
)

Entry = tuple[Any, ...]


def is_open_to(standing: Actor | Standing | None, endpoint: str) -> bool:
    """Return whether there is such a page and this person may open it."""
    declared = declaration_of(current_app.view_functions.get(endpoint))
    return declared is not None and can(standing, declared.needs)


def main_navigation(actor: Actor) -> list[Entry]:
    """Return (words, address, is current, icon) for the person's own places."""
    # A partner's pages need a side. Both sides hold the same permissions, so no query is needed to know which.
    standing = Standing(actor, capacity=Capacity.PARTNER_A) if not actor.is_staff else actor
    return [
        (p.words, url_for(p.endpoint), request.endpoint == p.endpoint, p.icon)
        for p in PLACES[actor.role]
        if is_open_to(standing, p.endpoint)
    ]


def couple_tab_items(case: Case, current: str) -> list[Entry]:
    """Return (words, address, is current) for the tabs of one couple."""
    return [
        (place.words, url_for(place.endpoint, couple_id=case.id), key == current)
        for key, place in TABS
        if is_open_to(case.standing, place.endpoint)
    ]
