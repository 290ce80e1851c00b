"""Someone who builds a form page by page, as a clinician does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pytest
from bs4 import BeautifulSoup
from werkzeug.test import TestResponse

from tests.factories import homework
from tests.factories.house import House, Visitor


@dataclass
class Builder:
    """A clinician in front of one form."""

    visitor: Visitor
    form: str = ""

    def begin(self, title: str = "Closeness", **more: str) -> Builder:
        """Begin a form and stay at it."""
        response = self.visitor.post("/own-forms/new", {"title": title, **more})
        assert response.status_code == 303, response.text
        self.form = response.location
        return self

    @property
    def revision(self) -> str:
        """The revision that a page opened now would carry."""
        found = re.search(r'name="revision"[^>]* value="(\d+)"', self.page("/settings"))
        assert found
        return found[1]

    def page(self, path: str = "") -> str:
        """Read a page of the form."""
        return self.visitor.page(self.form + path)

    def filled(self, path: str) -> dict[str, Any]:
        """What the form on a page holds, as a browser would send it back."""
        return inputs(self.page(path))

    def post(self, path: str, **data: Any) -> TestResponse:
        """Send a page of the form as it stands, with some inputs changed."""
        bare = path in ("/publish", "/discard") or path.count("/") > 2
        held = {"revision": self.revision} if bare else self.filled(path)
        return self.visitor.post(self.form + path, {**held, **data})

    def add(self, kind: str, **data: Any) -> str:
        """Add a question and return its key."""
        response = self.post(f"/questions/add?type={kind}", **data)
        assert response.status_code == 303, problems(response)
        return re.findall(r'id="question-([a-z0-9_]+)"', self.page())[-1]

    def published(self) -> str:
        """Publish, and return the slug."""
        response = self.post("/publish")
        assert response.status_code == 303, problems(response)
        found = re.search(r'href="/library/([a-z0-9-]+)"', self.page())
        assert found
        return found[1]


def inputs(page: str) -> dict[str, Any]:
    """Return what the first form of a page that has a revision would send."""
    found: dict[str, Any] = {}
    soup = BeautifulSoup(page, "html.parser")
    form = soup.find("input", {"name": "revision"}).find_parent("form")
    for one in form.find_all(["input", "textarea", "select"]):
        name, kind = one["name"], one.get("type")
        if kind in ("checkbox", "radio"):
            if one.has_attr("checked"):
                found.setdefault(name, []).append(one["value"])
        elif one.name == "select":
            chosen = one.find("option", selected=True) or one.find("option")
            found[name] = chosen["value"] if chosen else ""
        else:
            found[name] = (
                one.text.removeprefix("\r\n") if one.name == "textarea" else one.get("value", "")
            )
    del found["csrf_token"]
    return found


def problems(response: TestResponse) -> list[str]:
    """Return what the page says is wrong."""
    soup = BeautifulSoup(response.text, "html.parser")
    return [
        one.get_text(" ", strip=True) for one in soup.select(".error-summary li, .notice-attention")
    ]


@pytest.fixture
def builder(house: House) -> Builder:
    """Imani at a new form."""
    return Builder(house.visitor("imani")).begin()


@pytest.fixture
def open_house(house: House) -> House:
    """A house in which shared work is open for the first couple."""
    with homework.later(-24):
        homework.clear(house)
    return house
