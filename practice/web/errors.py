"""Error pages that cannot fail: no user, no database, no addresses to build."""

from __future__ import annotations

import secrets

import structlog
from flask import Flask, Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from practice.web import logs

log = structlog.get_logger("practice.errors")
PAGES = frozenset({400, 401, 403, 404, 405, 409, 413, 429, 500})
# What a partner typed is shown again, so that a stale page loses nothing; these names never are.
_NOT_SHOWN_AGAIN = frozenset({"csrf_token", "password", "code", "new_password"})


def install(app: Flask) -> None:
    """Register one handler for refusals and one for everything else."""
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(HTTPException, _refusal)
    app.register_error_handler(Exception, _fault)


def _page(status: int, **context: object) -> Response:
    name = status if status in PAGES else (400 if status < 500 else 500)
    if request.accept_mimetypes.best == "application/json":
        return make_response({"error": status, **{k: v for k, v in context.items() if v}}, status)
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
    typed = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if value.strip() and name not in _NOT_SHOWN_AGAIN
    ]
    return _page(400, typed=typed)


def _fault(error: Exception) -> Response:
    reference = secrets.token_hex(4)
    log.error("fault", reference=reference, endpoint=request.endpoint, **logs.what_failed(error))
    return _page(500, reference=reference)
