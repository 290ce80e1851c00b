"""Who is asking: what the gate learns of the signed-in person."""

from __future__ import annotations

from uuid import UUID

from flask import g, request, session
from flask_login import current_user

from practice.access.actor import Actor
from practice.accounts.services import PROVED_FOR, needs_second_factor
from practice.accounts.sessions import SignedIn
from practice.db import keys
from practice.lib import clock, crypto
from practice.web.errors import KeptOnScreen

ANOTHER_PERSON = "Somebody else is signed in here now, so nothing was sent. What you typed is still on your screen."


def current_person() -> SignedIn | None:
    """Return the signed-in person, second factor or not."""
    person = current_user._get_current_object()
    return person if isinstance(person, SignedIn) else None


def current_actor() -> Actor | None:
    """Return the actor of this request; staff without a second factor act nowhere but at its enrolment."""
    person = current_person()
    if person is None or (needs_second_factor(person.role) and not person.has_second_factor):
        return None
    return person.actor


def proved_lately() -> bool:
    """Return whether the person proved who they are within the last five minutes."""
    at = session.get("proved_at")
    return at is not None and clock.now().timestamp() - float(at) <= PROVED_FOR.total_seconds()


def person_ref(user_id: UUID) -> str:
    """Return the opaque mark that a page bears of whom it was made for."""
    key = keys.settings().keys.derived("page person")
    return crypto.blind_index(key, str(user_id)).hex()[:20]


def refuse_page_of_another() -> None:
    """Refuse, before anything else looks at it, what a page sends that was made for another person (SECURITY S8).

    The page says whose it is in the field ``page_of`` or the header ``X-Page-Of``; a page that does not is left to its form token.
    """
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    made_for = request.headers.get("X-Page-Of") or request.form.get("page_of")
    person = current_person()
    if not made_for or person is None:
        return
    g.page_is_own = made_for == person_ref(person.user_id)
    if not g.page_is_own:
        raise KeptOnScreen(ANOTHER_PERSON)
