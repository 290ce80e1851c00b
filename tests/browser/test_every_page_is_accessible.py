"""Every kind of page, for everyone who has pages: nothing that axe-core finds, in light and dark, nothing to scroll sideways,
no complaint on the console, nothing asked of another site (SECURITY U1, U6, W3, W5)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe, homework, pages
from tests.browser.browsing import DESK, PHONE
from tests.browser.conftest import Opens
from tests.browser.site import CLINICIAN, Site

SMALLEST = {"width": 320, "height": 640}
OPEN_HOMEWORK = (
    "er-overwhelm-signals",  # a body map, a table, a number
    "er-feelings-log",  # the feelings wheel
    "ib-balance-wheel",  # scales in rows, a guess
    "df-closeness-circles",  # circles
)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def furnished(shown_site: Site) -> Site:
    """Return the demo with one homework of each shape open, and one begun."""
    for slug in OPEN_HOMEWORK:
        homework.give(shown_site, slug)
    return shown_site


def found_on(page: Page, *widths: dict[str, int]) -> list[str]:
    """Return what is wrong with a page: by axe in both schemes, and what sticks out at these widths."""
    wrong = axe.violations(page)
    for size in widths:
        page.set_viewport_size(size)
        if page.evaluate(SIDEWAYS) > 0:
            wrong.append(f"{page.url} scrolls sideways at {size['width']} px")
    return wrong


@pytest.mark.parametrize("who", ["amara", "sam"])
def test_a_partners_pages(furnished: Site, opens: Opens, who: str) -> None:
    phone = opens(furnished, who, viewport=PHONE)
    wrong = []
    for path in pages.by_kind(furnished, pages.reachable(furnished, who)):
        phone.page.set_viewport_size(PHONE)
        phone.goto(path)
        wrong += found_on(phone.page, PHONE, SMALLEST)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", [CLINICIAN, "noor@riverside.example", "pat@riverside.example"])
def test_the_desks_pages(furnished: Site, opens: Opens, who: str) -> None:
    desk = opens(furnished, who, viewport=DESK)
    wrong = []
    for path in pages.by_kind(furnished, pages.reachable(furnished, who)):
        desk.page.set_viewport_size(DESK)
        desk.goto(path)
        wrong += found_on(desk.page, {"width": 768, "height": 900})
    assert not wrong, "\n".join(wrong)


def test_the_pages_of_an_open_homework(furnished: Site, opens: Opens) -> None:
    phone = opens(furnished, "daniel", viewport=PHONE)
    wrong: list[str] = []

    def look() -> None:
        wrong.extend(found_on(phone.page, SMALLEST, PHONE))

    for slug in OPEN_HOMEWORK:
        given = homework.give(furnished, slug).b
        phone.goto(f"/homework/{given}/part/1")
        homework.write_to_the_end(phone.page, homework.inputs(furnished, slug), look)
        look()
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("path", "button"),
    [
        ("/caseload/new", "Open the case"),
        ("/couples/{couple}/record/status", "Keep this decision"),
        ("/couples/{couple}/reports/new", "Compile the draft"),
        ("/couples/{couple}/goals/new", re.compile("goal")),
        ("/couples/{couple}/sessions/new", re.compile("session")),
    ],
)
def test_a_form_sent_empty_at_the_desk(
    furnished: Site, opens: Opens, path: str, button: str | re.Pattern[str]
) -> None:
    desk = opens(furnished, CLINICIAN, viewport=DESK)
    desk.expect("422")
    desk.goto(path.format(couple=furnished.couple()))
    send_empty(desk.page, button)


@pytest.mark.parametrize(
    ("path", "button"), [("/sign-in", "Sign in"), ("/agreements/sexual_content_consent", "Sign")]
)
def test_a_form_sent_empty_on_a_phone(
    furnished: Site, opens: Opens, path: str, button: str
) -> None:
    phone = opens(furnished, "" if path == "/sign-in" else "meilin", viewport=PHONE)
    phone.expect("422")
    phone.goto(path)
    send_empty(phone.page, button)


def send_empty(page: Page, button: str | re.Pattern[str]) -> None:
    """Send a form as it is: the summary takes focus, leads to the field, and the page is still without fault."""
    page.get_by_role("main").get_by_role("button", name=button).last.click()
    page.wait_for_function("document.title.startsWith('Error: ')")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    assert found_on(page, {"width": 360, "height": 740}) == []
    page.locator("[data-error-summary] a").first.click()
    assert page.evaluate("document.activeElement.closest('.field') !== null")


@pytest.mark.parametrize("path", ["/sign-in", "/help", "/nothing-here", "/invitation/unknown"])
def test_pages_for_nobody_in_particular(furnished: Site, opens: Opens, path: str) -> None:
    phone = opens(furnished, viewport=PHONE)
    phone.expect("404", "401")
    phone.goto(path)
    assert found_on(phone.page, SMALLEST) == []
