"""What every template may use: who is signed in, the house's names, dates in words."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import jinja2
from flask import Flask, current_app, g
from flask_login import current_user

from practice.access.actor import Actor
from practice.access.decide import can
from practice.access.permissions import Permission
from practice.settings import Settings


class Careful(jinja2.StrictUndefined):
    """A name that is not there may be asked for (``if reference``) but never printed as nothing."""

    def __bool__(self) -> bool:  # type: ignore[override]
        return False


def install(app: Flask) -> None:
    """Set filters and context; printing an undefined name in a template is an error, not an empty string."""
    app.jinja_env.undefined = Careful
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(day=day, moment=moment, clock_time=clock_time)
    app.context_processor(_context)


def _context() -> dict[str, Any]:
    settings: Settings = current_app.extensions["practice.settings"]
    return {
        "practice_name": current_app.extensions.get("practice.neutral_name", "Practice"),
        "is_demo": settings.demo,
        "is_fictional": _is_fictional(),
        "leave_to": settings.exit_url,
        "allowed": allowed,
        "Permission": Permission,
    }


def _is_fictional() -> bool:
    """Whether this page is of a couple to practise with, or is read by one of them."""
    return any(one.is_fictional for one in (g.get("standing"), signed_in_actor()) if one)


def allowed(permission: Permission) -> bool:
    """Return whether the signed-in person may do this here: the same decision as the gate's."""
    standing = g.get("standing")
    return can(standing or signed_in_actor(), permission)


def signed_in_actor() -> Actor | None:
    """Return the signed-in person as an actor, or None at the door."""
    person: Any = current_user._get_current_object()
    return person.actor if person is not None and person.is_authenticated else None


def local(value: datetime) -> datetime:
    """Return an aware moment in the signed-in person's own zone."""
    actor = signed_in_actor()
    zone = actor.zone if actor else "UTC"
    return value.astimezone(ZoneInfo(zone))


def day(value: date | datetime | None, *, year: bool = False) -> str:
    """Return a date as "Thu 12 March", with the year when asked or when it is not this one's neighbour."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = local(value).date()
    words = f"{value:%a} {value.day} {value:%B}"
    return f"{words} {value.year}" if year else words


def clock_time(value: datetime) -> str:
    """Return a time of day as "14:03" in the person's own zone."""
    return f"{local(value):%H:%M}"


def moment(value: datetime) -> str:
    """Return "Thu 12 March, 14:03"."""
    return f"{day(value)}, {clock_time(value)}"
