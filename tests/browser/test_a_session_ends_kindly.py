"""Before a session ends for want of use the page says so, and one click goes on; once over, no word is lost (SECURITY S4)."""

from __future__ import annotations

from datetime import timedelta

import pyotp
from playwright.sync_api import expect

from tests.browser import homework
from tests.browser.conftest import Opens
from tests.browser.site import CLINICIAN, Site

WORDS = "Typed after a long pause"


def test_one_click_goes_on(site: Site, phone: Opens) -> None:
    amara = phone(site)
    amara.page.clock.install()
    amara.goto("/today")
    dialog = amara.page.locator("dialog[data-session]")
    amara.page.clock.fast_forward("27:30")
    expect(dialog).to_be_hidden()
    amara.page.clock.fast_forward("01:00")
    expect(dialog).to_be_visible()
    dialog.locator("[data-carry-on]:visible").click()
    expect(dialog).to_be_hidden()
    amara.page.clock.fast_forward("27:30")
    expect(dialog).to_be_hidden()


def test_after_the_end_the_page_is_covered_until_the_same_person_is_back(
    site: Site, phone: Opens
) -> None:
    given = homework.give(site, "df-i-position").a
    assert given is not None
    amara = phone(site)
    amara.expect("400")
    amara.page.clock.install()
    amara.goto(f"/homework/{given}/part/1")
    field = homework.text_field(amara.page)
    field.fill("Before the pause")
    amara.page.clock.run_for(1500)
    expect(amara.page.locator("[data-save-status]")).to_contain_text("Saved")
    site.ahead = timedelta(minutes=31)
    field.fill(WORDS)
    amara.page.clock.fast_forward("31:00")
    dialog = amara.page.locator("dialog[data-session]")
    expect(dialog).to_have_attribute("data-covers", "")
    amara.page.keyboard.press("Escape")
    amara.page.keyboard.press("Escape")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Sign-in name").fill("amara")
    dialog.get_by_label("Password").fill(site.sign_ins["amara"]["password"])
    dialog.get_by_role("button", name="Sign in and carry on").click()
    expect(dialog).to_be_hidden()
    amara.page.clock.run_for(3000)
    expect(amara.page.locator("[data-save-status]")).to_contain_text("Saved")
    assert field.input_value() == WORDS
    assert WORDS in homework.draft(site, given).values()


def test_staff_come_back_with_their_code(site: Site, desk: Opens) -> None:
    imani = desk(site)
    imani.expect("400", "422")
    imani.page.clock.install()
    imani.goto("/caseload")
    site.ahead = timedelta(minutes=16)
    imani.page.clock.fast_forward("16:00")
    dialog = imani.page.get_by_role("dialog", name="You have been signed out")
    person = site.sign_ins[CLINICIAN]
    dialog.get_by_label("Sign-in name").fill(person["email"])
    dialog.get_by_label("Password").fill(person["password"])
    dialog.get_by_role("button", name="Sign in and carry on").click()
    expect(dialog.get_by_label("Code from your app")).to_be_focused()
    dialog.get_by_label("Code from your app").fill(pyotp.TOTP(person["totp_secret"]).at(site.now()))
    dialog.get_by_role("button", name="Sign in and carry on").click()
    expect(dialog).to_be_hidden()
    imani.page.reload()
    expect(imani.page.get_by_role("heading", name="Caseload")).to_be_visible()
