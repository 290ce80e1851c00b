"""The whole way of a new couple, by clinician and both partners in browsers of their own: from the invitation to the report."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.browser import homework
from tests.browser.browsing import PHONE, Watched
from tests.browser.conftest import Opens
from tests.browser.site import CLINICIAN, Site

FIRST = ("Wren Abara", "wren", "marsh lantern thirty otters")
SECOND = ("Ilse Koh", "ilse", "copper bicycle under snow")
EXERCISE, SLUG, NEUTRAL = "Closeness circles", "df-closeness-circles", "Circles"


def press(page: Page, words: str | re.Pattern[str]) -> None:
    page.get_by_role("main").get_by_role("button", name=words).first.click()


def test_from_invitation_to_report(site: Site, opens: Opens, desk: Opens) -> None:
    imani = desk(site, "")
    site.sign_in(imani.page, CLINICIAN)
    expect(imani.page).to_have_title(re.compile("^Caseload"))
    walk_the_caseload_by_keyboard(imani.page)
    case = open_a_case(imani)
    phones = {}
    for name, sign_in_name, password in (FIRST, SECOND):
        link, code = invite(imani.page, case, name)
        phone = opens(site, viewport=PHONE, is_mobile=True, has_touch=True)
        accept(phone, link, code, sign_in_name, password)
        sign(phone, name)
        answer_the_private_questions(phone)
        phones[name] = phone
    put_in_force_and_clear(imani.page, case)
    give(imani.page, case)
    for phone in phones.values():
        write_homework(site, phone)
        expect_nothing_together(phone)
    review_and_compare(imani.page, case)
    cannot_be_released_yet(imani.page, case)
    site.ahead = timedelta(hours=25)
    imani.context.clear_cookies()
    site.enter(imani.context, CLINICIAN)
    release(imani.page, case)
    for (_, sign_in_name, password), phone in zip((FIRST, SECOND), phones.values(), strict=True):
        read_together(phone, sign_in_name, password)
    compile_and_open(imani.page, case)


def walk_the_caseload_by_keyboard(page: Page) -> None:
    rows = page.locator("[data-row] .row-link")
    expect(page.get_by_text("Up and down move between couples")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Overview")).to_be_visible()
    page.get_by_role("link", name="Caseload").click()


def open_a_case(imani: Watched) -> str:
    page = imani.page
    page.get_by_role("link", name="Open a case").click()
    for number, (name, _, _) in enumerate((FIRST, SECOND)):
        page.get_by_label("Name", exact=True).nth(number).fill(name)
    press(page, "Open the case")
    expect(page.get_by_text("Wren Abara").first).to_be_visible()
    found = re.search(r"/couples/[0-9a-f-]{36}", page.url)
    assert found, page.url
    return found[0]


def go(page: Page, path: str) -> None:
    page.goto("/".join(page.url.split("/")[:3]) + path)


def invite(page: Page, case: str, name: str) -> tuple[str, str]:
    go(page, f"{case}/record")
    press(page, f"Invite {name.partition(' ')[0]}")
    link = page.get_by_label("Link").input_value()
    return link, page.locator(".hand-over-code").inner_text()


def accept(phone: Watched, link: str, code: str, sign_in_name: str, password: str) -> None:
    page = phone.page
    phone.goto(phone.address + link[link.index("/invitation/") :])
    page.get_by_label("Your code").fill(code)
    page.get_by_label("Choose a sign-in name").fill(sign_in_name)
    page.get_by_label("Choose a password").fill(password)
    press(page, "Make my account")
    expect(page.get_by_text("Your account is ready.")).to_be_visible()
    sign_in(phone, sign_in_name, password)
    expect(page).to_have_title(re.compile("^Today"))


def sign_in(phone: Watched, sign_in_name: str, password: str) -> None:
    phone.goto("/sign-in")
    phone.page.get_by_label("Sign-in name").fill(sign_in_name)
    phone.page.get_by_label("Password", exact=True).fill(password)
    press(phone.page, "Sign in")
    expect(phone.page).not_to_have_url(re.compile("/sign-in"))


def sign(phone: Watched, name: str) -> None:
    for text in ("informed_consent", "no_secrets"):
        phone.goto(f"/agreements/{text}")
        homework.tick(phone.page.get_by_label("I have read the whole text"))
        phone.page.get_by_label("Type your full name to sign").fill(name)
        phone.page.get_by_role("button", name="Sign", exact=True).click()
        phone.goto(f"/agreements/{text}")
        expect(phone.page.get_by_text(f"You signed this as {name}")).to_be_visible()


def answer_the_private_questions(phone: Watched) -> None:
    page = phone.page
    phone.goto("/private-questions")
    if "before-you-go-on" in page.url:
        press(page, "Go on")
    page.get_by_role("link", name="Go to the questions").click()
    while "/part/" in page.url:
        for choice in page.locator('input[type=radio][value="no"]').all():
            homework.tick(choice)
        before = page.url
        press(page, "Save and continue")
        expect(page).not_to_have_url(before)
    press(page, "Send to my care team")
    expect(page).to_have_url(re.compile("/thank-you"))
    assert "Error" not in page.title()


def put_in_force_and_clear(page: Page, case: str) -> None:
    go(page, f"{case}/record")
    press(page, "Put in force")
    expect(page.get_by_text("In force since")).to_be_visible()
    go(page, f"{case}/record/status")
    homework.tick(page.get_by_label("Cleared for shared work"))
    page.get_by_label("Why").fill("Both seen alone. Nothing speaks against it.")
    press(page, "Keep this decision")
    go(page, f"{case}/record/status")
    expect(page.get_by_text("Cleared for shared work").first).to_be_visible()


def give(page: Page, case: str) -> None:
    go(page, f"{case}/homework")
    page.get_by_role("link", name="Give homework").click()
    page.get_by_role("link", name=EXERCISE, exact=True).click()
    homework.tick(page.get_by_label("Wren and Ilse"))
    press(page, "Give it")
    expect(page.get_by_role("rowheader", name=EXERCISE)).to_be_visible()


def write_homework(site: Site, phone: Watched) -> None:
    page = phone.page
    phone.goto("/today")
    page.get_by_role("link", name=re.compile(f"^Open.*{NEUTRAL}")).click()
    page.get_by_role("link", name="Start").click()
    homework.write_to_the_end(page, homework.inputs(site, SLUG))
    press(page, "Send to my care team")
    expect(page.get_by_text("Thank you, this has been sent to your care team.")).to_be_visible()


def expect_nothing_together(phone: Watched) -> None:
    phone.goto("/together")
    expect(phone.page.get_by_text("Nothing here yet.")).to_be_visible()


def review_and_compare(page: Page, case: str) -> None:
    go(page, "/review")
    page.get_by_role("row", name=re.compile("Wren Abara")).get_by_role(
        "link", name=EXERCISE
    ).click()
    expect(page.get_by_role("heading", level=1, name=EXERCISE)).to_be_visible()
    page.get_by_label("Comment to the author").fill("Thank you for the care in this.")
    press(page, "Read, and next")
    go(page, f"{case}/homework")
    page.get_by_role("link", name=re.compile("Compare")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{EXERCISE}, side by side")


def cannot_be_released_yet(page: Page, case: str) -> None:
    go(page, f"{case}/homework")
    page.get_by_role("link", name=re.compile("^Release")).click()
    expect(page.get_by_text("At least 24 hours have to pass")).to_be_visible()
    expect(page.get_by_role("button", name="Show it to both")).to_have_count(0)


def release(page: Page, case: str) -> None:
    go(page, f"{case}/homework")
    page.get_by_role("link", name=re.compile("^Release")).click()
    press(page, "Show it to both")
    expect(page.get_by_text("Both can read this now.")).to_be_visible()


def read_together(phone: Watched, sign_in_name: str, password: str) -> None:
    # A day has passed, so the sessions of the day before are over.
    sign_in(phone, sign_in_name, password)
    phone.goto("/together")
    phone.page.get_by_role("link", name=re.compile(f"^Read.*{NEUTRAL}")).click()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(NEUTRAL)
    for name in ("Wren", "Ilse"):
        expect(phone.page.get_by_text(name, exact=True).first).to_be_visible()


def compile_and_open(page: Page, case: str) -> None:
    go(page, f"{case}/reports/new")
    homework.tick(page.get_by_label("Progress report for both"))
    press(page, "Compile the draft")
    expect(page.get_by_role("heading", level=1)).to_have_text("Conjoint progress report")
    with page.expect_download() as begun:
        page.get_by_role("link", name="Open the PDF").click()
    download = begun.value
    assert re.fullmatch(r"report-[0-9a-f-]+\.pdf", download.suggested_filename)
    assert download.path().read_bytes().startswith(b"%PDF-")
