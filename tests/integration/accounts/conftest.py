"""Someone at the door who is not signed in: forms are sent with the token of the page they stand on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pyotp
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from practice.accounts.models import User
from practice.extensions import db
from practice.lib import clock
from tests.factories.house import PASSWORD, House

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def masked(text: str) -> str:
    """Return a page without its form tokens, which differ by nature."""
    return _TOKEN.sub("", text)


@dataclass
class Door:
    """A browser of its own in front of the house."""

    house: House
    client: FlaskClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.house.app.test_client()

    def get(self, path: str) -> TestResponse:
        """Ask for a page."""
        return self.client.get(path, headers={"Accept": "text/html"})

    def send(self, path: str, **typed: Any) -> TestResponse:
        """Open a page and send its form."""
        found = _TOKEN.search(self.client.get(path).text)
        token = found.group(1) if found else ""
        return self.client.post(path, data={"csrf_token": token, **typed})

    def sign_in(self, who: str, password: str = PASSWORD) -> TestResponse:
        """Send the sign-in form."""
        return self.send("/sign-in", name=who, password=password)

    def enter(self, who: str) -> TestResponse:
        """Go through every step of the door as a member of staff."""
        self.sign_in(who)
        return self.send("/sign-in/code", code=self.code(who))

    def code(self, who: str) -> str:
        """Return what the app of ``who`` shows now."""
        with self.house.reading():
            user = db.session.get(User, self.house.people[who])
            assert user is not None
            assert user.totp is not None
            return pyotp.TOTP(user.totp).at(clock.now())

    def cookie(self) -> str | None:
        """Return the session cookie's value."""
        kept = self.client.get_cookie("session")
        return kept.value if kept else None


@pytest.fixture
def door(house: House) -> Door:
    """Return a browser in front of the house."""
    return Door(house)
