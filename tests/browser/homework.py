"""Homework in a browser: giving it, filling a page in as a person does, and looking at what the server holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from playwright.sync_api import Locator, Page, expect

from practice.extensions import db
from practice.responses.models import Draft, Submission
from tests.browser.site import CLINICIAN, Site
from tests.factories import homework as factory
from tests.factories.house import ZONE

_NAMES = """() => [...new Set([...document.querySelectorAll(
  '#answers input:not([type=hidden]), #answers select, #answers textarea')].map(e => e.name))]"""


def give(site: Site, slug: str, to: str = "ab") -> factory.Set:
    """Give an exercise to Amara and Daniel, open from today."""
    from practice.lib import clock

    with site.at_its_time():
        return factory.give(site.house, slug, to, clinician=CLINICIAN, starts_on=clock.today(ZONE))


def inputs(site: Site, slug: str) -> dict[str, Any]:
    """Return a plausible answer to every question of an exercise, by the name of its input."""
    found = factory.definition(site.house, slug)
    return factory.form_data(found, factory.plausible(found))


def fill(page: Page, data: dict[str, Any]) -> None:
    """Fill in a page of homework with what ``data`` holds for its inputs."""
    for name in page.evaluate(_NAMES):
        if data.get(name) not in (None, "", []):
            answer(page.locator(f'#answers [name="{name}"]'), data[name])


def answer(control: Locator, value: Any) -> None:
    """Answer one question as its control wants it."""
    first = control.first
    kind = first.evaluate("e => e.type")
    if kind in ("radio", "checkbox"):
        for one in value if isinstance(value, list) else [value]:
            tick(control.and_(control.page.locator(f'[value="{one}"]')))
    elif kind == "select-one":
        first.select_option(str(value))
    else:
        first.fill(str(value))


def tick(choice: Locator) -> None:
    """Choose one by keyboard: a click may land on the bar that stays in view."""
    if not choice.is_checked():
        choice.press("Space")


def write_to_the_end(
    page: Page, data: dict[str, Any], look: Callable[[], object] = lambda: None
) -> None:
    """Fill in page after page until the last look before sending; ``look`` at each before it is saved."""
    for _ in range(30):
        if "/part/" not in page.url:
            return
        fill(page, data)
        look()
        before = page.url
        page.get_by_role("button", name="Save and continue", exact=True).last.click()
        expect(page).not_to_have_url(before)
    raise AssertionError(f"the homework has no end: {page.url}")


def draft(site: Site, assignment_id: UUID, who: str = "amara") -> dict[str, Any]:
    """Return the answers the server holds in a draft of ``who``; empty when there is none."""
    with site.house.reading():
        site.house.case(who)
        found = db.session.scalar(db.select(Draft).where(Draft.assignment_id == assignment_id))
        return dict(found.answers["given"]) if found else {}


def submission(site: Site, assignment_id: UUID, who: str = "amara") -> dict[str, Any]:
    """Return the answers that ``who`` sent."""
    with site.house.reading():
        site.house.case(who)
        found = db.session.scalars(
            db.select(Submission).where(Submission.assignment_id == assignment_id)
        ).one()
        return dict(found.answers)


def text_field(page: Page) -> Locator:
    """Return the first field for words on a page of homework."""
    return page.locator("#answers textarea, #answers input[type=text]").first
