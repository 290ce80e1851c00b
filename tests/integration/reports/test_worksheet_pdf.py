from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pdfua
import pikepdf
import pytest

from practice.catalogue.definition import Kind
from practice.catalogue.loading import load_definitions
from practice.reports.building.worksheet import Paperwork, worksheet_of
from practice.reports.document import Letterhead, Worksheet
from practice.reports.pdf import to_pdf
from practice.reports.sandbox import Renderer

# A matrix, a table, a wheel with a body map, drawn circles, a section of the intake, a card.
KINDS = (
    "sc-topic-comfort",
    "hb-boundaries",
    "er-feelings-log",
    "df-closeness-circles",
    "in-hopes",
    "more-than-sex",
)
PAPER = Paperwork(Letterhead("Practice"), names=("Amara", "Daniel"))


def sheet(slug: str, paperwork: Paperwork = PAPER) -> Worksheet:
    made = worksheet_of(load_definitions()[slug], paperwork)
    assert made is not None
    return made


@pytest.mark.parametrize("slug", KINDS)
def test_the_checker_finds_no_error(slug: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(to_pdf(sheet(slug)))
    found = pdfua.validate(str(path)).findings
    assert [f.rule_id for f in found if f.severity.name in {"ERROR", "WARN"}] == []


def test_the_file_names_nothing_but_the_neutral_title() -> None:
    with pikepdf.open(io.BytesIO(to_pdf(sheet("sc-topic-comfort")))) as opened:
        with opened.open_metadata() as metadata:
            assert metadata["dc:title"] == "Topics"
        assert opened.Root.MarkInfo.Marked
        assert not opened.attachments


@pytest.mark.parametrize(("paper", "width"), [("A4", 595), ("Letter", 612)])
def test_the_paper_is_as_chosen(paper: str, width: int) -> None:
    made = to_pdf(sheet("hb-boundaries", replace(PAPER, paper=paper)))  # type: ignore[arg-type]
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert round(float(opened.pages[0].MediaBox[2])) == width


def test_the_sandbox_sets_a_worksheet_as_the_house_does() -> None:
    renderer = Renderer()
    try:
        assert renderer.render(sheet("er-feelings-log")) == to_pdf(sheet("er-feelings-log"))
    finally:
        renderer.close()


@pytest.mark.parametrize(
    "slug", sorted(s for s, d in load_definitions().items() if d.kind is not Kind.READING)
)
def test_every_definition_can_be_printed(slug: str) -> None:
    assert to_pdf(sheet(slug)).startswith(b"%PDF")
