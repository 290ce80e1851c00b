"""What is turned away before anyone looks at it: a host that is not ours, and more fields than any form has."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, abort, current_app, request


def install(app: Flask, *, hosts: frozenset[str]) -> None:
    """Check each request first of all; install this before anything that reads the form."""

    @app.before_request
    def _turn_away() -> None:
        # Werkzeug's own list of trusted hosts cannot name [::1].
        if _host_name() not in hosts:
            abort(400)
        if request.mimetype == "application/x-www-form-urlencoded" and _fields() > _most():
            abort(413)


def _host_name() -> str | None:
    try:
        return urlsplit(f"//{request.host}").hostname
    except ValueError:
        return None


def _fields() -> int:
    return sum(1 for _ in request.form.items(multi=True))


def _most() -> int:
    # Werkzeug counts the parts of a multipart form by itself, but not the fields of an ordinary one.
    most: int = current_app.config["MAX_FORM_PARTS"]
    return most
