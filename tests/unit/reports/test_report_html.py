from __future__ import annotations

import re
from html import escape
from itertools import pairwise

import pytest

from practice.reports.document import Note, Paragraph, Section
from practice.reports.render import TEMPLATES, present, to_html
from tests.unit.reports.sample_report import letter_of, sample_r4


@pytest.mark.parametrize(
    "text",
    [
        "{{7*7}}",
        "{% raw %}",
        "{# x #}",
        "${7*7}",
        "<script>alert(1)</script>",
        "<link rel=attachment href=x>",
        "\"'<>&",
    ],
)
def test_what_people_write_is_printed_literally(text: str) -> None:
    html = to_html(letter_of(text, title=text, purpose=text, lead=(text,)))
    assert "<script" not in html
    assert "<link" not in html
    assert "49" not in html
    assert re.sub("&#3[49];", "", html).count(re.sub("&#x27;|&quot;", "", escape(text))) >= 4


def test_there_is_one_heading_of_the_first_level_and_no_level_is_skipped() -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", to_html(sample_r4()))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_sections_are_numbered_by_what_is_present() -> None:
    sections = (
        Section("a", "First", "Sentence."),
        Section("b", "Empty", ""),
        Section("c", "Second", "", (Paragraph("Text."),)),
    )
    html = to_html(sample_r4(sections=sections))
    assert [section.title for section in present(sections)] == ["First", "Second"]
    assert re.findall(r'section-number">(\d+)', html) == ["1", "2"]
    assert "Empty" not in html


def test_every_chart_is_an_image_with_words() -> None:
    images = re.findall(r"<img [^>]+>", to_html(sample_r4()))
    assert len(images) == 8
    assert all(re.search(r'alt="[^"]{20,}"', image) for image in images)
    assert all('src="data:image/svg+xml;base64,' in image for image in images)


def test_a_measure_is_never_printed_without_range_direction_cut_off_and_standing() -> None:
    html = " ".join(to_html(sample_r4()).split())
    for words in (
        "Range 0 to 81; a higher score is better.",
        "Cut-off: below 51.5 suggests strain (Funk and Rogge, 2007).",
        "Screening, not diagnosis.",
    ):
        assert words in html


def test_there_is_no_script_no_style_and_no_address() -> None:
    html = to_html(sample_r4())
    assert not re.search(r"<(script|style|link|iframe|object|base)\b", html)
    assert not re.search(r"\s(style|on\w+)=", html)
    assert not re.search(r'(src|href)="(?!data:image/svg|#)', html)


def test_the_window_title_is_the_neutral_title() -> None:
    assert "<title>Progress report</title>" in to_html(sample_r4())


def test_a_draft_and_a_case_file_say_so() -> None:
    html = to_html(sample_r4(kind="R3", draft=True, version=None, not_for_release=True))
    assert 'data-state="DRAFT"' in html
    assert 'class="paper-a4 draft"' in html
    assert html.count("Clinician only. Not for release.") == 2
    assert "Not for release" not in to_html(sample_r4())


def test_a_long_report_lists_its_sections_without_page_numbers() -> None:
    sections = tuple(Section(f"s{i}", f"Part {i}", "Sentence.") for i in range(12))
    html = to_html(sample_r4(sections=sections))
    assert html.count('<li><a href="#section-s') == 12
    assert "target-counter" not in (TEMPLATES / "reports/report.css").read_text(encoding="utf-8")


def test_the_sentence_about_what_is_left_out_stands_in_every_report() -> None:
    assert "Reports may leave things out" in to_html(letter_of("x"))


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    section = Section("n", "Note", "Sentence.", (Note("One.\nstill one\n\nTwo."),))
    html = to_html(sample_r4(sections=(section,)))
    assert "<p>One. still one</p>" in html
    assert "<p>Two.</p>" in html
