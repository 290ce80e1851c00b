"""The report's faces hold the scripts people write in, so that no word prints as empty boxes."""

from __future__ import annotations

from pathlib import Path

import pytest

ttlib = pytest.importorskip("fontTools.ttLib")

PDF_FACES = Path(__file__).resolve().parents[3] / "practice/static/fonts/pdf"
SAMPLES = {
    "source-sans-3-400": "Łukasz Ångström ř ñ ¿Qué? Ελλάδα Привіт – “ ” … 1⁄2 ≥ ×",
    "source-sans-3-400-italic": "naïve façade ř",
    "source-sans-3-600": "ř Ελλάδα Привіт",
    "source-sans-3-700": "ř Ελλάδα Привіт",
    "source-serif-4-600": "Łř ñ Привіт",
    "source-serif-4-700": "Łř ñ Привіт",
    "noto-sans-arabic-400": "مرحبا",
    "noto-sans-hebrew-400": "שלום",
    "noto-sans-devanagari-400": "नमस्ते",
    "noto-sans-thai-400": "สวัสดี",
    "noto-sans-sc-400": "你好こんにちは",
    "noto-sans-kr-400": "안녕하세요",
    "noto-emoji-400": "🙂❤🌧",
    "noto-sans-symbols-2-400": "☐☑●",
}


@pytest.mark.parametrize(("face", "text"), SAMPLES.items())
def test_a_face_has_a_glyph_for_every_letter(face: str, text: str) -> None:
    with ttlib.TTFont(PDF_FACES / f"{face}.ttf", lazy=True) as font:
        known = set(font.getBestCmap())
    assert [letter for letter in text if letter != " " and ord(letter) not in known] == []
