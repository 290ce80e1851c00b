"""From the frozen report to one HTML page: words and structure, no style, no script, nothing fetched.

The environment is Jinja's own with autoescape on; a report's text is data and never a template. The same block
templates serve a preview on screen once ``FILTERS`` are added to that environment.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from practice.reports.charts import Chart, DataTable, as_data_uri, data_table, describe, draw
from practice.reports.charts.goal_lines import LEVELS
from practice.reports.charts.lettering import number, short_date, signed
from practice.reports.charts.svg import without_card
from practice.reports.document import Block, ChartBlock, Printed, Section, Worksheet
from practice.reports.document.worksheet import BlankTable, BoxGroups, Control, Grid

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
REPORT_STYLE, WORKSHEET_STYLE = "report.css", "worksheet.css"
_REPORT_PAGE, _WORKSHEET_PAGE = "reports/document/page.html", "reports/worksheet/page.html"
_LONGEST_ALT = 500
_LONG_TABLE = 10
_LONG_ON_PAPER = 16
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def to_html(document: Printed) -> str:
    """Return ``document`` as a complete HTML page; equal documents give equal text."""
    if isinstance(document, Worksheet):
        return environment().get_template(_WORKSHEET_PAGE).render(sheet=document)
    return environment().get_template(_REPORT_PAGE).render(report=document)


def style_of(document: Printed) -> str:
    """Return the name of the style sheet a document is set in."""
    return WORKSHEET_STYLE if isinstance(document, Worksheet) else REPORT_STYLE


def long_day(day: date) -> str:
    """Return '12 January 2026'."""
    return f"{day.day} {month_name[day.month]} {day.year}"


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of running text: an empty line parts them."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def present(sections: Iterable[Section]) -> list[Section]:
    """Return the sections that say something; their places are their numbers."""
    return [section for section in sections if section.sentence or section.blocks]


def template_of(block: Block) -> str:
    """Return the template of a block: MeasureBlock is printed by blocks/measure_block.html."""
    return f"reports/document/blocks/{_snake(block)}.html"


def template_of_control(control: Control) -> str:
    """Return the template of a control of a worksheet: BoxGroups is printed by controls/box_groups.html."""
    return f"reports/worksheet/controls/{_snake(control)}.html"


def is_long(control: Control) -> bool:
    """Whether a control may go on over the end of a page; its lines stay whole."""
    if isinstance(control, BlankTable | Grid):
        return len(control.rows) > _LONG_ON_PAPER
    return isinstance(control, BoxGroups)


def _snake(part: Block | Control) -> str:
    return _CAPITAL.sub("_", type(part).__name__).lower()


def alternative(block: ChartBlock) -> str:
    """Return what is read aloud in place of a chart: its data, or for long data where the data stands."""
    words = describe(block.chart)
    if block.with_table and len(words) > _LONGEST_ALT:
        words = "The values stand in the table that follows."
    return f"{block.chart.title}. {words}"


def halves(table: DataTable) -> list[DataTable]:
    """Return a long table as two that stand side by side, a short one as it is."""
    if len(table.rows) <= _LONG_TABLE:
        return [table]
    middle = -(-len(table.rows) // 2)
    return [DataTable(table.columns, rows) for rows in (table.rows[:middle], table.rows[middle:])]


def _chart_uri(chart: Chart) -> str:
    return as_data_uri(without_card(draw(chart)))


FILTERS: dict[str, Callable[..., object]] = {
    "report_alt": alternative,
    "report_chart": _chart_uri,
    "report_data": data_table,
    "report_day": long_day,
    "report_halves": halves,
    "report_level": lambda level: LEVELS[max(-2, min(2, level))],
    "report_number": number,
    "report_paragraphs": paragraphs,
    "report_present": present,
    "report_short_day": lambda day: short_date(day, year=True),
    "report_signed": signed,
    "report_template": template_of,
    "worksheet_control": template_of_control,
}


@cache
def environment() -> Environment:
    """Return the environment of printed reports, made once per process."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    made.tests["worksheet_long"] = is_long
    return made
