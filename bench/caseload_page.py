"""F1: the caseload page, 25 of 500 couples, against the signed-in empty view; on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import time

from bench.couples import add_couples
from bench.figures import Figure, Findings, ms
from bench.installation import EMPTY, installation
from bench.timing import OWN_TIME, counted_queries, interleaved, median, ratio
from tests.factories.house import House, Visitor

COUPLES = 500
PAGE = "/caseload"
_BUDGET = {"sqlite": 10.0, "postgres": 12.0}
_NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}
MOST_QUERIES = 6


def measure() -> Findings:
    """Measure on every database there is."""
    kinds = ["sqlite"]
    if os.environ.get("PRACTICE_TEST_POSTGRES_URL"):
        kinds.append("postgres")
    return Findings([figure for kind in kinds for figure in _on(kind)])


def _on(kind: str) -> list[Figure]:
    with installation(kind) as house:
        few = _queries(house.visitor("imani"))
        with house.writing():
            add_couples(COUPLES, by=house.actor("imani"))
        return [*_times(house, kind), _counts(house, kind, few)]


def _times(house: House, kind: str) -> list[Figure]:
    visitor = house.visitor("imani")
    assert "25" in visitor.page(PAGE)
    times = interleaved(
        {"empty": lambda: visitor.get(EMPTY), "page": lambda: visitor.get(PAGE)},
        rounds=15,
        # PostgreSQL works in a process of its own, whose time counts too.
        clock=OWN_TIME if kind == "sqlite" else time.perf_counter,
    )
    return [
        Figure(
            "F1",
            f"Caseload page, 25 of {COUPLES} couples, {_NAMES[kind]}",
            ratio(times, "page", "empty"),
            _BUDGET[kind],
            f"page {ms(median(times, 'page'))}, empty view {ms(median(times, 'empty'))}",
        )
    ]


def _counts(house: House, kind: str, few: int) -> Figure:
    many = _queries(house.visitor("imani"))
    return Figure(
        "F1",
        f"Its queries beyond the empty view, {_NAMES[kind]}",
        many,
        MOST_QUERIES,
        f"{few} with one couple, {many} with {COUPLES + 1}",
    )


def _queries(visitor: Visitor) -> int:
    """Count what the page asks beyond the empty view; the first request also finds the statements' compiled form."""
    counts = []
    for path in (EMPTY, PAGE):
        with counted_queries() as sent:
            visitor.get(path)
        counts.append(len(sent))
    return counts[1] - counts[0]
