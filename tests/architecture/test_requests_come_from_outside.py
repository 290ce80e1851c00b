"""A test that makes a request inside an application context is stopped: it could not see one person's page shown to another."""

from __future__ import annotations

import flask
import pytest


@pytest.fixture
def app() -> flask.Flask:
    app = flask.Flask(__name__)
    app.add_url_rule("/", "here", lambda: "here")
    app.add_url_rule("/away", "away", lambda: flask.redirect("/"))
    return app


def test_a_request_inside_a_context_fails(app: flask.Flask) -> None:
    with app.app_context(), pytest.raises(pytest.fail.Exception, match="application context"):
        app.test_client().get("/")


def test_a_request_from_outside_is_answered(app: flask.Flask) -> None:
    assert app.test_client().get("/away", follow_redirects=True).text == "here"


def test_a_client_that_keeps_its_last_context_may_go_on(app: flask.Flask) -> None:
    with app.test_client() as client:
        assert [client.get("/").text, client.get("/").text] == ["here", "here"]
