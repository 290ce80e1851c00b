"""A printed page reads no file, opens no address, and its metadata name nobody."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from practice.reports.fetching import AddressRefused, DataOnly
from practice.reports.pdf import PageRefused, page_to_pdf, to_pdf
from tests.unit.reports.sample_report import letter_of, sample_pdf

PAGE = '<!doctype html><html lang="en"><head><title>Notes</title>{head}</head><body><h1>Notes</h1>{body}</body></html>'
SECRET = "the-secret-in-the-file"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1/x",
        "https://example.org/x",
        "ftp://example.org/x",
        "x.png",
        "//example.org/x",
        "FILE:///etc/passwd",
        "",
        "javascript:1",
    ],
)
def test_every_address_but_data_is_refused(address: str) -> None:
    with pytest.raises(AddressRefused) as caught:
        DataOnly().fetch(address)
    assert "etc" not in str(caught.value)


def test_data_is_read() -> None:
    assert DataOnly().fetch("data:text/plain,hello").read() == b"hello"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", '<img src="{address}" alt="x">'),
        ('<link rel="stylesheet" href="{address}">', ""),
        ("<style>@import url({address});</style>", ""),
        ("<style>body {{ background: url({address}) }}</style>", ""),
        ("<style>@font-face {{ font-family: x; src: url({address}) }}</style>", ""),
        ("", '<object data="{address}"></object>'),
        ("", '<embed src="{address}">'),
        (
            "",
            '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><image href="{address}"/></svg>',
        ),
        (
            "",
            '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><use href="{address}#a"/></svg>',
        ),
        ('<link rel="attachment" href="{address}">', ""),
        ("", '<a rel="attachment" href="{address}">x</a>'),
        ('<base href="{address}"><link rel="attachment" href="x">', ""),
    ],
)
@pytest.mark.parametrize("scheme", ["file", "http", "relative"])
def test_nothing_outside_reaches_the_pdf(head: str, body: str, scheme: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    address = {"file": secret.as_uri(), "http": "http://127.0.0.1:9/x", "relative": "secret.txt"}[
        scheme
    ]
    page = PAGE.format(head=head.format(address=address), body=body.format(address=address))
    try:
        made = page_to_pdf(page)
    except PageRefused:
        return
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert not opened.attachments
        streams = b"".join(
            item.read_bytes() for item in opened.objects if isinstance(item, pikepdf.Stream)
        )
    assert SECRET.encode() not in streams


def test_an_attachment_from_the_page_itself_is_refused_too() -> None:
    with pytest.raises(PageRefused):
        page_to_pdf(PAGE.format(head='<link rel="attachment" href="data:text/plain,x">', body=""))


def test_a_chart_that_cannot_be_drawn_stops_the_report() -> None:
    with pytest.raises(PageRefused):
        page_to_pdf(PAGE.format(head="", body='<img src="data:image/svg+xml,<svg" alt="A chart.">'))


def test_metadata_and_attachments_name_nobody() -> None:
    with pikepdf.open(io.BytesIO(sample_pdf())) as opened:
        said = " ".join(str(value) for value in opened.docinfo.values())
        said += opened.Root.Metadata.read_bytes().decode()
        assert set(opened.docinfo) == {"/Title", "/Producer", "/CreationDate", "/ModDate"}
        assert str(opened.docinfo["/Title"]) == "Progress report"
        assert str(opened.docinfo["/CreationDate"]) == "D:20260622"
        assert not opened.attachments
    for name in ("Amara", "Daniel", "Okafor", "Reyes", "Riverside", "twelve sessions"):
        assert name not in said


@pytest.mark.parametrize(
    "text",
    [
        "{{7*7}}",
        "{% if %}",
        "<script>alert(1)</script>",
        "<link rel=attachment href=file:///etc/passwd>",
    ],
)
def test_what_people_write_is_printed_literally(text: str) -> None:
    assert to_pdf(letter_of(text)) != to_pdf(letter_of(""))
