"""Who is asking: what the gate learns of the signed-in person."""

from __future__ import annotations

from flask import session
from flask_login import current_user

from practice.access.actor import Actor
from practice.accounts.services import PROVED_FOR, needs_second_factor
from practice.accounts.sessions import SignedIn
from practice.lib import clock


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
