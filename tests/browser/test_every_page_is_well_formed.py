"""What holds for each of the pages anyone can reach, hundreds of them: one h1 that the title begins with, ids that are
unique and pointed to, labels, nothing inline, and on a partner's side no telling title (SECURITY U2, U3, U10, W3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import TemplateString

from tests.browser import homework, pages
from tests.browser.site import CLINICIAN, Site

PEOPLE = [
    "amara",
    "meilin",
    "jordan",
    CLINICIAN,
    "lena@riverside.example",
    "ruth@riverside.example",
    "noor@riverside.example",
    "pat@riverside.example",
]
PARTNERS = {"amara", "meilin", "jordan"}
TELLING = re.compile(r"couple|sex|therap|partner|safety|violen|affair|trauma", re.IGNORECASE)
# What stands in a template is read once a script takes it out.
_READ = (NavigableString, TemplateString)
POINTERS = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "form")


@pytest.mark.parametrize("who", PEOPLE)
def test_every_page_of(shown_site: Site, who: str) -> None:
    if who in PARTNERS:
        homework.give(shown_site, "er-overwhelm-signals")
    found = pages.reachable(shown_site, who)
    assert len(found) > 1
    wrong = [
        f"{path}: {fault}"
        for path, answer in found.items()
        for fault in faults(BeautifulSoup(answer.body, "lxml"), is_partner=who in PARTNERS)
    ]
    assert not wrong, "\n".join(wrong[:40])


def faults(page: BeautifulSoup, *, is_partner: bool) -> Iterator[str]:
    """Yield what is wrong with a page."""
    yield from in_its_title(page, is_partner=is_partner)
    yield from in_its_ids(page)
    yield from in_its_controls(page)
    yield from in_its_forms(page)
    yield from inline(page)
    yield from in_its_headings(page)


def words(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ", types=_READ).split()) if tag else ""


def in_its_title(page: BeautifulSoup, *, is_partner: bool) -> Iterator[str]:
    titles = page.find_all("h1")
    title = words(page.title)
    if len(titles) != 1:
        yield f"{len(titles)} h1"
    elif not title.removeprefix("Error: ").startswith(words(titles[0])):
        yield f"the title “{title}” does not begin with the h1 “{words(titles[0])}”"
    if is_partner and TELLING.search(title):
        yield f"a telling title: {title}"
    if not page.html or not page.html.get("lang"):
        yield "no language"


def in_its_ids(page: BeautifulSoup) -> Iterator[str]:
    ids = Counter(str(tag["id"]) for tag in page.find_all(id=True))
    yield from (f"the id {name} stands {count} times" for name, count in ids.items() if count > 1)
    for pointer in POINTERS:
        for tag in page.find_all(attrs={pointer: True}):
            for name in str(tag[pointer]).split():
                if name not in ids:
                    yield f"{pointer}={name} points nowhere"
    for tag in page.find_all("a", href=re.compile("^#.")):
        if str(tag["href"])[1:] not in ids:
            yield f"the link {tag['href']} leads nowhere"


def in_its_controls(page: BeautifulSoup) -> Iterator[str]:
    labelled = {str(label["for"]) for label in page.find_all("label", attrs={"for": True})}
    for tag in page.find_all(["input", "select", "textarea"]):
        if tag.get("type") in ("hidden", "submit"):
            continue
        if tag.get("aria-label"):  # in a table, where row and column say it to those who see
            continue
        if tag.get("id") not in labelled and not tag.find_parent("label"):
            yield f"no label: {tag}"
        if tag.get("placeholder"):
            yield f"a placeholder: {tag}"


def in_its_forms(page: BeautifulSoup) -> Iterator[str]:
    for form in page.find_all("form", method=re.compile("post", re.IGNORECASE)):
        if not form.find("input", attrs={"name": "csrf_token"}):
            yield f"a form without its token: {form.get('action')}"
    for fieldset in page.find_all("fieldset"):
        if not words(fieldset.find("legend")) and not fieldset.get("aria-label"):
            yield f"no legend: {fieldset.get('id')}"
    for tag in page.find_all(["a", "button"]):
        if not words(tag) and not tag.get("aria-label"):
            yield f"nothing to read on {tag}"


def inline(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(True):
        for name in tag.attrs:
            if name == "style" or name.startswith("on"):
                yield f"{name}= on {tag.name}"
    if page.find("style"):
        yield "a style element"
    yield from ("a script in the page" for tag in page.find_all("script") if not tag.get("src"))
    for tag in page.find_all(["script", "link", "img"]):
        address = str(tag.get("src") or tag.get("href"))
        if not address.startswith(("/static/", "data:image/svg+xml;base64,")):
            yield f"asks for {address[:60]}"
    yield from (
        f"no alt: {str(tag)[:80]}" for tag in page.find_all("img") if tag.get("alt") is None
    )


def in_its_headings(page: BeautifulSoup) -> Iterator[str]:
    last = 0
    for tag in page.find_all(re.compile("^h[1-6]$")):
        level = int(tag.name[1])
        if level > last + 1 and last:
            yield f"h{last} is followed by h{level}: {words(tag)}"
        last = level
