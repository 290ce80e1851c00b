"""Which pages there are for somebody: all that can be reached, and one or two of each kind to look at in a browser."""

from __future__ import annotations

from collections import defaultdict

import pytest
from werkzeug.exceptions import HTTPException

from tests.browser.site import Site
from tests.factories import crawl
from tests.factories.crawl import Answer

STARTS = ("/",)
# The desk has a page for each exercise, couple and result.
MOST_PAGES = 2000


def reachable(site: Site, who: str) -> dict[str, Answer]:
    """Return every page of the site that ``who`` can reach by links, by address."""
    visitor = site.house.visitor(who)
    visitor.post("/before-you-go-on")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crawl, "MOST_PAGES", MOST_PAGES)
        found = crawl.crawl(visitor, STARTS)
    return {p: a for p, a in found.items() if a.status == 200 and a.kind == "text/html"}


def by_kind(site: Site, paths: dict[str, Answer], most: int = 1) -> list[str]:
    """Return at most ``most`` addresses of each kind of page: the longest ones, where most can go wrong."""
    router = site.app.url_map.bind("127.0.0.1")
    kinds: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        try:
            kinds[router.match(path.split("?")[0])[0]].append(path)
        except HTTPException:
            continue
    chosen = []
    for found in kinds.values():
        chosen += sorted(found, key=lambda p: len(paths[p].body), reverse=True)[:most]
    return chosen
