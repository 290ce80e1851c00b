"""Everything works without scripts: a whole homework, with a line added, a question left out, and two versions (U4)."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from practice.catalogue.fields import is_skipped
from tests.browser import homework
from tests.browser.conftest import Opens
from tests.browser.site import Site

SLUG = "er-overwhelm-signals"
LINES = [
    {"situation": "Being late", "charge": 4},
    {"situation": "Talking about money", "charge": 7},
]


def press(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("button", name=words, exact=True).click()


def add_two_lines(page: Page) -> None:
    page.get_by_role("textbox", name="Situation").fill(LINES[0]["situation"])
    page.get_by_label("Charge, 0 to 10").select_option("4")
    page.get_by_role("button", name="Add another").click()
    expect(page.get_by_role("group", name="Line 2")).to_be_visible()
    expect(page.get_by_role("textbox", name="Situation").first).to_have_value("Being late")
    page.get_by_role("textbox", name="Situation").nth(1).fill(LINES[1]["situation"])
    page.get_by_label("Charge, 0 to 10").nth(1).select_option("7")


def test_a_whole_homework_is_written_and_sent(site: Site, phone: Opens) -> None:
    given = homework.give(site, SLUG).a
    assert given is not None
    answers = homework.inputs(site, SLUG)
    amara = phone(site, java_script_enabled=False)
    page = amara.page
    amara.goto("/today")
    page.get_by_role("link", name=re.compile("^Open.*My signals")).click()
    page.get_by_role("link", name="Start").click()
    while "/part/" in page.url:
        if page.get_by_role("button", name="Add another").count():
            add_two_lines(page)
        fill_by_hand(page, answers)
        press(page, "Save and continue")
    expect(page.get_by_text("Talking about money")).to_be_visible()
    press(page, "Send to my care team")
    expect(page.get_by_text("Thank you, this has been sent to your care team.")).to_be_visible()
    sent = homework.submission(site, given)
    assert sent["triggers"] == LINES
    assert is_skipped(sent["recovery_minutes"])
    assert sent["signs"] == ["tight_jaw_or_shoulders", "racing_heart"]


def fill_by_hand(page: Page, answers: dict[str, object]) -> None:
    """Fill in what is on the page; leave the minutes out."""
    if page.locator("[name=recovery_minutes]").count():
        homework.tick(page.locator("[name=recovery_minutes__skip]"))
    for name, value in answers.items():
        if name.startswith(("triggers", "recovery")):
            continue
        control = page.locator(f'#answers [name="{name}"]')
        if control.count():
            homework.answer(control, value)


def test_saving_for_later_leads_to_today_and_back_to_the_words(site: Site, phone: Opens) -> None:
    given = homework.give(site, "df-i-position").a
    amara = phone(site, java_script_enabled=False)
    amara.goto(f"/homework/{given}/part/1")
    homework.text_field(amara.page).fill("Half a thought")
    press(amara.page, "Save and come back later")
    expect(amara.page).to_have_url(re.compile("/today$"))
    amara.goto(f"/homework/{given}/part/1")
    expect(homework.text_field(amara.page)).to_have_value("Half a thought")


def test_two_versions_stand_side_by_side(site: Site, phone: Opens) -> None:
    given = homework.give(site, "df-i-position").a
    assert given is not None
    amara = phone(site, java_script_enabled=False)
    amara.goto(f"/homework/{given}/part/1")
    second = amara.context.new_page()
    second.goto(amara.page.url)
    homework.text_field(second).fill("Written in the second tab")
    press(second, "Save and continue")
    homework.text_field(amara.page).fill("Written in the first tab")
    amara.expect("409")
    press(amara.page, "Save and continue")
    expect(amara.page.get_by_role("heading", name="Two versions")).to_be_visible()
    expect(amara.page.get_by_text("Written in the second tab")).to_be_visible()
    press(amara.page, "Save mine and continue")
    expect(amara.page).to_have_url(re.compile("/part/2"))
    assert "Written in the first tab" in homework.draft(site, given).values()


def test_a_refused_form_keeps_what_was_typed_and_leads_to_the_field(
    site: Site, desk: Opens
) -> None:
    imani = desk(site, java_script_enabled=False)
    imani.expect("422")
    imani.goto("/caseload/new")
    imani.page.get_by_label("Name").first.fill("Wren Abara")
    imani.page.get_by_role("button", name="Open the case").click()
    expect(imani.page).to_have_title(re.compile("^Error: Open a case"))
    expect(imani.page.get_by_label("Name").first).to_have_value("Wren Abara")
    imani.page.get_by_role("alert").get_by_role("link").first.click()
    assert imani.page.url.endswith("#name_b")
