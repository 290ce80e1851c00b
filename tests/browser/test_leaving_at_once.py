"""Leave this page: by button and by Shift three times, nothing stays behind, and no word is lost (SECURITY U9, S7)."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import homework
from tests.browser.browsing import NEUTRAL_HTML
from tests.browser.conftest import Opens
from tests.browser.site import NEUTRAL_PAGE, Site

WORDS = "Words typed a moment before leaving"


def by_button(page: Page) -> None:
    page.get_by_role("banner").get_by_role("button", name="Leave this page").click()


def by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("leave", [by_button, by_shift])
def test_leaving_ends_everything_but_the_words(
    site: Site, phone: Opens, leave: Callable[[Page], None]
) -> None:
    given = homework.give(site, "df-i-position").a
    assert given is not None
    amara = phone(site)
    amara.goto("/today")
    amara.goto(f"/homework/{given}/part/1")
    homework.text_field(amara.page).press_sequentially(WORDS)
    leave(amara.page)
    amara.page.wait_for_url(NEUTRAL_PAGE)
    assert amara.page.content().count("Weather") == NEUTRAL_HTML.count("Weather")
    until = time.monotonic() + 5
    while amara.context.cookies(site.address) and time.monotonic() < until:
        time.sleep(0.05)
    assert amara.context.cookies(site.address) == []
    assert WORDS in homework.draft(site, given).values()

    amara.page.go_back()
    expect(amara.page).to_have_title("Sign in - Riverside Office")
    assert WORDS not in amara.page.content()
    assert "Amara" not in amara.page.content()

    site.sign_in(amara.page, "amara")
    amara.goto(f"/homework/{given}/part/1")
    assert homework.text_field(amara.page).input_value() == WORDS


def test_leaving_asks_nothing_even_between_two_versions(site: Site, phone: Opens) -> None:
    given = homework.give(site, "df-i-position").a
    amara = phone(site)
    amara.expect("409")
    amara.goto(f"/homework/{given}/part/1")
    second = amara.context.new_page()
    second.goto(amara.page.url)
    homework.text_field(second).fill("Written in the second tab")
    expect(second.locator("[data-save-status]")).to_contain_text("Saved")
    homework.text_field(amara.page).fill(WORDS)
    amara.page.get_by_role("button", name="Look at both versions").click()
    homework.text_field(amara.page).press_sequentially(" and more")
    asked: list[str] = []
    amara.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    by_button(amara.page)
    amara.page.wait_for_url(NEUTRAL_PAGE)
    assert asked == []


def test_shift_for_capital_letters_does_not_leave(site: Site, phone: Opens) -> None:
    given = homework.give(site, "df-i-position").a
    amara = phone(site)
    amara.goto(f"/homework/{given}/part/1")
    field = homework.text_field(amara.page)
    field.focus()
    for letter in "ABCD":
        amara.page.keyboard.press(f"Shift+{letter}")
    expect(field).to_have_value("ABCD")
    assert "/homework/" in amara.page.url


def test_after_signing_out_back_shows_nothing(site: Site, desk: Opens) -> None:
    imani = desk(site)
    imani.goto("/caseload")
    imani.page.get_by_role("link", name="Amara").click()
    expect(imani.page.get_by_role("heading", name="Overview")).to_be_visible()
    imani.page.get_by_role("button", name="Sign out").click()
    expect(imani.page).to_have_title("Sign in - Riverside Office")
    imani.page.go_back()
    expect(imani.page).to_have_title("Sign in - Riverside Office")
    assert "Amara" not in imani.page.content()


def test_without_scripts_the_button_leads_away_all_the_same(site: Site, phone: Opens) -> None:
    amara = phone(site, java_script_enabled=False)
    amara.goto("/today")
    by_button(amara.page)
    amara.page.wait_for_url(NEUTRAL_PAGE)
    assert amara.context.cookies(site.address) == []
