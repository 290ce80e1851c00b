"""Every type of question on a phone: by keyboard, as a screen reader hears it, and without scripts (P7, SECURITY U)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import every_type, homework
from tests.browser.axe import violations
from tests.browser.conftest import Opens
from tests.browser.site import Site

HEARD = {
    1: ['radiogroup "Do you have children?"', 'radio "Yes"'],
    2: ['radio "0 , not at all"', 'radio "10 , fully"', 'checkbox "I agree to go on."'],
    4: ['group "Lines 1 to 4 of 12"', 'radiogroup "When it is about matter 1"', 'radio "7 , easy"'],
    5: ['textbox "What did the other one write in a few words?"'],
    6: ['group "Line 1"', 'combobox "How much, 0 to 10"', 'button "Take this line out : line 1"'],
    7: ['group "What I felt"'],
    8: ['checkbox "Throat"'],
}


def go_on(page: Page) -> None:
    page.get_by_role("main").get_by_role("button", name="Save and continue", exact=True).click()


def test_each_is_heard_and_fits_the_phone(site: Site, phone: Opens) -> None:
    given = every_type.give(site)
    amara = phone(site)
    for number, heard in HEARD.items():
        amara.goto(f"/homework/{given}/part/{number}")
        told = amara.page.locator("#answers").aria_snapshot()
        assert not [words for words in heard if words not in told], told
        assert "img" not in told, "a drawing is decoration"
        assert amara.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), number
        assert violations(amara.page) == [], number


def test_a_question_that_depends_on_another_comes_and_goes_at_once(
    site: Site, phone: Opens
) -> None:
    given = every_type.give(site)
    amara = phone(site)
    amara.goto(f"/homework/{given}/part/1")
    many = amara.page.get_by_label("How many?", exact=True)
    expect(many).to_have_count(0)
    amara.page.get_by_label("Yes").press("Space")
    expect(many).to_be_visible()
    expect(amara.page.get_by_role("status").filter(has_text="2 more questions")).to_have_count(1)
    many.fill("2")
    amara.page.get_by_label("No", exact=True).press("Space")
    expect(many).to_have_count(0)
    amara.page.get_by_label("Yes").press("Space")
    expect(many).to_have_value("2")
    expect(amara.page.locator("[data-save-status]")).to_contain_text("Saved")
    assert homework.draft(site, given) == {"children": "yes", "how_many": 2}
    go_on(amara.page)
    expect(amara.page).to_have_url(re.compile("/part/2"))


def test_without_scripts_it_comes_with_the_next_step(site: Site, phone: Opens) -> None:
    given = every_type.give(site)
    amara = phone(site, java_script_enabled=False)
    amara.goto(f"/homework/{given}/part/1")
    many = amara.page.get_by_label("How many?", exact=True)
    expect(many).to_have_count(0)
    homework.tick(amara.page.get_by_label("Yes"))
    go_on(amara.page)
    expect(amara.page).to_have_url(re.compile("/part/1.*#how_many$"))
    many.fill("2")
    go_on(amara.page)
    expect(amara.page).to_have_url(re.compile("/part/2"))
    assert homework.draft(site, given) == {"children": "yes", "how_many": 2}


@pytest.mark.parametrize("with_script", [True, False])
def test_lines_are_added_and_taken_out_up_to_the_most(
    site: Site, phone: Opens, with_script: bool
) -> None:
    given = every_type.give(site)
    amara = phone(site, java_script_enabled=with_script)
    amara.goto(f"/homework/{given}/part/6")
    page, add = amara.page, amara.page.get_by_role("button", name="Add another")
    what = page.get_by_role("textbox", name="What")
    for number, words in enumerate(("First", "Second", "Third")):
        what.nth(number).fill(words)
        if number < 2:
            add.press("Enter")
            expect(what).to_have_count(number + 2)
            expect(what.nth(number + 1)).to_be_focused()
    expect(add).to_be_hidden()
    page.get_by_role("button", name="Take this line out : line 2").press("Enter")
    expect(what).to_have_count(2)
    expect(what.nth(1)).to_have_value("Third")
    expect(add).to_be_visible()
    go_on(page)
    expect(page).to_have_url(re.compile("/part/7"))
    assert homework.draft(site, given)["times"] == [{"what": "First"}, {"what": "Third"}]


def test_feelings_and_places_by_keyboard(site: Site, phone: Opens) -> None:
    given = every_type.give(site)
    amara = phone(site)
    amara.goto(f"/homework/{given}/part/7")
    amara.page.locator("summary").filter(has_text="Afraid").press("Enter")
    amara.page.get_by_label("Worried").press("Space")
    go_on(amara.page)
    amara.page.get_by_label("Throat").press("Space")
    lit = "getComputedStyle(document.querySelector('.region-throat rect')).fill"
    unlit = "getComputedStyle(document.querySelector('.region-chest path')).fill"
    assert amara.page.evaluate(lit) != amara.page.evaluate(unlit)
    go_on(amara.page)
    expect(amara.page.get_by_text("Worried")).to_be_visible()
    expect(amara.page.get_by_text("Throat")).to_be_visible()


def test_leaving_a_question_out_is_an_answer_of_its_own(site: Site, phone: Opens) -> None:
    given = every_type.give(site)
    amara = phone(site)
    amara.goto(f"/homework/{given}/part/2")
    homework.tick(amara.page.locator("[name=calm__skip]"))
    go_on(amara.page)
    assert homework.draft(site, given)["calm"] == {"skipped": True}
