"""Asking axe-core what is wrong with a page. It is handed to the page by the browser's own tools, past the content policy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
# WCAG 2.2 A and AA, and what axe calls best practice (landmarks, heading order, one h1).
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
  return found.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 4).map(n => n.html.slice(0, 160) + ' :: ' +
    (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? ''))}));
}"""


def violations(page: Page) -> list[str]:
    """Return each violation on a page in a line."""
    page.evaluate(SOURCE.read_text())
    found: list[dict[str, Any]] = page.evaluate(_RUN, RULES)
    return [
        f"{page.url}\n  {v['id']}: {v['help']}\n    " + "\n    ".join(v["nodes"]) for v in found
    ]
