"""The first visit to a homework page on a phone weighs little: at most 90 kB in at most 8 requests (PERFORMANCE F14)."""

from __future__ import annotations

import gzip

from playwright.sync_api import Response

from tests.browser import homework
from tests.browser.conftest import Opens
from tests.browser.site import Site

MOST_BYTES = 90_000
MOST_REQUESTS = 8
PACKED_ALREADY = ("font/", "image/png")


def weight(answer: Response) -> int:
    """Return what an answer weighs on its way: packed as the server in front of the product packs it."""
    body = answer.body()
    kind = answer.headers.get("content-type", "")
    return len(body) if kind.startswith(PACKED_ALREADY) else len(gzip.compress(body, 6))


def test_the_first_visit_to_a_homework_is_light(site: Site, phone: Opens) -> None:
    given = homework.give(site, "er-overwhelm-signals").a
    amara = phone(site)
    answers: dict[str, Response] = {}
    amara.page.on("response", lambda answer: answers.update({answer.url: answer}))
    amara.goto(f"/homework/{given}/part/1")
    amara.page.wait_for_load_state("networkidle")
    weights = {url.removeprefix(site.address): weight(one) for url, one in answers.items()}
    assert len(weights) <= MOST_REQUESTS, weights
    assert sum(weights.values()) <= MOST_BYTES, weights


def test_nothing_but_one_style_sheet_holds_the_page_up(site: Site, phone: Opens) -> None:
    given = homework.give(site, "er-overwhelm-signals").a
    amara = phone(site)
    amara.goto(f"/homework/{given}/part/1")
    held_up_by = amara.page.evaluate(
        """() => performance.getEntriesByType('resource')
          .filter(e => e.renderBlockingStatus === 'blocking').map(e => new URL(e.name).pathname)"""
    )
    assert held_up_by == ["/static/css/practice.css"]
    assert not amara.page.locator("script[src*=bootstrap], link[href*=bootstrap]").count()
