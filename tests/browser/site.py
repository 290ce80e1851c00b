"""The demo as a web server gives it out, on a free loopback port, with a clock that a test may move on."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pyotp
import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page
from sqlalchemy import select
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wsgi import ClosingIterator

from practice.accounts import queries as accounts
from practice.caseload.models import Couple, Partner
from practice.cli.demo.cases import COUPLES
from practice.cli.demo.making import SIGN_INS
from practice.cli.wsgi import make_app
from practice.db import scope
from practice.extensions import db
from practice.lib import clock
from tests.factories.house import House, Visitor

NEUTRAL_PAGE = "https://weather.example/today"
CLINICIAN = "imani@riverside.example"


class _Quiet(WSGIRequestHandler):
    """A line a request would drown what a test says."""

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - werkzeug's own name
        """Say nothing."""


@dataclass
class Site:
    """A running server: its address, its house, and what goes on inside for a test that must know."""

    house: House
    address: str = ""
    sign_ins: dict[str, dict[str, str]] = field(default_factory=dict)
    ahead: timedelta = timedelta(0)

    @property
    def app(self) -> Flask:
        """The application."""
        return self.house.app

    def now(self) -> datetime:
        """What time the server thinks it is."""
        return datetime.now(UTC) + self.ahead

    def couple(self, key: str = "amara-daniel") -> UUID:
        """The id of a couple of the demo."""
        return self.house.couples[key]

    def desk(self, path: str = "", couple: str = "amara-daniel") -> str:
        """The address of one of the desk's pages of a couple."""
        return f"{self.address}/couples/{self.couple(couple)}{path}"

    def enter(self, context: BrowserContext, who: str) -> None:
        """Sign ``who`` in in this browser without the sign-in page, past the note that everyone reads first."""
        with clock.set_to(self.now()):
            visitor = Visitor(self.app, self.house.people[who])
            visitor.post("/before-you-go-on")
        held = visitor.client.get_cookie("session")
        assert held is not None
        context.add_cookies([{"name": "session", "value": held.value, "url": self.address}])

    def sign_in(self, page: Page, who: str) -> None:
        """Sign ``who`` in by the sign-in page, with password and second factor."""
        person = self.sign_ins[who]
        page.goto(f"{self.address}/sign-in")
        page.get_by_label("Sign-in name").fill(person["email"])
        page.get_by_label("Password", exact=True).fill(person["password"])
        page.get_by_role("button", name="Sign in").click()
        if person["totp_secret"]:
            page.get_by_label("Code").fill(pyotp.TOTP(person["totp_secret"]).at(self.now()))
            page.get_by_role("button", name="Go on").click()

    @contextmanager
    def at_its_time(self) -> Iterator[None]:
        """Hold this thread's clock where the server's is."""
        with clock.set_to(self.now()):
            yield


@contextmanager
def running(instance: Path, patch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Serve the demo of an instance folder until the block ends."""
    patch.setenv("PRACTICE_INSTANCE", str(instance))
    patch.setenv("PRACTICE_DEMO", "1")
    patch.setenv("PRACTICE_EXIT_URL", NEUTRAL_PAGE)
    app = make_app()
    site = Site(House(app), sign_ins=_sign_ins(instance))
    _find_people(site)

    def at_the_sites_time(environ: Any, respond: Any) -> Any:
        # Read to its end here: when a browser goes away, Werkzeug may forget to close what it was given.
        with site.at_its_time(), closing(ClosingIterator(app(environ, respond))) as answer:
            return list(answer)

    server = make_server("127.0.0.1", 0, at_the_sites_time, threaded=True, request_handler=_Quiet)
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def _sign_ins(instance: Path) -> dict[str, dict[str, str]]:
    return {p["email"]: p for p in json.loads((instance / SIGN_INS).read_text())}


def _find_people(site: Site) -> None:
    house = site.house
    with house.reading():
        for name in site.sign_ins:
            user = accounts.by_sign_in_name(name)
            assert user is not None
            house.people[name] = user.id
        scope.close()
        for couple in COUPLES:
            partner = accounts.user(house.people[couple.a.sign_in_name]).partner_id
            house.couples[couple.key] = db.session.scalars(
                select(Couple.id)
                .join(Partner, Partner.couple_id == Couple.id)
                .where(Partner.id == partner)
            ).one()
