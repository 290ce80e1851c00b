"""Templates escape everything, and hold nothing that the content security policy would have to allow."""

from __future__ import annotations

import re

import pytest

from tests.architecture.tree import ROOT, files, modules, name_of

FORBIDDEN = {
    "the filter `safe`": r"\|\s*safe\b",
    "autoescape turned off": r"{%-?\s*autoescape\s+false",
    "a style attribute": r"<[^>]*\sstyle\s*=",
    "a style element": r"<style\b",
    "an inline script": r"<script\b(?![^>]*\ssrc\s*=)",
    "an event handler": r"<[^>]*\son[a-z]+\s*=",
    "a script address": r"javascript:",
    "a third-party asset": r"<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*"
    r"(?:src|href|srcset|data)\s*=\s*[\"']?\s*(?:https?:)?//",
}
# Comments are for the next reader of the template, not for the browser.
COMMENT = re.compile(r"{#.*?#}", re.DOTALL)

# The one place where finished SVG from our own chart functions becomes markup.
MARKUP_WRAPPER = {"practice/web/chart_markup.py"}


def text_of_templates() -> list[tuple[str, str]]:
    return [
        (name_of(path), COMMENT.sub("", path.read_text(encoding="utf-8")))
        for suffix in (".html", ".svg", ".xml")
        for path in files("templates", "practice", suffix=suffix)
    ]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what], re.IGNORECASE)
    found = [
        f"{name}:{text[: match.start()].count(chr(10)) + 1}"
        for name, text in text_of_templates()
        for match in pattern.finditer(text)
    ]
    assert not found, f"{what} in {found}"


@pytest.mark.parametrize(
    ("what", "example"),
    [
        ("the filter `safe`", "{{ note | safe }}"),
        ("autoescape turned off", "{%- autoescape false %}"),
        ("a style attribute", '<p class="a"\n style="color: red">'),
        ("a style element", "<style>"),
        ("an inline script", "<script nonce=x>"),
        ("an event handler", '<a onclick="go()">'),
        ("a script address", '<a href="javascript:go()">'),
        ("a third-party asset", '<img alt="" src="//example.org/pixel.gif">'),
    ],
)
def test_the_pattern_finds_what_it_is_for(what: str, example: str) -> None:
    assert re.search(FORBIDDEN[what], example, re.IGNORECASE)


def test_only_the_chart_wrapper_declares_markup_safe() -> None:
    pattern = re.compile(r"\bMarkup\(|\.__html__\b|def __html__\b")
    found = [
        name_of(path)
        for path in modules("practice")
        if pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert set(found) <= MARKUP_WRAPPER


def test_scripts_and_style_sheets_fetch_nothing_from_elsewhere() -> None:
    foreign = re.compile(
        r"(?:url\(|@import|import\b|fetch\()\s*[\"'(]*\s*(?:https?:)?//", re.IGNORECASE
    )
    found = [
        name_of(path)
        for suffix in (".css", ".js")
        for path in files("practice/static", suffix=suffix)
        if foreign.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_scripts_keep_nothing_on_the_device() -> None:
    """Two people may share a tablet: what one of them typed must not stay on it."""
    kept = re.compile(r"\b(?:localStorage|sessionStorage|indexedDB|document\.cookie)\b")
    found = [
        name_of(path)
        for path in files("practice/static", suffix=".js")
        if kept.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_the_templates_lie_where_they_are_looked_for() -> None:
    assert (ROOT / "templates").is_dir()
