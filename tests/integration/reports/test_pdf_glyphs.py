"""No empty boxes: the glyphs are tested, since text extraction reads right even where the picture is wrong."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.reports.pdf import to_pdf
from tests.unit.reports.sample_report import letter_of, sample_pdf

SCRIPTS = {
    "Czech": "Řehoř, žluťoučký kůň",
    "Vietnamese": "Đặng Thị Hồng",
    "Turkish": "İstanbul, ağaç",
    "Cyrillic": "Здравствуй",
    "Greek": "Ελλάδα",
    "Chinese": "你好，我们一起",
    "Japanese": "こんにちは カタカナ",
    "Korean": "안녕하세요",
    "Arabic": "مرحبا بك",
    "Hebrew": "שלום",
    "Hindi": "नमस्ते",
    "Thai": "สวัสดี",
    "emoji": "🙂 👍🏽 👨‍👩‍👧 ❤️",
    "signs": "✓ → ● ■ ½ ™ “”‘’–—…",
}


def shown_glyphs(raw: bytes) -> Iterator[int]:
    """Yield the glyph numbers of all text shown on the pages and in the charts."""
    with pikepdf.open(io.BytesIO(raw)) as opened:
        drawn = [*opened.pages, *(item for item in opened.objects if _is_form(item))]
        for stream in drawn:
            for operands, operator in pikepdf.parse_content_stream(stream):
                if str(operator) in {"TJ", "Tj"}:
                    yield from _numbers(operands[0])


def _is_form(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"


def _numbers(shown: pikepdf.Object) -> Iterator[int]:
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    for part in parts:
        if isinstance(part, pikepdf.String):
            raw = bytes(part)
            yield from (
                int.from_bytes(raw[place : place + 2], "big") for place in range(0, len(raw), 2)
            )


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_has_its_glyphs(script: str) -> None:
    raw = to_pdf(letter_of(SCRIPTS[script], title=SCRIPTS[script]))
    assert 0 not in set(shown_glyphs(raw))


def test_the_sample_report_shows_no_empty_box() -> None:
    assert 0 not in set(shown_glyphs(sample_pdf()))


def test_fonts_are_the_packaged_ones_and_embedded() -> None:
    with pikepdf.open(io.BytesIO(sample_pdf())) as opened:
        names = {str(item.BaseFont)[8:] for item in opened.objects if _is_font(item)}
        descriptors = [
            item
            for item in opened.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        assert all("/FontFile2" in item or "/FontFile3" in item for item in descriptors)
    assert all(name.startswith(("Source-Sans-3", "Source-Serif-4")) for name in names)


def _is_font(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"


def test_a_character_no_font_has_is_printed_as_its_code() -> None:
    spelt = to_pdf(letter_of("before [U+E000] after"))
    with (
        pikepdf.open(io.BytesIO(to_pdf(letter_of("before \ue000 after")))) as given,
        pikepdf.open(io.BytesIO(spelt)) as wanted,
    ):
        assert given.pages[0].Contents.read_bytes() == wanted.pages[0].Contents.read_bytes()


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8"), max_size=120))
def test_whatever_people_write_is_printed(text: str) -> None:
    assert to_pdf(letter_of(text, purpose=text)).startswith(b"%PDF")
