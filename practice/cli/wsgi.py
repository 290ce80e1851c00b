"""The application as a web server runs it: checked, with static files served by WhiteNoise."""

from __future__ import annotations

from typing import Any

from whitenoise import WhiteNoise

from practice.app import check_installation, create_app
from practice.settings import SettingsRefused
from practice.web.headers import always


def make_app() -> Any:
    """Return the WSGI application; raise ``SettingsRefused`` when it must not start."""
    app = create_app()
    installation = check_installation(app)
    app.extensions["practice.neutral_name"] = installation.neutral_name
    if app.config["SECRET_KEY"] in ("", b"", "dev") or app.debug:
        raise SettingsRefused("Practice does not start in debug mode or without its keys.")

    ours = always(secure=app.extensions["practice.settings"].secure)

    def headers(found: Any, path: str, url: str) -> None:
        for name, value in ours.items():
            found[name] = value

    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=app.static_folder,
        prefix="static/",
        max_age=3600,
        add_headers_function=headers,
        allow_all_origins=False,
    )
    return app
