"""The desk's blueprint, and what it gives to every page: the way around, and what the frame of a couple's page reads."""

from __future__ import annotations

from typing import Any

from flask import session, url_for

from practice.accounts.identity import current_actor, person_ref
from practice.accounts.sessions import idle_limit
from practice.caseload import queries as cases
from practice.caseload.queries import Case
from practice.db import keys
from practice.desk import queries
from practice.desk.presenters.agenda import AgendaItem, agenda_items
from practice.desk.presenters.couple import Header, header
from practice.desk.presenters.navigation import couple_tab_items, is_open_to, main_navigation
from practice.responses import queries as responses
from practice.safety.presenters import SUGGESTION_WORDS
from practice.web.routes import Routes

routes = Routes("desk", __name__)


@routes.blueprint.app_context_processor
def frame() -> dict[str, Any]:
    """Return what the layouts of signed-in people read; nothing when nobody is."""
    actor = current_actor()
    if actor is None:
        return {}
    return {
        "nav_items": main_navigation(actor),
        "person_name": session.get("name", actor.role.value.capitalize()),
        "person_role": actor.role.value.capitalize() if "name" in session else "",
        "person_ref": person_ref(actor.user_id),
        "idle_seconds": int(idle_limit(actor.role).total_seconds()),
        "extend_url": url_for("accounts.extend"),
        "leave_to": keys.settings().exit_url,
    }


@routes.blueprint.app_template_global("couple_header")
def couple_header(case: Case) -> Header:
    """Return what stands above the tabs of every page of a couple (two queries)."""
    return header(case, queries.next_joint_session(case), cases.policy_in_force(case))


@routes.blueprint.app_template_global("couple_agenda")
def couple_agenda(case: Case) -> list[AgendaItem]:
    """Return what the care team wants to bring up in the next session (three queries)."""
    return agenda_items(responses.agenda(case))


@routes.blueprint.app_template_global("suggested_status")
def suggested_status(case: Case) -> str:
    """Return the suggested status in words, for the page on which it is decided."""
    return SUGGESTION_WORDS[queries.suggested_status(case)]


routes.blueprint.add_app_template_global(is_open_to, "is_open_to")
routes.blueprint.add_app_template_global(couple_tab_items, "couple_tab_items")
