"""Measure the budgets of the house and write docs/reference/performance.md: ``make bench`` or ``python -m bench``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator

from bench import autosave, caseload_page, pages, reports, starting, worksheets
from bench.figures import Findings, line, write_page
from bench.installation import demo
from bench.timing import ask_for_precedence


def main() -> int:
    """Measure in turn, say each figure as it comes, and write the page; 1 if a budget was missed."""
    load = os.getloadavg()[0]
    ask_for_precedence()
    found = []
    for findings in _parts():
        found.append(findings)
        for figure in findings.figures:
            print(line(figure), flush=True)
    print(f"Written to {write_page(found, load=load)}.")
    return 0 if all(figure.is_met for one in found for figure in one.figures) else 1


def _parts() -> Iterator[Findings]:
    alone: tuple[Callable[[], Findings], ...] = (
        caseload_page.measure,
        autosave.measure,
        starting.measure,
        worksheets.measure,
    )
    for measure in alone:
        yield measure()
    with demo() as house:
        yield reports.measure(house)
        # The last: it leaves the demo with far more data than it had.
        yield pages.measure(house)


if __name__ == "__main__":
    sys.exit(main())
