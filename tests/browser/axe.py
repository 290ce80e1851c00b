"""Asking axe-core what is wrong with a page. It is handed to the page by the browser's own tools, past the content policy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, ViewportSize

SOURCE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
# WCAG 2.2 A and AA, and what axe calls best practice (landmarks, heading order, one h1).
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
_RUN = """async (only) => {
  const found = await axe.run(document, {runOnly: only, resultTypes: ['violations']});
  const why = (n) => [...n.any, ...n.all, ...n.none].map(check => check.message)[0] ?? '';
  return found.violations.map(v => ({id: v.id, help: v.help,
    nodes: v.nodes.slice(0, 4).map(n => n.html.slice(0, 160) + ' :: ' + why(n))}));
}"""


def violations(page: Page) -> list[str]:
    """Return what is wrong with a page as it stands, and with its colours in the dark scheme."""
    size: ViewportSize = page.viewport_size or {"width": 1280, "height": 900}
    # The whole page at once: what lies under a bar that stays in view can be scrolled free, and is no fault.
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], tall)})
    page.evaluate(SOURCE.read_text())
    found = _ask(page, "tag", TAGS)
    page.emulate_media(color_scheme="dark")
    found += _ask(page, "rule", COLOURS)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(size)
    return found


def _ask(page: Page, kind: str, values: list[str]) -> list[str]:
    found: list[dict[str, Any]] = page.evaluate(_RUN, {"type": kind, "values": values})
    return [
        f"{page.url}\n  {v['id']}: {v['help']}\n    " + "\n    ".join(v["nodes"]) for v in found
    ]
