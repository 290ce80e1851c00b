"""F3: every page that can be reached in the demo, against the signed-in empty view, and whether its queries grow with the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from flask import Flask, template_rendered
from wtforms import Form

from bench.figures import Figure, Findings, Table, ms
from bench.growth import grow
from bench.installation import EMPTY
from bench.timing import OWN_TIME, Times, counted_queries, interleaved, median, ratio
from tests.factories.crawl import PARTNER_STARTS, STAFF_STARTS, crawl
from tests.factories.house import House, Visitor

PEOPLE = {
    "clinician": STAFF_STARTS,
    "partner": PARTNER_STARTS,
    "administrator": ("/people",),
    "officer": ("/audit",),
}
MOST, FORM, MOST_QUERIES = 8.0, 1.3, 12
MOST_ALIKE = 20
_ROUNDS = 9
# Asked for by a link that says so, and as long as what it checks: no page, though it looks like one.
LONG_BY_NATURE = frozenset({"/audit?check=all"})


@dataclass(frozen=True)
class Page:
    """The slowest address of one endpoint, and what was measured of it."""

    endpoint: str
    who: str
    path: str
    queries: int
    times: Times
    queries_grown: int = 0

    @property
    def empties(self) -> float:
        """Its time, in empty views."""
        return ratio(self.times, "page", "empty")

    @property
    def most(self) -> float:
        """Its budget, in empty views: its form may cost what the bare form costs, and a third more."""
        bare = ratio(self.times, "form", "empty") if "form" in self.times else 0.0
        return MOST + FORM * bare

    @property
    def share(self) -> float:
        """How much of its budget it needs."""
        return self.empties / self.most

    @property
    def is_met(self) -> bool:
        """Whether it keeps to its time, its number of queries, and to that number whatever the data."""
        return (
            self.share <= 1 and self.queries <= MOST_QUERIES and self.queries_grown <= self.queries
        )


def measure(house: House) -> Findings:
    """Measure on the demo; ``house`` is used up by it: afterwards its couples have far more behind them."""
    pages = [page for who, starts in PEOPLE.items() for page in _pages_of(house, who, starts)]
    with house.writing():
        added = grow(4, by=house.people["clinician"])
    pages = [_after_growth(house, page) for page in pages]
    pages.sort(key=lambda page: -page.share)
    return Findings(_figures(pages, added), [_table(pages)])


def _pages_of(house: House, who: str, starts: Iterable[str]) -> Iterator[Page]:
    visitor = house.visitor(who)
    slowest: dict[str, tuple[float, str]] = {}
    for path, endpoint in _html_pages(house, visitor, starts):
        seconds = _seconds(visitor, path)
        slowest[endpoint] = max(slowest.get(endpoint, (0.0, "")), (seconds, path))
    for endpoint, (_, path) in sorted(slowest.items()):
        yield _measured(house, endpoint, who, path)


def _seconds(visitor: Visitor, path: str) -> float:
    times = interleaved({"page": lambda: visitor.get(path)}, rounds=1, warm_up=1, clock=OWN_TIME)
    return median(times, "page")


def _html_pages(house: House, visitor: Visitor, starts: Iterable[str]) -> list[tuple[str, str]]:
    adapter = house.app.url_map.bind("localhost")
    return [
        (path, str(adapter.match(path.partition("?")[0], method="GET")[0]))
        for path, answer in crawl(visitor, starts, most_alike=MOST_ALIKE).items()
        if answer.status == 200 and answer.kind == "text/html" and path not in LONG_BY_NATURE
    ]


def _measured(house: House, endpoint: str, who: str, path: str) -> Page:
    # A new visitor each time: some pages ask for a proof of the last five minutes.
    visitor = house.visitor(who)
    with _forms_shown(house.app) as forms:
        visitor.get(path)
    with counted_queries() as sent:
        visitor.get(path)
    works = {"empty": lambda: visitor.get(EMPTY), "page": lambda: visitor.get(path)}
    if forms:
        works["form"] = lambda: _bare(forms)
    times = interleaved(works, rounds=_ROUNDS, warm_up=2, clock=OWN_TIME)
    return Page(endpoint, who, path, len(sent), times)


def _bare(forms: list[Form]) -> list[str]:
    return [str(field()) for form in forms for field in form]


@contextmanager
def _forms_shown(app: Flask) -> Iterator[list[Form]]:
    """Yield a list to which every WTForms form is added that a template of the house is given."""
    shown: list[Form] = []

    def note(sender: Flask, template: Any, context: dict[str, Any], **more: Any) -> None:
        for value in context.values():
            several = value if isinstance(value, list | tuple) else [value]
            shown.extend(v for v in several if isinstance(v, Form) and v not in shown)

    with template_rendered.connected_to(note, app):
        yield shown


def _after_growth(house: House, page: Page) -> Page:
    visitor = house.visitor(page.who)
    visitor.get(page.path)
    with counted_queries() as sent:
        answer = visitor.get(page.path)
    assert answer.status_code == 200, (page.path, answer.status_code)
    return Page(page.endpoint, page.who, page.path, page.queries, page.times, len(sent))


def _figures(pages: list[Page], added: int) -> list[Figure]:
    slowest = pages[0]
    most_asked = max(pages, key=lambda page: page.queries)
    growing = [page for page in pages if page.queries_grown > page.queries]
    return [
        Figure(
            "F3",
            f"The slowest of {len(pages)} pages, in its budget",
            slowest.share,
            1,
            f"{slowest.endpoint}: {ms(median(slowest.times, 'page'))}, empty view {ms(median(slowest.times, 'empty'))}",
        ),
        Figure(
            "F3",
            "The most queries of one page",
            most_asked.queries,
            MOST_QUERIES,
            most_asked.endpoint,
        ),
        Figure(
            "F3",
            "Pages whose queries grow with the data",
            len(growing),
            0,
            ", ".join(page.endpoint for page in growing) or f"{added} more rows",
        ),
    ]


def _table(pages: list[Page]) -> Table:
    rows = [
        (
            f"`{page.endpoint}`",
            page.who,
            ms(median(page.times, "page")),
            f"{page.empties:.1f} ×",
            f"≤ {page.most:.1f} ×",
            str(page.queries),
            str(page.queries_grown),
            "met" if page.is_met else "missed",
        )
        for page in pages
    ]
    return Table(
        "F3, page by page",
        ("Page", "Who", "Time", "Empty views", "Budget", "Queries", "With more data", "Verdict"),
        rows,
        "Of each endpoint the slowest address in the demo, the session and the access log included. A page with a form may cost "
        f"{FORM:g} times more what its bare WTForms fields cost to render. Left out is the check of the whole audit chain, "
        "which the privacy officer asks for by a link.",
    )
