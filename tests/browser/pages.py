"""Which pages there are for somebody: all that can be reached, and one or two of each kind to look at in a browser."""

from __future__ import annotations

from collections import defaultdict

from werkzeug.exceptions import HTTPException

from tests.browser.site import Site
from tests.factories.crawl import Answer, crawl

STARTS = ("/",)
# The desk has a page for each exercise, couple and result.
MOST_ALIKE = 20


def reachable(site: Site, who: str) -> dict[str, Answer]:
    """Return every page of the site that ``who`` can reach by links, by address; some of each kind."""
    visitor = site.house.visitor(who)
    visitor.post("/before-you-go-on")
    found = crawl(visitor, STARTS, most_alike=MOST_ALIKE)
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
