"""Error pages that cannot fail: no user, no database, no addresses to build."""

from __future__ import annotations

import secrets

import structlog
from flask import Flask, Response, g, make_response, render_template, request
from flask_wtf.csrf import CSRFError, generate_csrf
from werkzeug.exceptions import Conflict, HTTPException

from practice.web import logs

log = structlog.get_logger("practice.errors")
PAGES = frozenset({400, 401, 403, 404, 405, 409, 413, 429, 500})
# What a partner typed is shown again, so that a stale page loses nothing; these names never are.
_NOT_SHOWN_AGAIN = frozenset({"csrf_token", "password", "code", "new_password"})
# What a page of homework carries beside the words of a person.
_NO_WORDS = frozenset({"go", "on_page", "page_of", "revision", "turn", "writer"})


class KeptOnScreen(Conflict):
    """Something was sent that cannot be taken; what was typed is shown again, with the sentence that says why."""


def install(app: Flask) -> None:
    """Register one handler for refusals and one for everything else."""
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(KeptOnScreen, _kept_on_screen)
    app.register_error_handler(HTTPException, _refusal)
    app.register_error_handler(Exception, _fault)


def _page(status: int, **context: object) -> Response:
    name = status if status in PAGES else (400 if status < 500 else 500)
    if request.accept_mimetypes.best == "application/json":
        # A script still has what was typed.
        told = {k: context[k] for k in ("message", "reference") if context.get(k)}
        return make_response({"error": status, **told}, status)
    return make_response(render_template(f"errors/{name}.html", **context), status)


def _refusal(error: HTTPException) -> Response:
    response = error.get_response()
    if error.code is None or error.code < 400:
        return make_response(response)
    page = _page(error.code)
    if "Allow" in response.headers:
        page.headers["Allow"] = response.headers["Allow"]
    return page


def _stale_form(error: CSRFError) -> Response:
    """The form is older than the sign-in. A page that says whose it is can be sent again, once that person has signed in again."""
    again = _sent() if "page_of" in request.form else []
    is_back = bool(again) and g.get("page_is_own", False)
    token = generate_csrf() if is_back else ""
    return _page(400, typed=_typed(), again=again, token=token, here=request.full_path)


def _kept_on_screen(error: KeptOnScreen) -> Response:
    return _page(409, typed=_typed(), message=error.description)


def _sent() -> list[tuple[str, str]]:
    sent = request.form.items(multi=True)
    return [(name, value) for name, value in sent if name not in _NOT_SHOWN_AGAIN]


def _typed() -> list[tuple[str, str]]:
    return [(name, value) for name, value in _sent() if value.strip() and name not in _NO_WORDS]


def _fault(error: Exception) -> Response:
    reference = secrets.token_hex(4)
    log.error("fault", reference=reference, endpoint=request.endpoint, **logs.what_failed(error))
    return _page(500, reference=reference)
