"""The security headers stand on every answer, word for word: pages, files, refusals and faults."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import render_template, request
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from practice.access.permissions import Permission
from practice.web.routes import Routes
from tests.factories.house import House, fresh_app
from tests.integration.kernel.addresses import addresses
from tests.integration.kernel.conftest import open_room

EXACT = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
TELLING = {"Server", "X-Powered-By", "ETag", "Last-Modified"}


def check(response: TestResponse) -> None:
    """Check the headers of an answer that is not a file."""
    assert {name: response.headers.getlist(name) for name in EXACT} == {
        name: [value] for name, value in EXACT.items()
    }
    assert not TELLING & set(response.headers.keys())


@pytest.mark.parametrize("who", [None, "imani", "amara", "administrator"])
def test_on_every_page(house: House, who: str | None) -> None:
    visitor = house.visitor(who)
    for address in addresses(house.app):
        for method in ("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "TRACE"):
            check(visitor.client.open(address.path, method=method))


def test_on_files(house: House) -> None:
    response = house.visitor().get("/static/css/practice.css")
    assert response.status_code == 200
    for name, value in EXACT.items():
        if name != "Cache-Control":
            assert response.headers[name] == value
    assert "no-store" not in response.headers["Cache-Control"]
    response.close()


@pytest.fixture
def faulty(house: House, probe: Routes) -> House:
    """A house with a room in which everything goes wrong."""

    @probe.get("/view", needs=Permission.PUBLIC)
    def view() -> Any:
        raise ZeroDivisionError

    @probe.get("/template", needs=Permission.PUBLIC)
    def template() -> Any:
        return render_template("not/there.html")

    @probe.get("/loader", needs=Permission.SIGNED_IN, subject=lambda actor: 1 / 0)
    def loader(subject: Any) -> Any:
        return "loaded"

    @probe.post("/form", needs=Permission.PUBLIC)
    def form() -> Any:
        return "taken"

    open_room(house, probe)

    @house.app.before_request
    def before() -> None:
        if request.args.get("before"):
            raise ZeroDivisionError

    return house


Ask = Callable[[House], TestResponse]
MEBIBYTE = "x" * 1024 * 1024
FORCED: dict[str, tuple[int, Ask]] = {
    "a stale form": (400, lambda h: h.visitor().client.post("/probe/form")),
    "an unknown host": (400, lambda h: h.visitor().get("/", headers={"Host": "evil.example"})),
    "another's page": (403, lambda h: h.visitor("imani").get("/people")),
    "no page": (404, lambda h: h.visitor().get("/nowhere")),
    "no file": (404, lambda h: h.visitor().get("/static/nowhere.css")),
    "a file above": (404, lambda h: h.visitor().get("/static/%2e%2e/app.py")),
    "another method": (405, lambda h: h.visitor().client.put("/sign-in")),
    "too much": (413, lambda h: h.visitor().post("/probe/form", {"text": MEBIBYTE})),
    "a fault in a view": (500, lambda h: h.visitor().get("/probe/view")),
    "a fault in a template": (500, lambda h: h.visitor().get("/probe/template")),
    "a fault in a loader": (500, lambda h: h.visitor("imani").get("/probe/loader")),
    "a fault before": (500, lambda h: h.visitor().get("/sign-in?before=1")),
}


@pytest.mark.parametrize("what", FORCED)
def test_on_every_refusal(faulty: House, what: str) -> None:
    status, ask = FORCED[what]
    response = ask(faulty)
    assert response.status_code == status
    check(response)
    assert "<h1>" in response.text


@pytest.mark.parametrize("what", FORCED)
def test_on_every_refusal_to_a_script(faulty: House, what: str) -> None:
    status, ask = FORCED[what]
    faulty.app.test_client_class = _client_that_wants_json()
    response = ask(faulty)
    assert response.status_code == status
    check(response)
    assert response.json is not None
    assert response.json["error"] == status


def _client_that_wants_json() -> type[FlaskClient]:
    class Script(FlaskClient):
        def open(self, *args: Any, **more: Any) -> Any:
            headers = {"Accept": "application/json", **(more.pop("headers", None) or {})}
            return super().open(*args, headers=headers, **more)

    return Script


def test_over_https_the_browser_is_told_to_stay_there(tmp_path: Path) -> None:
    app = fresh_app(tmp_path, base_url="https://practice.example")
    for path in ("/nowhere", "/static/css/practice.css"):
        response = app.test_client().get(path, base_url="https://practice.example")
        assert response.headers["Strict-Transport-Security"] == "max-age=31536000"
        response.close()


def test_without_https_it_is_not(house: House) -> None:
    assert "Strict-Transport-Security" not in house.visitor().get("/sign-in").headers
