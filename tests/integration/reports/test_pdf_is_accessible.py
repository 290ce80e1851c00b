"""PDF/UA-1 without a Java machine: what can be asserted on the file itself."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pdfua
import pikepdf
import pytest

from practice.reports.pdf import to_pdf
from tests.unit.reports.sample_report import letter_of, sample_pdf, sample_r4


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(sample_pdf())) as opened:
        yield opened


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Yield the structure elements below ``node`` in reading order."""
    if isinstance(node, pikepdf.Array):
        for item in node:
            yield from elements(item)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


def kinds(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in elements(pdf.Root.StructTreeRoot)]


def test_the_file_says_that_it_is_tagged_and_in_which_language(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in pdf.Root
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_the_metadata_names_the_standard(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Progress report"


def test_every_figure_has_an_alternative_text(pdf: pikepdf.Pdf) -> None:
    figures = [element for element in elements(pdf.Root.StructTreeRoot) if element.S == "/Figure"]
    assert len(figures) == 8
    assert all(len(str(figure.Alt)) > 20 for figure in figures)


def test_there_is_one_title_and_no_heading_level_is_skipped(pdf: pikepdf.Pdf) -> None:
    levels = [int(kind[2]) for kind in kinds(pdf) if kind[:2] == "/H" and kind[2:].isdigit()]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_header_says_what_it_heads(pdf: pikepdf.Pdf) -> None:
    headers = [element for element in elements(pdf.Root.StructTreeRoot) if element.S == "/TH"]
    assert {str(header.A.Scope) for header in headers} == {"/Column", "/Row"}


def test_bookmarks_follow_the_sections(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root[0].children]
    assert titles[0] == "1 What has changed, in your own words"
    assert titles[-1] == "About this report"


@pytest.mark.parametrize("changes", [{}, {"draft": True, "version": None, "paper": "Letter"}])
def test_the_checker_finds_no_error(changes: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(to_pdf(sample_r4(**changes)))
    found = pdfua.validate(str(path)).findings
    assert [
        finding.rule_id for finding in found if finding.severity.name in {"ERROR", "WARN"}
    ] == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_the_file_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(sample_pdf())
    subprocess.run(["qpdf", "--check", str(path)], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize(("paper", "width"), [("A4", 595), ("Letter", 612)])
def test_the_paper_is_as_chosen(paper: str, width: int) -> None:
    with pikepdf.open(io.BytesIO(to_pdf(letter_of("Text.", paper=paper)))) as opened:
        assert round(float(opened.pages[0].MediaBox[2])) == width
