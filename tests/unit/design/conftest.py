"""A bare application that has the templates, the static files and nothing of the product's own rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from flask import Flask, render_template_string
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

ROOT = Path(__file__).resolve().parents[3]

Page = lxml.html.HtmlElement


@pytest.fixture(scope="session")
def bare_app() -> Flask:
    """The templates and static files with strict variables, and the addresses that the layouts build."""
    app = Flask(
        "design",
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "practice/static"),
    )
    app.config.update(SECRET_KEY="only for this test", TESTING=True)
    app.jinja_env.undefined = StrictUndefined
    CSRFProtect(app)
    app.add_url_rule("/sign-in/again", "accounts.again", lambda: "", methods=["POST"])
    app.add_url_rule("/leave", "accounts.leave", lambda: "", methods=["POST"])
    app.add_url_rule("/sign-out", "accounts.sign_out", lambda: "", methods=["POST"])
    return app


@pytest.fixture
def render(bare_app: Flask) -> Iterator[Callable[..., Page]]:
    """Render a template's source within a request and parse it."""

    def _render(source: str, **context: Any) -> Page:
        return lxml.html.document_fromstring(render_template_string(source, **context))

    with bare_app.test_request_context("/"):
        yield _render
