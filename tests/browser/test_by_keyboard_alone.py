"""A whole homework by keyboard alone: focus is always seen, never under the bars, and nothing traps it (SECURITY U5)."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import homework
from tests.browser.browsing import PHONE
from tests.browser.conftest import Opens
from tests.browser.site import Site

SLUG = "df-closeness-circles"
WHAT_HAS_FOCUS = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const shape = here.closest('.scale-point, .choice, .ring') ?? here;
  const rings = [here, shape, here.nextElementSibling].filter(Boolean).map(e => getComputedStyle(e));
  const ringed = rings.some(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none');
  const box = shape.getBoundingClientRect();
  const bars = [...document.querySelectorAll('.top-bar, .action-bar')].filter(b => !b.contains(here) && !here.closest('.skip-links'));
  const covered = bars.filter(b => ['sticky', 'fixed'].includes(getComputedStyle(b).position))
    .map(b => b.getBoundingClientRect())
    .some(b => box.top < b.bottom - 1 && box.bottom > b.top + 1);
  return {what: here.outerHTML.slice(0, 140), name: here.name ?? '', kind: here.type ?? here.tagName,
    value: here.value ?? '', text: here.textContent.trim().slice(0, 60), ringed, covered,
    outside: box.bottom <= 0 || box.top >= innerHeight};
}"""


def focus(page: Page) -> dict[str, Any]:
    """Return what has focus, once it is known to be seen."""
    page.wait_for_timeout(60)
    found: dict[str, Any] | None = page.evaluate(WHAT_HAS_FOCUS)
    assert found is not None, "nothing has focus"
    assert found["ringed"], f"no focus ring: {found['what']}"
    assert not found["covered"], f"under a bar: {found['what']}"
    assert not found["outside"], f"out of sight: {found['what']}"
    return found


def tab_to(page: Page, text: str) -> None:
    """Press Tab until the button or link with this text has focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if focus(page)["text"] == text:
            return
    raise AssertionError(f"never came to {text}")


def answer_page(page: Page, answers: dict[str, Any]) -> None:
    """Answer every question of a page with keys, then press the button that goes on."""
    before = page.url
    for _ in range(120):
        page.keyboard.press("Tab")
        here = focus(page)
        if here["text"] == "Save and continue":
            page.keyboard.press("Enter")
            expect(page).not_to_have_url(before)
            return
        wanted = answers.get(here["name"])
        if here["kind"] == "radio":
            choose(page, here["name"], str(wanted))
        elif wanted is not None and here["kind"] in ("text", "textarea"):
            page.keyboard.type(str(wanted))
    raise AssertionError("never came to the button")


def choose(page: Page, name: str, wanted: str) -> None:
    """Choose one of a group with the arrow keys."""
    page.keyboard.press("Space")
    for _ in range(12):
        if focus(page)["value"] == wanted:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{name} never came to {wanted}")


def test_a_whole_homework_is_sent_by_keyboard(site: Site, opens: Opens) -> None:
    given = homework.give(site, SLUG).a
    assert given is not None
    answers = homework.inputs(site, SLUG)
    amara = opens(site, "amara", viewport=PHONE)
    amara.goto("/today")
    amara.page.keyboard.press("Tab")
    assert focus(amara.page)["text"] == "Skip to content"
    amara.page.keyboard.press("Tab")
    assert focus(amara.page)["text"] == "Leave this page"
    amara.goto(f"/homework/{given}")
    tab_to(amara.page, "Start")
    amara.page.keyboard.press("Enter")
    amara.page.wait_for_url(re.compile("/part/1"))
    while "/part/" in amara.page.url:
        answer_page(amara.page, answers)
    tab_to(amara.page, "Send to my care team")
    amara.page.keyboard.press("Enter")
    expect(amara.page.get_by_text("Thank you, this has been sent")).to_be_visible()
    sent = homework.submission(site, given)
    assert {k: v for k, v in answers.items() if "__" not in k}.items() <= flat(sent).items()


def flat(sent: dict[str, Any]) -> dict[str, Any]:
    return {k: str(v) if isinstance(v, int) else v for k, v in sent.items()}


def test_the_menu_opens_and_closes_by_keyboard(site: Site, opens: Opens) -> None:
    amara = opens(site, "amara", viewport=PHONE)
    amara.goto("/today")
    tab_to(amara.page, "Menu")
    amara.page.keyboard.press("Enter")
    expect(amara.page.get_by_role("navigation", name="Menu")).to_be_visible()
    amara.page.keyboard.press("Escape")
    expect(amara.page.get_by_role("navigation", name="Menu")).to_be_hidden()
    assert focus(amara.page)["text"] == "Menu"


def test_focus_is_seen_all_the_way_through_a_long_page(site: Site, opens: Opens) -> None:
    given = homework.give(site, "ib-balance-wheel").a
    amara = opens(site, "amara", viewport={"width": 320, "height": 480})
    amara.goto(f"/homework/{given}/part/1")
    for _ in range(60):
        amara.page.keyboard.press("Tab")
        if focus(amara.page)["text"] == "Help and support":
            break
    for _ in range(60):
        amara.page.keyboard.press("Shift+Tab")
        if focus(amara.page)["text"] == "Skip to content":
            return
    raise AssertionError("never came back to the top")
