"""F6: blank worksheets as PDF, warm, against the same content in plain form in the same run.

The control is what one would write first, as for reports (F5): boxes and circles drawn inline, the style sheet
inside the document with @font-face, ``HTML(...).write_pdf()``; it makes an untagged file. A worksheet with a
matrix, one with a table, and a section of the intake are set in turn, and the median of their ratios is the figure.
"""

from __future__ import annotations

import re
import statistics

import weasyprint

from bench.figures import Figure, Findings, ms
from bench.report_pdf import interleaved, plain_faces, ratio
from practice.catalogue.loading import load_definitions
from practice.reports.building.worksheet import Paperwork, worksheet_of
from practice.reports.document import Letterhead, Worksheet
from practice.reports.pdf import to_pdf
from practice.reports.render import TEMPLATES, to_html

_SLUGS = ("sc-topic-comfort", "er-feelings-log", "in-hopes")
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="{0}" height="{0}">{1}</svg>'
)
_LINE = 'fill="none" stroke="#22272B" stroke-width="1.5"'
_BOX = _SVG.format(12, f'<rect x="2" y="2" width="16" height="16" {_LINE}/>')
_DOT = _SVG.format(14, f'<circle cx="10" cy="10" r="8" {_LINE}/>')
_POINT = _SVG.format(
    26,
    f'<circle cx="10" cy="10" r="9" {_LINE}/><text x="10" y="13" font-size="8" text-anchor="middle">{{0}}</text>',
)


def measure() -> Findings:
    """Set each worksheet and its plain form in turn."""
    ratios, times, plain_times = [], [], []
    for slug in _SLUGS:
        sheet = _sheet(slug)
        plain = plain_html(sheet)
        to_pdf(sheet)
        rounds = interleaved(
            {
                "control": lambda page=plain: weasyprint.HTML(string=page).write_pdf(),  # type: ignore[misc]
                "warm": lambda page=sheet: to_pdf(page),  # type: ignore[misc]
            }
        )
        ratios.append(ratio(rounds, "warm", "control"))
        times.append(statistics.median(rounds["warm"]))
        plain_times.append(statistics.median(rounds["control"]))
    behind = f"worksheet {ms(statistics.median(times))}, plain {ms(statistics.median(plain_times))}"
    work = "Worksheet PDF (matrix, wheel, intake section), warm, against the same content in plain form"
    return Findings([Figure("F6", work, statistics.median(ratios), 0.65, behind)])


def plain_html(sheet: Worksheet) -> str:
    """Return the same worksheet with drawn boxes and circles and an inline style sheet."""
    html = to_html(sheet).replace("□", _BOX).replace("○", _DOT)
    html = re.sub(r'<span class="circle">(\d+)</span>', lambda found: _POINT.format(found[1]), html)
    css = (TEMPLATES / "reports" / "worksheet.css").read_text(encoding="utf-8")
    return html.replace("</head>", f"<style>{plain_faces()}{css}</style></head>")


def _sheet(slug: str) -> Worksheet:
    made = worksheet_of(load_definitions()[slug], Paperwork(Letterhead("Practice")))
    if made is None:
        raise LookupError(slug)
    return made
