"""The product answers under its own names only, and believes a proxy only if the operator named one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask import request, url_for

from practice.access.permissions import Permission
from practice.web.routes import Routes
from tests.factories.house import House, fresh_app
from tests.integration.kernel.conftest import Another, open_room

KNOWN = [
    "localhost",
    "localhost:8000",
    "127.0.0.1",
    "127.0.0.1:1",
    "[::1]",
    "[::1]:8000",
    "LOCALHOST",
]
UNKNOWN = [
    "evil.example",
    "localhost.evil.example",
    "evil.example:80",
    "10.0.0.1",
    "[::2]",
    "[",
    "",
]
UNKNOWN += ["a@localhost", "localhost/", "localhost@evil.example", "evil.example,localhost"]


@pytest.mark.parametrize("host", KNOWN)
def test_a_known_host_is_answered(house: House, host: str) -> None:
    assert house.visitor().get("/sign-in", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", UNKNOWN)
def test_an_unknown_host_is_refused(house: House, host: str) -> None:
    for path in ("/sign-in", "/static/css/practice.css", "/nowhere"):
        assert house.visitor().get(path, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize(
    ("host", "status"),
    [("practice.example", 404), ("PRACTICE.example:8443", 404), ("other.example", 400)],
)
def test_the_products_own_address_is_known(tmp_path: Path, host: str, status: int) -> None:
    app = fresh_app(tmp_path, base_url="https://Practice.example:8443")
    assert app.test_client().get("/nowhere", headers={"Host": host}).status_code == status


FORWARDED = {
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Host": "practice.example",
    "X-Forwarded-Proto": "https",
    "Forwarded": "for=203.0.113.9;host=practice.example;proto=https",
}


@pytest.fixture
def room(house: House, probe: Routes) -> House:
    """A house with a room that tells what it believes."""

    @probe.get("/link", needs=Permission.PUBLIC)
    def link() -> Any:
        return {"link": url_for("accounts.sign_in", _external=True), "from": request.remote_addr}

    open_room(house, probe)
    return house


def test_what_a_proxy_says_is_not_believed(room: House) -> None:
    found = room.visitor().get("/probe/link", headers=FORWARDED).json
    assert found == {"link": "http://localhost/sign-in", "from": "127.0.0.1"}


def test_what_the_named_proxy_says_is_believed(
    room: House, probe: Routes, another: Another
) -> None:
    app = another(base_url="https://practice.example", trusted_proxies=1)
    app.register_blueprint(probe.blueprint)
    found = app.test_client().get("/probe/link", headers=FORWARDED).json
    assert found == {"link": "https://practice.example/sign-in", "from": "203.0.113.9"}
