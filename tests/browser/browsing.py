"""Browsers that watch: every error on the console and every request that would leave the site is noted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

from tests.browser.site import NEUTRAL_PAGE

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
NEUTRAL_HTML = "<!doctype html><html lang=en><title>Weather</title><h1>Weather</h1>"


@dataclass
class Watched:
    """A browser of its own, and what was noticed in it."""

    context: BrowserContext
    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def goto(self, path: str) -> None:
        """Go to a page of the site."""
        self.page.goto(path if path.startswith("http") else self.address + path)

    def watch(self, page: Page) -> None:
        """Note what goes wrong in a page."""
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))

    def expect(self, *parts: str) -> None:
        """Let complaints with one of these words pass: the test provokes them."""
        self.expected.extend(parts)

    def unexpected(self) -> list[str]:
        """Return what nobody expected."""
        return [c for c in self.complaints if not any(part in c for part in self.expected)]

    def _on_console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text} at {self.page.url}")

    def note_request(self, request: Request) -> None:
        """Note where a request goes."""
        self.asked.append(request.url)
        if not request.url.startswith((self.address, "data:", "blob:", NEUTRAL_PAGE)):
            self.complaints.append(f"asked {request.url}")


def open_browser(browser: Browser, address: str, **options: Any) -> Watched:
    """Open a browser of its own on the site; whatever lies outside is answered here."""
    context = browser.new_context(**options)
    context.set_default_timeout(10_000)
    page = context.new_page()
    watched = Watched(context, page, address)
    context.on("request", watched.note_request)
    context.on("page", watched.watch)
    watched.watch(page)
    # A pattern, not a function: the browser's own requests then need no answer from this thread.
    context.route(re.compile(f"^(?!{re.escape(address)})"), _answer_from_outside)
    return watched


def _answer_from_outside(route: Route) -> None:
    if route.request.url.startswith(NEUTRAL_PAGE):
        route.fulfill(body=NEUTRAL_HTML, content_type="text/html")
    else:
        route.abort()
