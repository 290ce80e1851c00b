from __future__ import annotations

import re

import pytest

from practice.extensions import db
from practice.pathways.models import Pathway, PathwayVersion
from tests.factories.house import House, Visitor

READY = (
    "First four weeks",
    "Calmer conflict",
    "Reconnecting",
    "After a hurt",
    "Stress from outside",
    "Keep-going plan",
)


@pytest.fixture
def imani(house: House) -> Visitor:
    return house.visitor("imani")


def made(visitor: Visitor, title: str = "Slow start") -> str:
    """Begin a pathway and return the address of its draft."""
    sent = visitor.post("/pathways/new", {"title": title})
    assert sent.status_code == 303
    return sent.headers["Location"]


STEP = {
    "to": "each",
    "rule": "none",
    "days": "",
    "planned_week": "1",
    "schedule": "once",
    "for_weeks": "1",
}


def add(visitor: Visitor, edit: str, slug: str, **change: str) -> int:
    sent = visitor.post(f"{edit}/add?exercise={slug}", {**STEP, **change})
    return sent.status_code


def titles(page: str) -> list[str]:
    """The titles of the draft's steps, in order."""
    return re.findall(r'set-title">([^<]+)<', page.split("Week by week", maxsplit=1)[0])


def keys(page: str) -> list[str]:
    return re.findall(r'id="step-([0-9a-f-]+)"', page)


def test_the_ready_made_ones_stand_there(imani: Visitor) -> None:
    page = imani.page("/pathways")
    assert all(title in page for title in READY)


def test_one_is_told_week_by_week(imani: Visitor) -> None:
    page = imani.page("/pathways")
    address = re.search(r'href="(/pathways/[0-9a-f-]{36})">Calmer conflict', page)
    assert address
    shown = imani.page(address[1])
    assert "Week 9" in shown
    assert "45 min for each" in shown
    assert "opens for each once they have sent the step before" in shown
    assert "Needs shared work to be open" in shown


def test_steps_are_added_moved_and_taken_out(imani: Visitor) -> None:
    edit = made(imani)
    assert add(imani, edit, "er-soothing-menu") == 303
    assert add(imani, edit, "ib-balance-wheel", rule="after_previous_plus_delay", days="2") == 303
    assert add(imani, edit, "cc-timeout-agreement", to="joint", rule="clinician_opens") == 303
    page = imani.page(edit)
    before = titles(page)
    second = keys(page)[1]
    assert imani.post(f"{edit}/steps/{second}/move", {"go": "up"}).status_code == 303
    assert titles(imani.page(edit)) == [before[1], before[0], before[2]]
    assert "The first step has none before it." in imani.page(edit)
    assert imani.post(f"{edit}/steps/{second}/remove").status_code == 303
    assert titles(imani.page(edit)) == [before[0], before[2]]


def test_a_step_that_would_tell_of_the_other_is_refused(imani: Visitor) -> None:
    edit = made(imani)
    assert add(imani, edit, "cc-timeout-agreement", to="joint", rule="none") == 422
    assert add(imani, edit, "cc-loop-map", rule="after_previous") == 422
    assert add(imani, edit, "er-soothing-menu", to="one", rule="none") == 422
    assert titles(imani.page(edit)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"planned_week": "0"},
        {"planned_week": "٣"},
        {"for_weeks": "999999"},
        {"rule": "fixed_interval", "days": ""},
        {"rule": "none of these"},
        {"schedule": "sometimes"},
        {"to": ""},
    ],
)
def test_bad_input_stays_on_the_page(imani: Visitor, change: dict[str, str]) -> None:
    edit = made(imani)
    assert add(imani, edit, "er-soothing-menu", **change) == 422


def test_a_version_is_published_and_changed_again(house: House, imani: Visitor) -> None:
    edit = made(imani)
    shown = edit.removesuffix("/edit")
    words = {"title": "Slow start", "purpose": "To begin slowly.", "contraindications": "A\n\nB"}
    assert imani.post(f"{shown}/publish").headers["Location"] == edit
    assert "Give it a title and say what it is for." in imani.page(edit)
    assert imani.post(f"{edit}/words", words).status_code == 303
    assert add(imani, edit, "er-soothing-menu") == 303
    assert imani.post(f"{shown}/publish").headers["Location"] == shown
    # The keys of a draft that nobody has changed yet stay the same from page to page.
    (key,) = keys(imani.page(edit))
    assert (
        imani.post(
            f"{edit}/steps/{key}", {**STEP, "planned_week": "2", "rule": "clinician_opens"}
        ).status_code
        == 303
    )
    assert "changes that are not published yet" in imani.page(shown)
    assert imani.post(f"{shown}/publish").headers["Location"] == shown
    with house.reading():
        rows = db.session.scalars(
            db.select(PathwayVersion)
            .join(Pathway)
            .where(Pathway.maker_id.is_not(None))
            .order_by(PathwayVersion.number)
        ).all()
        assert [row.definition["steps"][0]["planned_week"] for row in rows] == [1, 2]
        assert rows[0].definition["contraindications"] == ["A", "B"]


def test_publishing_the_same_twice_is_no_version(imani: Visitor) -> None:
    edit = made(imani)
    shown = edit.removesuffix("/edit")
    imani.post(f"{edit}/words", {"title": "Slow", "purpose": "Slow."})
    add(imani, edit, "er-soothing-menu")
    imani.post(f"{shown}/publish")
    assert imani.post(f"{shown}/publish").headers["Location"] == edit


def test_a_ready_made_one_is_copied_and_stays_as_it_is(imani: Visitor) -> None:
    page = imani.page("/pathways")
    address = re.search(r'href="(/pathways/[0-9a-f-]{36})">Reconnecting', page)
    assert address
    edit = imani.post(f"{address[1]}/copy").headers["Location"]
    assert len(titles(imani.page(edit))) == 9
    assert imani.get(f"{address[1]}/edit").status_code == 404
    assert imani.post(f"{address[1]}/publish").status_code == 404


def test_ones_own_is_nobody_elses(house: House, imani: Visitor) -> None:
    edit = made(imani, "Only mine")
    for who in ("colleague", "cotherapist", "supervisor"):
        visitor = house.visitor(who)
        assert visitor.get(edit).status_code in (403, 404)
        assert "Only mine" not in visitor.page("/pathways")
    for who in ("amara", "daniel"):
        assert house.visitor(who).get("/pathways").status_code == 404


def test_a_retired_one_comes_back(imani: Visitor) -> None:
    edit = made(imani)
    shown = edit.removesuffix("/edit")
    assert imani.post(f"{shown}/retire").status_code == 303
    assert "Retired" in imani.page("/pathways")
    assert imani.post(f"{shown}/retire").status_code == 303
    assert "Retired" not in imani.page("/pathways")


def test_a_step_of_another_tab_is_not_changed_by_mistake(imani: Visitor) -> None:
    edit = made(imani)
    add(imani, edit, "er-soothing-menu")
    (key,) = keys(imani.page(edit))
    imani.post(f"{edit}/steps/{key}/remove")
    for act in ("", "/move", "/remove"):
        assert imani.post(f"{edit}/steps/{key}{act}", STEP).status_code == 404
