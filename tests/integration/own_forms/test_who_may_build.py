"""Clinicians and supervisors build; nobody else finds the pages, and the trail says who did what without saying what it reads."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from practice.audit.models import AuditEvent
from practice.extensions import db
from tests.factories.house import House
from tests.integration.own_forms.conftest import Builder


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("imani", 200),
        ("colleague", 200),
        ("supervisor", 200),
        ("administrator", 403),
        ("officer", 403),
        ("amara", 404),
        ("daniel", 404),
    ],
)
def test_the_pages_open_to_those_who_may_build(
    house: House, builder: Builder, who: str, status: int
) -> None:
    visitor = house.visitor(who)
    for path in ("/own-forms", "/own-forms/new", builder.form, builder.form + "/preview"):
        assert visitor.get(path).status_code == status, path


def test_the_trail_holds_acts_and_no_words(house: House, builder: Builder) -> None:
    builder.add("short_text", prompt="Unmistakable words")
    slug = builder.published()
    builder.visitor.post(f"/own-forms/published/{slug}/retire")
    with house.reading():
        events = list(
            db.session.scalars(select(AuditEvent).where(AuditEvent.action.like("form %")))
        )
        told = " ".join(f"{e.action} {e.detail}" for e in events)
        assert {e.actor for e in events} == {house.people["imani"]}
    assert [
        w in told for w in ("form begun", "form changed", "form published", "form retired")
    ] == [True] * 4
    assert "Unmistakable" not in told
    assert "Closeness" not in told


@pytest.mark.parametrize(
    "path", ["/settings", "/questions/add?type=nothing", "/questions/none", "/x"]
)
def test_what_is_not_there_is_404(house: House, builder: Builder, path: str) -> None:
    expected = 200 if path == "/settings" else 404
    assert builder.visitor.get(builder.form + path).status_code == expected
