"""What is typed is on the server soon after, whatever happens on the way, and the page says how it stands (SECURITY L6)."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import Page, Route, expect

from practice.accounts import sessions
from practice.db import transaction
from tests.browser import homework
from tests.browser.browsing import Watched
from tests.browser.conftest import Opens
from tests.browser.site import Site

WORDS = "I would like an evening without phones. Ødegård said “why not”, 愛 ❤."
AUTOSAVE = re.compile("/autosave")
HIDE_AND_TIME_THE_SAVE = """() => new Promise((resolve) => {
  const began = performance.now(), send = window.fetch;
  window.fetch = (...what) => { resolve(performance.now() - began); return send(...what); };
  Object.defineProperty(document, 'hidden', {value: true});
  document.dispatchEvent(new Event('visibilitychange'));
})"""
Writes = Callable[[], tuple[Watched, UUID]]


@pytest.fixture
def writes(site: Site, phone: Opens) -> Writes:
    """Open Amara's phone on the first page of a homework that begins with words."""

    def begin() -> tuple[Watched, UUID]:
        given = homework.give(site, "df-i-position").a
        assert given is not None
        amara = phone(site)
        amara.goto(f"/homework/{given}/part/1")
        return amara, given

    return begin


def say(page: Page) -> object:
    return expect(page.locator("[data-save-status]"))


def first_words(site: Site, given: UUID) -> str:
    return str(next(iter(homework.draft(site, given).values()), ""))


def holds(site: Site, given: UUID, words: str, within: float = 12) -> None:
    until = time.monotonic() + within
    while first_words(site, given) != words:
        assert time.monotonic() < until, first_words(site, given)
        time.sleep(0.1)


def answer_once(page: Page, status: int, body: str = "") -> list[int]:
    """Let the next autosave be answered like this, without reaching the server."""
    answered: list[int] = []

    def answer(route: Route) -> None:
        answered.append(status)
        route.fulfill(status=status, body=body, content_type="application/json")

    page.route(AUTOSAVE, answer, times=1)
    return answered


def test_it_says_saved_once_the_server_holds_it(site: Site, writes: Writes) -> None:
    amara, given = writes()
    homework.text_field(amara.page).fill(WORDS)
    say(amara.page).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    assert first_words(site, given) == WORDS
    assert amara.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_offline_it_says_so_and_saves_when_back(site: Site, writes: Writes) -> None:
    amara, given = writes()
    amara.expect("ERR_INTERNET_DISCONNECTED")
    amara.context.set_offline(True)
    homework.text_field(amara.page).fill(WORDS)
    say(amara.page).to_have_text("Not saved yet. Keep this page open.")
    assert first_words(site, given) == ""
    amara.context.set_offline(False)
    say(amara.page).to_contain_text("Saved")
    assert first_words(site, given) == WORDS


def test_a_fault_of_the_server_is_tried_again(site: Site, writes: Writes) -> None:
    amara, given = writes()
    amara.expect("500")
    answered = answer_once(amara.page, 500)
    homework.text_field(amara.page).fill(WORDS)
    say(amara.page).to_have_text("Not saved yet. Keep this page open.")
    say(amara.page).to_contain_text("Saved", timeout=8000)
    assert answered == [500]
    assert first_words(site, given) == WORDS


def test_while_a_slow_answer_is_awaited_more_can_be_written(site: Site, writes: Writes) -> None:
    amara, given = writes()

    def slowly(route: Route) -> None:
        time.sleep(1.5)
        route.continue_()

    amara.page.route(AUTOSAVE, slowly, times=1)
    field = homework.text_field(amara.page)
    field.fill("The first words")
    say(amara.page).to_have_text("Saving")
    field.fill(WORDS)
    say(amara.page).to_contain_text("Saved")
    assert first_words(site, given) == WORDS


def end_session(site: Site, who: str = "amara") -> None:
    with site.app.app_context(), transaction.unit_of_work():
        sessions.end_all_of(site.house.people[who])


def test_after_signing_in_again_in_place_the_words_are_saved(site: Site, writes: Writes) -> None:
    amara, given = writes()
    amara.expect("400", "422")
    end_session(site)
    homework.text_field(amara.page).fill(WORDS)
    dialog = amara.page.get_by_role("dialog", name="You have been signed out")
    expect(dialog).to_be_visible()
    assert first_words(site, given) == ""
    dialog.get_by_label("Sign-in name").fill("amara")
    dialog.get_by_label("Password").fill("not this one")
    dialog.get_by_role("button", name="Sign in and carry on").click()
    expect(dialog.get_by_role("alert")).to_contain_text("does not match")
    dialog.get_by_label("Password").fill(site.sign_ins["amara"]["password"])
    dialog.get_by_role("button", name="Sign in and carry on").click()
    expect(dialog).to_be_hidden()
    say(amara.page).to_contain_text("Saved")
    assert first_words(site, given) == WORDS
    assert homework.text_field(amara.page).input_value() == WORDS
    assert amara.page.locator("input[type=password]").count() == 0


