"""Where a person starts, and whether the application is well."""

from __future__ import annotations

from typing import Any

from flask import redirect, url_for
from sqlalchemy import select

from practice.access.actor import Role
from practice.access.permissions import Permission
from practice.accounts.identity import current_person
from practice.accounts.views.blueprint import routes
from practice.extensions import db


@routes.get("/health", needs=Permission.PUBLIC)
def health() -> Any:
    """Say that the application answers and reaches its database; nothing else."""
    db.session.execute(select(1))
    return {"status": "ok"}


@routes.get("/", needs=Permission.PUBLIC)
def home() -> Any:
    """Go to the page where this person starts."""
    person = current_person()
    if person is None:
        return redirect(url_for("accounts.sign_in"))
    starts = {
        Role.PARTNER: "portal.today",
        Role.ADMINISTRATOR: "accounts.people",
        Role.PRIVACY_OFFICER: "desk.audit",
    }
    return redirect(url_for(starts.get(person.role, "desk.caseload")))
