"""create_app(): settings, extensions, features, errors. Nothing is created or seeded here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, session
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError
from werkzeug.middleware.proxy_fix import ProxyFix

from practice.accounts.identity import refuse_page_of_another
from practice.accounts.models import Installation
from practice.accounts.sessions import ServerSession, Sessions, SignedIn
from practice.db import engine, schema
from practice.extensions import csrf, db, login_manager, migrate
from practice.lib import crypto
from practice.settings import REPOSITORY, Settings, SettingsRefused, from_environment
from practice.web import doorstep, errors, gate, headers, logs, templating

MEBIBYTE = 1024 * 1024


def create_app(settings: Settings | None = None) -> Flask:
    """Build the application; raise ``SettingsRefused`` or ``RuntimeError`` when it must not start."""
    settings = settings or from_environment()
    app = Flask(
        "practice",
        template_folder=str(REPOSITORY / "templates"),
        static_folder=str(Path(__file__).parent / "static"),
        instance_path=str(settings.instance),
    )
    app.config.from_mapping(_configuration(settings))
    app.extensions["practice.settings"] = settings
    doorstep.install(app, hosts=settings.hosts)
    _extensions(app, settings)
    _features(app)
    logs.install(app)
    headers.install(app, secure=settings.secure)
    errors.install(app)
    gate.check_every_route_is_declared(app)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _configuration(settings: Settings) -> dict[str, Any]:
    if settings.database_url.startswith("sqlite:///"):
        engine.prepare_file(Path(settings.database_url.removeprefix("sqlite:///")))
    return {
        "SECRET_KEY": settings.keys.derived("flask"),
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": engine.engine_options(settings.database_url),
        "MAX_CONTENT_LENGTH": MEBIBYTE,
        "MAX_FORM_MEMORY_SIZE": MEBIBYTE,
        "MAX_FORM_PARTS": 1000,
        # The token lives as long as the session: an hour of writing must not end in a refusal.
        "WTF_CSRF_TIME_LIMIT": None,
        "TESTING": settings.testing,
        "SEND_FILE_MAX_AGE_DEFAULT": 3600,
    }


def _extensions(app: Flask, settings: Settings) -> None:
    db.init_app(app)
    migrate.init_app(app)
    app.session_interface = Sessions(secure=settings.secure)
    # Before the form token: a page of another person is told as such, not as one that was open too long.
    app.before_request(refuse_page_of_another)
    csrf.init_app(app)
    # The server-side session is the protection; the default one compares addresses and browsers.
    app.config["SESSION_PROTECTION"] = None
    login_manager.init_app(app)
    login_manager.user_loader(_load_signed_in)
    templating.install(app)


def _load_signed_in(user_id: str) -> SignedIn | None:
    if not isinstance(session._get_current_object(), ServerSession):  # type: ignore[attr-defined]
        return None
    person: SignedIn | None = session._get_current_object().person  # type: ignore[attr-defined]
    return person if person is not None and person.get_id() == user_id else None


def _features(app: Flask) -> None:
    from practice import features

    features.install(app)


def check_installation(app: Flask) -> Installation:
    """Return the installation row; raise ``SettingsRefused`` if this app must not serve this database."""
    settings: Settings = app.extensions["practice.settings"]
    with app.app_context():
        try:
            schema.refuse_other(db.session.connection())
            found: Installation | None = db.session.scalar(select(Installation))
            # Handed out beyond this context: it must not be expired with it.
            db.session.expunge_all()
        except DatabaseError as broken:
            raise SettingsRefused(
                "The database cannot be read. Put it back from your backup."
            ) from broken
        finally:
            db.session.rollback()
    if found is None:
        raise SettingsRefused("This practice is not set up yet. Run: practice init")
    if found.key_check != crypto.blind_index(settings.keys.derived("key check"), "practice"):
        raise SettingsRefused(
            "The key file does not belong to this database. Put the right one back."
        )
    if (found.kind == "demo") != settings.demo:
        raise SettingsRefused(
            "This database belongs to a real practice; the demo cannot run on it."
            if settings.demo
            else "This database holds the demo. Start it with 'make demo', or choose another PRACTICE_INSTANCE."
        )
    return found