def test_after_signing_in_again_elsewhere_the_words_are_saved(site: Site, writes: Writes) -> None:
    amara, given = writes()
    amara.expect("400")
    end_session(site)
    homework.text_field(amara.page).fill(WORDS)
    dialog = amara.page.get_by_role("dialog", name="You have been signed out")
    expect(dialog).to_be_visible()
    door = amara.context.new_page()
    site.sign_in(door, "amara")
    door.close()
    dialog.get_by_role("button", name="I signed in in another window").click()
    expect(dialog).to_be_hidden()
    say(amara.page).to_contain_text("Saved")
    assert first_words(site, given) == WORDS


def test_a_lost_reply_is_no_conflict_and_doubles_nothing(site: Site, writes: Writes) -> None:
    amara, given = writes()
    amara.expect("ERR_FAILED")

    def lose_the_reply(route: Route) -> None:
        route.fetch()
        route.abort()

    amara.page.route(AUTOSAVE, lose_the_reply, times=1)
    field = homework.text_field(amara.page)
    field.fill("The first words")
    say(amara.page).to_have_text("Not saved yet. Keep this page open.")
    field.fill(WORDS)
    say(amara.page).to_contain_text("Saved", timeout=8000)
    assert first_words(site, given) == WORDS
    amara.page.get_by_role("button", name="Save and continue").click()
    expect(amara.page).to_have_url(re.compile("/part/2"))


def test_somebody_else_signed_in_gets_nothing_of_it(site: Site, writes: Writes) -> None:
    amara, given = writes()
    amara.expect("401", "403", "404", "409")
    amara.context.clear_cookies()
    site.enter(amara.context, "daniel")
    homework.text_field(amara.page).fill(WORDS)
    say(amara.page).to_contain_text("Somebody else is signed in here now")
    assert homework.text_field(amara.page).input_value() == WORDS
    assert homework.draft(site, given) == {}
    assert homework.draft(site, given, "daniel") == {}


def test_two_tabs_keep_both_texts(site: Site, writes: Writes) -> None:
    amara, given = writes()
    amara.expect("409")
    second = amara.context.new_page()
    second.goto(amara.page.url)
    homework.text_field(second).fill("Written in the second tab")
    say(second).to_contain_text("Saved")
    homework.text_field(amara.page).fill(WORDS)
    say(amara.page).to_contain_text("Both versions are kept.")
    assert first_words(site, given) == "Written in the second tab"
    amara.page.get_by_role("button", name="Look at both versions").click()
    expect(amara.page.get_by_role("heading", name="Two versions")).to_be_visible()
    expect(amara.page.get_by_text("Written in the second tab").first).to_be_visible()
    assert homework.text_field(amara.page).input_value() == WORDS
    amara.page.get_by_role("button", name="Put both together").click()
    both = f"Written in the second tab / {WORDS}"
    expect(homework.text_field(amara.page)).to_have_value(both)
    assert first_words(site, given) == "Written in the second tab"
    amara.page.get_by_role("button", name="Save mine and continue").click()
    expect(amara.page).to_have_url(re.compile("/part/2"))
    assert first_words(site, given) == both


def test_words_typed_just_before_the_page_is_hidden_are_saved(site: Site, writes: Writes) -> None:
    amara, given = writes()
    homework.text_field(amara.page).fill(WORDS)
    # Well before the second that a pause in typing is waited for.
    assert amara.page.evaluate(HIDE_AND_TIME_THE_SAVE) < 300
    holds(site, given, WORDS)


def test_words_typed_just_before_the_tab_is_closed_are_saved(site: Site, writes: Writes) -> None:
    amara, given = writes()
    homework.text_field(amara.page).fill(WORDS)
    amara.page.close(run_before_unload=True)
    holds(site, given, WORDS)


def test_too_much_is_said_and_kept_on_the_page(site: Site, writes: Writes) -> None:
    amara, given = writes()
    amara.expect("422")
    field = homework.text_field(amara.page)
    field.fill("word " * 5000)
    say(amara.page).to_have_attribute("data-state", "failed")
    assert field.input_value() == "word " * 5000
    field.fill(WORDS)
    say(amara.page).to_contain_text("Saved")
    assert first_words(site, given) == WORDS
    assert json.loads(amara.page.evaluate("JSON.stringify({...localStorage})")) == {}


def test_long_words_in_any_script_go_along_when_the_tab_is_closed(site: Site, phone: Opens) -> None:
    given = homework.give(site, "cc-after-argument").a
    assert given is not None
    amara = phone(site)
    amara.goto(f"/homework/{given}/part/1")
    long = "愛👩‍❤️‍👨 שלום e\u0301 " * 400
    homework.text_field(amara.page).fill(long)
    amara.page.close(run_before_unload=True)
    holds(site, given, long)
