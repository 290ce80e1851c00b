"""The review queue: what came in and nobody has read yet, in the reader's own cases."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.lib import clock
from practice.responses import queries, services
from practice.responses.queries import Within
from practice.responses.views.blueprint import routes


@routes.get("/review", needs=Permission.CASELOAD_READ, reads_clients=True)
def queue(actor: Actor) -> Any:
    """What nobody has read yet: what should be read first, then the oldest; of one couple or one module when asked."""
    wanted = within()
    found = queries.unread_queue(actor, wanted, request.args.get("page", 1, type=int))
    return render_template(
        "responses/queue.html",
        queue=found,
        within=wanted,
        modules=queries.modules(),
        more=filters(),
        now=clock.now(),
    )


@routes.post("/review/read", needs=Permission.CASELOAD_READ)
def read_several(actor: Actor) -> Any:
    """Mark the ticked ones as read; what should be read first is opened one by one."""
    ticked = [one for one in map(_uuid, request.form.getlist("read")) if one is not None]
    count = services.mark_read(actor, ticked)
    flash(_read_words(count), "good" if count else "attention")
    return redirect(url_for("responses.queue", **filters()), 303)


def within() -> Within:
    """Return what of the queue the address asks for; what cannot be read asks for all."""
    return Within(_uuid(request.args.get("couple", "")), request.args.get("module", "").strip())


def filters() -> dict[str, Any]:
    """Return what the address asks for, for the addresses of other pages of the same queue."""
    wanted = within()
    named = {"couple": str(wanted.couple_id or ""), "module": wanted.module}
    return {name: value for name, value in named.items() if value}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _read_words(count: int) -> str:
    if count == 0:
        return "Nothing was ticked that could be marked as read."
    return "1 is marked as read." if count == 1 else f"{count} are marked as read."
