"""The gate that every request passes: sign-in, scoped loading, decision, one commit.

A view runs only after its object was loaded through a scope and the policy said yes. What the view did is committed once, if the
method may write and the answer is below 400; refusals are recorded in a transaction of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask, Response, abort, current_app, g, make_response, redirect, request, url_for

from practice.access.actor import Actor, Standing
from practice.access.decide import NotAllowed, NotFound, can
from practice.access.permissions import Permission
from practice.db import scope, transaction

if TYPE_CHECKING:
    from practice.web.routes import Declaration

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Doorkeeper:
    """What the gate needs of higher rooms; handed over once by the application (the one injection)."""

    def __init__(
        self,
        current_actor: Callable[[], Actor | None],
        proved_lately: Callable[[], bool],
        note_read: Callable[..., None],
        note_refusal: Callable[..., None],
    ) -> None:
        self.current_actor = current_actor
        self.proved_lately = proved_lately
        self.note_read = note_read
        self.note_refusal = note_refusal


def install(app: Flask, doorkeeper: Doorkeeper) -> None:
    """Hand the gate its doorkeeper and refuse every endpoint that declared nothing."""
    app.extensions["practice.gate"] = doorkeeper

    @app.before_request
    def _refuse_undeclared() -> None:
        if request.endpoint is None:
            return
        view = current_app.view_functions[request.endpoint]
        if not hasattr(view, "declaration"):
            abort(404)


def check_every_route_is_declared(app: Flask) -> None:
    """Raise ``RuntimeError`` at start if a route declared nothing."""
    silent = [e for e, view in app.view_functions.items() if not hasattr(view, "declaration")]
    if silent:
        raise RuntimeError(f"these routes do not say what they need: {', '.join(sorted(silent))}")


def pass_through(view: Callable[..., Any], need: Declaration, values: dict[str, Any]) -> Response:
    """Run one request through the gate."""
    keeper: Doorkeeper = current_app.extensions["practice.gate"]
    actor = keeper.current_actor()
    if actor is None and need.needs is not Permission.PUBLIC:
        return _ask_to_sign_in()
    writes = request.method not in SAFE
    scope.close()
    unit = transaction.begin(write=writes)
    commit = False
    refused: NotFound | NotAllowed | None = None
    try:
        subject, standing = _load(need, actor, values)
        # Read now: after the unit of work the object is no longer in reach.
        subject_id = getattr(subject, "id", None)
        _decide(need, standing)
        if need.fresh and not keeper.proved_lately():
            return _ask_to_prove()
        response = make_response(_call(view, need, actor, subject, values))
        commit = writes and response.status_code < 400
    except (NotFound, NotAllowed) as reason:
        refused = reason
    finally:
        transaction.end(unit, commit=commit)
        scope.close()
    if refused is not None:
        _refuse(keeper, refused, actor, values)
    if actor is not None and not writes and _is_client_data(need, standing):
        _note_read(keeper, actor, standing, subject_id)
    return response


def _load(
    need: Declaration, actor: Actor | None, values: dict[str, Any]
) -> tuple[Any, Actor | Standing | None]:
    if need.subject is None:
        return None, actor
    subject = need.subject(actor, **values)
    standing: Standing = subject.standing
    g.standing = standing
    return subject, standing


def _decide(need: Declaration, standing: Actor | Standing | None) -> None:
    if not can(standing, need.needs):
        raise NotAllowed(need.needs)


def _call(
    view: Callable[..., Any],
    need: Declaration,
    actor: Actor | None,
    subject: Any,
    values: dict[str, Any],
) -> Any:
    if need.subject is not None:
        return view(subject)
    if need.needs is Permission.PUBLIC:
        return view(**values)
    return view(actor, **values)


def _refuse(
    keeper: Doorkeeper, refused: Exception, actor: Actor | None, values: dict[str, Any]
) -> None:
    """Answer 404 for what is not the actor's; 403 only to staff who may see the thing but not do this."""
    ids = [v for v in values.values() if isinstance(v, UUID)]
    if actor is not None:
        # In a transaction of its own: the request's was rolled back.
        g.refused = (request.endpoint, ids[-1] if ids else None)
        keeper.note_refusal(by=actor, page=request.endpoint, subject=ids[-1] if ids else None)
    if isinstance(refused, NotAllowed) and actor is not None and actor.is_staff:
        abort(403)
    abort(404)


def _is_client_data(need: Declaration, standing: Actor | Standing | None) -> bool:
    return need.reads_clients or (isinstance(standing, Standing) and standing.couple_id is not None)


def _note_read(keeper: Doorkeeper, actor: Actor, standing: Any, subject_id: UUID | None) -> None:
    keeper.note_read(
        by=actor,
        couple=getattr(standing, "couple_id", None),
        subject=subject_id,
        page=str(request.endpoint),
    )


def _ask_to_sign_in() -> Response:
    if request.accept_mimetypes.best == "application/json" or request.is_json:
        return make_response({"error": "signed out"}, 401)
    if request.method in SAFE:
        return make_response(redirect(url_for("accounts.sign_in", next=_here()), 302))
    return make_response(redirect(url_for("accounts.sign_in"), 303))


def _ask_to_prove() -> Response:
    here = _here() if request.method in SAFE else request.referrer
    path = urlsplit(here or "/").path
    return make_response(redirect(url_for("accounts.prove", next=path), 303))


def _here() -> str:
    return request.full_path.rstrip("?")
