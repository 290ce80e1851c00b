"""A partner who has been told about "Leave this page" and answers the private questions."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from practice.safety import queries
from practice.safety.models import SafetyCheck
from practice.safety.rules import private_check
from tests.factories.house import House, Visitor

ALL_NO = {q.key: "no" for q in private_check().questions if not q.in_words} | {"s15": "yes"}


@pytest.fixture
def all_no() -> dict[str, str]:
    return dict(ALL_NO)


@pytest.fixture
def amara(house: House) -> Visitor:
    visitor = house.visitor("amara")
    assert visitor.post("/before-you-go-on").status_code == 303
    return visitor


@pytest.fixture
def save() -> Callable[[Visitor, dict[str, str]], str]:
    """Save all parts; return the one-time key."""

    def act(visitor: Visitor, answers: dict[str, str]) -> str:
        for part in private_check().parts:
            data = {q.key: answers[q.key] for q in part.questions if q.key in answers}
            assert visitor.post(f"/private-questions/part/{part.key}", data).status_code == 303
        page = visitor.page("/private-questions/check")
        return page.split('name="form_key"')[1].split('value="')[1].split('"')[0]

    return act


@pytest.fixture
def checks(house: House) -> Callable[[], list[SafetyCheck]]:
    """Return Amara's checks, as the care team would load them."""

    def read() -> list[SafetyCheck]:
        found = list(queries.checks(house.case("imani"), "a"))
        assert all(isinstance(one.id, UUID) for one in found)
        return found

    return read
