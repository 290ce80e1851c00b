"""F5: a progress report with eight charts as PDF, warm, against the same content in plain form in the same run.

The control is what one would write first: charts inline, the style sheet inside the document with @font-face, a
contents list with page numbers, ``HTML(...).write_pdf()``. That control makes an untagged file; ``tagged_control``
makes the tagged one (PDF/UA-1) that the product makes. Run as ``python -m bench.report_pdf``.
"""

from __future__ import annotations

import base64
import statistics
import time
from collections.abc import Callable

import weasyprint

from practice.reports.document import ReportDocument
from practice.reports.pdf import FONTS, to_pdf
from practice.reports.render import TEMPLATES, present, to_html
from practice.reports.sandbox import Renderer
from tests.unit.reports.sample_report import sample_r4

_ROUNDS = 9
_DATA = "data:image/svg+xml;base64,"
_FACES = (
    ("Source Sans 3", 400, "normal", "source-sans-3-400.ttf"),
    ("Source Sans 3", 600, "normal", "source-sans-3-600.ttf"),
    ("Source Sans 3", 400, "italic", "source-sans-3-400-italic.ttf"),
    ("Source Serif 4", 600, "normal", "source-serif-4-600.ttf"),
)


def measure() -> dict[str, float]:
    """Return seconds (medians) and the ratios that PERFORMANCE F5 asks for."""
    document = sample_r4()
    plain = plain_html(document)
    to_pdf(document)
    renderer = Renderer()
    renderer.render(document)
    try:
        rounds = interleaved(
            {
                "control": lambda: weasyprint.HTML(string=plain).write_pdf(),
                "tagged_control": lambda: weasyprint.HTML(string=plain).write_pdf(
                    pdf_variant="pdf/ua-1"
                ),
                "warm": lambda: to_pdf(document),
                "sandboxed": lambda: renderer.render(document),
                "html": lambda: to_html(document),
            }
        )
    finally:
        renderer.close()
    return {name: statistics.median(held) for name, held in rounds.items()} | {
        "warm_ratio": ratio(rounds, "warm", "control"),
        "warm_ratio_tagged": ratio(rounds, "warm", "tagged_control"),
        "sandboxed_ratio": ratio(rounds, "sandboxed", "control"),
        "html_share": ratio(rounds, "html", "warm"),
    }


def ratio(rounds: dict[str, list[float]], work: str, control: str) -> float:
    """Return the median of the ratios of each round: what slows a round down slows both."""
    return statistics.median(
        mine / theirs for mine, theirs in zip(rounds[work], rounds[control], strict=True)
    )


def plain_html(document: ReportDocument) -> str:
    """Return the same report with inline charts, an inline style sheet and page numbers in a contents list."""
    html = to_html(document)
    head, *rest = html.split('<img src="' + _DATA)
    for part in rest:
        encoded, after = part.split('"', 1)
        head += base64.b64decode(encoded).decode() + after[after.index(">") + 1 :]
    items = "".join(
        f'<li><a href="#section-{section.id}">{section.title}</a></li>'
        for section in present(document.sections)
    )
    contents = f'<nav class="contents"><h2>In this report</h2><ol>{items}</ol></nav>'
    styled = head.replace("</head>", f"<style>{_plain_style()}</style></head>")
    return styled.replace(
        '<section class="report-section"', contents + '<section class="report-section"', 1
    )


def plain_faces() -> str:
    """Return the faces of a printed page as @font-face rules."""
    folder = (FONTS.parent / "../static/fonts/pdf").resolve()
    return "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style};'
        f' src: url("{(folder / name).as_uri()}") }}'
        for family, weight, style, name in _FACES
    )


def _plain_style() -> str:
    sheet = (TEMPLATES / "reports" / "report.css").read_text(encoding="utf-8")
    return (
        plain_faces()
        + sheet
        + '.contents a::after { content: " " target-counter(attr(href), page) }'
    )


def interleaved(works: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Time all works in turn, so that a busy moment of the machine strikes all alike."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(_ROUNDS):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - start)
    return times


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:16} {value:8.3f}")
