"""The one place where WeasyPrint runs: one HTML page in, one tagged PDF out (PDF/UA-1).

Not for web workers: importing WeasyPrint costs half a second and its fonts are not safe across threads. Others
call ``sandbox.render_pdf``, which runs this in a process of its own. The style sheet and the fonts are read once
per process. Whatever WeasyPrint would only log (a chart that fails, an address refused) stops the report here:
a clinical document with a hole in it must not look whole.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock

import pydyf
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from practice.reports.document import Printed
from practice.reports.document.codec import rewritten
from practice.reports.fetching import DataOnly
from practice.reports.parsing import read
from practice.reports.render import REPORT_STYLE, TEMPLATES, style_of, to_html

FONTS = Path(__file__).with_name("fonts.conf")
_LOGGER = logging.getLogger("weasyprint")
_ONE_AT_A_TIME = Lock()
# Spelling one character out may uncover another that had been joined to it.
_SPELLING_PASSES = 3


class PageRefused(RuntimeError):
    """A page that WeasyPrint could not set completely; the message names the kind of fault, never content."""


class GlyphsMissing(PageRefused):
    """No packaged font has these ``characters``."""

    def __init__(self, characters: frozenset[str]) -> None:
        super().__init__("a character that no packaged font has")
        self.characters = characters


def to_pdf(document: Printed) -> bytes:
    """Return ``document`` as PDF; equal documents give equal bytes in every process. PageRefused if incomplete.

    A character that no packaged font has is printed as its code, such as [U+E000], never as an empty box.
    """
    for _ in range(_SPELLING_PASSES):
        try:
            return page_to_pdf(to_html(document), style_of(document))
        except GlyphsMissing as error:
            document = _spelt(document, error.characters)
    return page_to_pdf(to_html(document), style_of(document))


def _spelt(document: Printed, characters: frozenset[str]) -> Printed:
    codes = {ord(character): f"[U+{ord(character):04X}]" for character in characters}
    spelt: Printed = rewritten(document, lambda text: text.translate(codes))
    return spelt


def page_to_pdf(html: str, style: str = REPORT_STYLE) -> bytes:
    """Return one HTML page in one of our print styles as PDF/UA-1, its identifier taken from the page; PageRefused if incomplete."""
    try:
        identifier = hashlib.sha256(html.encode()).hexdigest()[:32].encode()
        with _ONE_AT_A_TIME, _without_collection(), _every_warning_refused():
            return _set(html, style, identifier)
    except (ValueError, RecursionError) as error:
        raise PageRefused("a page that cannot be laid out") from error


def _set(html: str, style: str, identifier: bytes) -> bytes:
    rendered = read(html).render(
        stylesheets=[style_sheet(style)], font_config=fonts(), pdf_variant="pdf/ua-1"
    )
    if rendered.metadata.attachments:
        raise PageRefused("a report carries no attachments")
    made = rendered.write_pdf(
        finisher=_scope_headers, pdf_variant="pdf/ua-1", pdf_identifier=identifier
    )
    return bytes(made)


def _scope_headers(_: object, pdf: pydyf.PDF) -> None:
    """Say of each table header whether it heads its column or its row (WeasyPrint leaves /Scope out).

    WeasyPrint names headers 'element-row-column'; in our templates row 0 is the only heading row.
    """
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("S") == "/TH" and "ID" in item:
            row = item["ID"].string.split("-")[1]
            item["A"]["Scope"] = "/Column" if row == "0" else "/Row"


@cache
def fonts() -> FontConfiguration:
    """Return the packaged fonts, and no font of this machine, so that bytes are the same everywhere."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTS)
    try:
        return FontConfiguration()
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@cache
def style_sheet(name: str) -> weasyprint.CSS:
    """Return one parsed print style sheet of ``templates/reports``."""
    with _every_warning_refused():
        return weasyprint.CSS(
            string=(TEMPLATES / "reports" / name).read_text(encoding="utf-8"),
            url_fetcher=DataOnly(),
            font_config=fonts(),
        )


@contextmanager
def _without_collection() -> Iterator[None]:
    """Rendering makes millions of objects that all live to its end: looking through them is wasted."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Collector(logging.Handler):
    """Keeps the message templates of warnings, not their arguments, which may hold content."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.faults: list[str] = []
        self.missing: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Sort a warning: a missing glyph, or a fault."""
        if str(record.msg).startswith(".notdef glyph") and isinstance(record.args, tuple):
            self.missing.add(str(record.args[0]))
        else:
            self.faults.append(str(record.msg))


@contextmanager
def _every_warning_refused() -> Iterator[None]:
    collector = _Collector()
    _LOGGER.addHandler(collector)
    try:
        yield
    finally:
        _LOGGER.removeHandler(collector)
    if collector.faults:
        raise PageRefused(collector.faults[0])
    if collector.missing:
        raise GlyphsMissing(frozenset(collector.missing))
