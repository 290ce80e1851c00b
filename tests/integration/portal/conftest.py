"""A couple that has signed nothing yet, and a way to read all of one partner's pages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.factories.house import House, Visitor

TOKEN = re.compile(r'(?<=name="csrf_token" value=")[^"]+|(?<=name="csrf-token" content=")[^"]+')
PAGES = (
    "/today",
    "/agreements",
    "/agreements/informed_consent",
    "/agreements/no_secrets",
    "/agreements/sexual_content_consent",
    "/private-questions",
    "/private-questions/part/one",
    "/private-questions/check",
    "/private-questions/thank-you",
    "/together",
    "/record",
    "/record/contact",
    "/record/sharing",
    "/help",
)


@pytest.fixture
def new_couple(house: House) -> House:
    """A house with Nora and Ilse, who have accounts and have signed nothing."""
    with house.writing():
        house.add_couple(
            "nora-ilse", "imani", ("Nora Berg", "she/her"), ("Ilse Vogt", "they/them"), signed=False
        )
    return house


Seen = dict[str, tuple[int, str | None, str]]


@pytest.fixture
def all_pages() -> Callable[[Visitor], Seen]:
    """Return a reader of everything a partner can open here, with form tokens masked."""

    def read(visitor: Visitor) -> Seen:
        seen = {}
        for path in PAGES:
            answer = visitor.get(path)
            seen[path] = (answer.status_code, answer.location, TOKEN.sub("", answer.text))
        return seen

    return read
