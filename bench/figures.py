"""What was measured against which budget, and the page of docs/reference that says so."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "performance.md"
_LIBRARIES = ("Flask", "SQLAlchemy", "WTForms", "weasyprint", "cryptography")


@dataclass(frozen=True)
class Figure:
    """One figure: a ratio or a count, the most it may be, and the times behind it in words."""

    key: str
    work: str
    value: float
    most: float
    behind: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the budget is kept."""
        return self.value <= self.most

    @property
    def verdict(self) -> str:
        """The verdict in one word."""
        return "met" if self.is_met else "missed"

    @property
    def words(self) -> tuple[str, str]:
        """Figure and budget: counts as whole numbers, ratios with the sign of times."""
        if float(self.most).is_integer() and "queries" in self.work:
            return f"{self.value:.0f}", f"≤ {self.most:.0f}"
        return f"{self.value:.2f} ×", f"≤ {self.most:g} ×"


@dataclass(frozen=True)
class Table:
    """A longer list that belongs to one figure."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    note: str = ""


@dataclass(frozen=True)
class Findings:
    """What one part of the bench found."""

    figures: Sequence[Figure] = ()
    tables: Sequence[Table] = ()


def ms(seconds: float) -> str:
    """Return a time in milliseconds, as it is written here."""
    return f"{seconds * 1000:.2f} ms"


def line(figure: Figure) -> str:
    """Return one figure for the terminal."""
    value, most = figure.words
    return (
        f"{figure.verdict:7} {figure.key:4} {value:>9} {most:>9}  {figure.work}  ({figure.behind})"
    )


def write_page(found: Iterable[Findings], *, load: float) -> Path:
    """Write the page and return where it is."""
    found = list(found)
    figures = [figure for one in found for figure in one.figures]
    tables = [table for one in found for table in one.tables]
    parts = [_head(load), _table(_FIGURES, [_row(f) for f in figures])]
    for table in tables:
        parts.append(f"## {table.title}\n\n" + (f"{table.note}\n\n" if table.note else ""))
        parts[-1] += _table(table.columns, table.rows)
    PAGE.write_text("\n\n".join(p.strip() for p in parts) + "\n", encoding="utf-8")
    return PAGE


_FIGURES = ("", "Work", "Figure", "Budget", "Verdict", "Times behind it")


def _row(figure: Figure) -> tuple[str, ...]:
    return (figure.key, figure.work, *figure.words, figure.verdict, figure.behind)


def _head(load: float) -> str:
    libraries = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES)
    return f"""
# Performance

Written by `make bench`; do not edit. Every figure is a ratio to a control measured in the same run: in each round all works have their turn,
each as often in a row as it takes to last as long as the longest, and the figure is the median of the rounds' ratios, because machines differ
and are never quiet. What waits for no disk and no other process is measured in processor time. The *signed-in empty view* goes through session, gate and headers, and answers with nothing: the least that this stack can
do. Nothing here is a timed test.

- Measured on {datetime.now(UTC):%d %B %Y} with {os.cpu_count()} processors ({platform.machine()}, {platform.system()}), \
load {load:.1f} at the start.
- Python {platform.python_version()}, {libraries}.
"""


def _table(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [columns, tuple("---" for _ in columns), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
