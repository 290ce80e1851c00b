"""Security headers on every answer, errors and static files included."""

from __future__ import annotations

from flask import Flask, Response, request

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
ALWAYS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: over https that would make every form fail its origin check.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
}


def always(*, secure: bool) -> dict[str, str]:
    """Return the headers of every answer; over https also the promise to stay there."""
    return ALWAYS | ({"Strict-Transport-Security": "max-age=31536000"} if secure else {})


def install(app: Flask, *, secure: bool) -> None:
    """Set the headers after every request."""
    headers = always(secure=secure)

    @app.after_request
    def _set(response: Response) -> Response:
        response.headers.update(headers)
        if request.endpoint != "static" or response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"
            for about_keeping in ("ETag", "Last-Modified", "Expires"):
                response.headers.pop(about_keeping, None)
        return response
