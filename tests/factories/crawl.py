"""Reading everything that one person can reach: every link, every form's GET address, every file, and what is in the files."""

from __future__ import annotations

import html
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urljoin, urlsplit

import pikepdf
from bs4 import BeautifulSoup
from werkzeug.test import TestResponse

from practice.catalogue.loading import load_definitions
from tests.factories.house import Visitor

# Where a partner starts; everything else has to be reachable from here.
PARTNER_STARTS = (
    "/",
    "/today",
    "/together",
    "/record",
    "/agreements",
    "/help",
    "/private-questions",
)
STAFF_STARTS = ("/", "/caseload", "/review", "/library", "/help")
_LEADS_TO = {"a": "href", "link": "href", "img": "src", "script": "src", "form": "action"}
# A crawl is of pages, not of the picture set: static files are the same for everyone.
_STATIC = "/static/"
_TOKENS = re.compile(
    r'(name="csrf_token"[^>]*? value="|name="csrf-token" content="|data-csrf(?:-token)?="|"csrf_token":\s*")[^"]+'
)
_COOKIE = re.compile(r"((?:__Host-)?session=)[^;]+")
_BREAKING = re.compile(r"[\s\u00ad\u200b]+")
MOST_PAGES = 3000
_VARYING = re.compile(r"/(?:[0-9a-f-]{36}|[0-9]+)(?=/|$)")
# What is shipped is the same for everyone, and a hundred pages and PDFs of it are alike: a few of each kind stand for the rest.
_SHIPPED = re.compile(
    r"^(?:/couples/[0-9a-f-]+(?:/as/[ab])?)?/(?:library|reading|worksheets)/([a-z0-9-]+)"
)
STAND_FOR_ALL = frozenset(
    {
        "cc-timeout-agreement",
        "df-closeness-circles",
        "er-feelings-log",
        "hb-boundaries",
        "ib-balance-wheel",
    }
    | {"in-hopes", "four-kinds", "more-than-sex"}
)


@dataclass(frozen=True)
class Answer:
    """What came back from one address."""

    path: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def is_pdf(self) -> bool:
        """Whether this is a PDF."""
        return self.body.startswith(b"%PDF")

    @property
    def kind(self) -> str:
        """The media type."""
        return dict(self.headers).get("Content-Type", "").split(";")[0]

    @property
    def words(self) -> str:
        """Everything readable in it: address, headers, page without its markup's escapes, or a PDF's text and metadata."""
        body = pdf_words(self.body) if self.is_pdf else self.body.decode("utf-8", "replace")
        held = "\n".join(f"{k}: {v}" for k, v in self.headers if k not in _ALIKE)
        return f"{self.path}\n{held}\n{body}\n{html.unescape(body)}"

    @property
    def squeezed(self) -> str:
        """All words without any space, so that a line break in the middle of a sentence hides nothing."""
        return squeeze(self.words)

    @property
    def masked(self) -> tuple[int, tuple[tuple[str, str], ...], bytes]:
        """Status, headers and body with form tokens taken out: what two crawls are compared by."""
        if self.is_pdf:
            return self.status, _headers_alike(self.headers), self.body
        body = _TOKENS.sub(r"\1", self.body.decode("utf-8", "replace"))
        return self.status, _headers_alike(self.headers), body.encode()


_ALIKE = frozenset({"Content-Security-Policy", "Permissions-Policy"})


def _headers_alike(headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """All headers but the time and the value of the session's cookie; the length counts, as tokens are all equally long."""
    return tuple(sorted((k, _COOKIE.sub(r"\1", v)) for k, v in headers if k != "Date"))


def squeeze(text: str) -> str:
    """Return a text without white space and soft hyphens."""
    return _BREAKING.sub("", text)


def pdf_words(file: bytes) -> str:
    """Return everything readable in a PDF: text, metadata, bookmarks, and attachments with their names."""
    with pikepdf.open(BytesIO(file)) as pdf:
        facts = [f"{k}: {v}" for k, v in (pdf.docinfo or {}).items()]
        facts += [f"{k}: {v}" for k, v in pdf.open_metadata().items()]
        with pdf.open_outline() as outline:
            facts += [str(item.title) for item in outline.root]
        for name, attached in pdf.attachments.items():
            held = attached.get_file().read_bytes()
            facts += [name, attached.filename or "", held.decode("utf-8", "replace")]
        facts += [str(s) for s in _strings_outside_pages(pdf)]
    text = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=file, capture_output=True, check=True
    ).stdout.decode()
    return "\n".join([*facts, text])


def _strings_outside_pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Alternative texts, titles and other strings that no page draws."""
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary):
            for key in ("/Alt", "/ActualText", "/Title", "/Contents", "/E", "/T", "/F", "/UF"):
                value = found.get(key)
                if isinstance(value, pikepdf.String):
                    yield str(value)


def ask(visitor: Visitor, path: str) -> Answer:
    """Ask for one address."""
    return answer_of(path, visitor.get(path))


def answer_of(path: str, response: TestResponse) -> Answer:
    """Return a response as an answer."""
    return Answer(path, response.status_code, tuple(response.headers.items()), response.data)


def crawl(
    visitor: Visitor, starts: Iterable[str] = PARTNER_STARTS, *, most_alike: int | None = None
) -> dict[str, Answer]:
    """Return the answer of every address that can be reached from ``starts`` without sending anything.

    ``most_alike`` is how many addresses of one shape are read, for whom only the kinds of pages matter. Raises
    ``AssertionError`` when there is no end of it: an address that keeps making new ones.
    """
    waiting, found = list(starts), {}
    read: Counter[str] = Counter()
    while waiting:
        path = waiting.pop(0)
        if path in found or (most_alike is not None and read[_shape(path)] >= most_alike):
            continue
        read[_shape(path)] += 1
        assert len(found) < MOST_PAGES, "the crawl has no end"
        found[path] = ask(visitor, path)
        waiting += [p for p in addresses_in(found[path]) if p not in found and _is_read(p)]
    return found


def _shape(path: str) -> str:
    """An address without its ids, numbers and values: what pages of one kind share."""
    place, _, asked = path.partition("?")
    names = sorted(one.partition("=")[0] for one in asked.split("&"))
    return f"{_VARYING.sub('/*', place)}?{'&'.join(names)}"


def _is_read(path: str) -> bool:
    """Whether an address is read at all: not one of the many alike that others stand for."""
    shipped = _SHIPPED.match(path)
    return shipped is None or shipped[1] in STAND_FOR_ALL or shipped[1] not in load_definitions()


def addresses_in(answer: Answer) -> list[str]:
    """Return the addresses on this site that an answer leads to, in the order they stand there."""
    held = dict(answer.headers)
    leads = [held["Location"]] if "Location" in held else []
    if answer.kind == "text/html":
        page = BeautifulSoup(answer.body, "lxml")
        named = page.find_all(list(_LEADS_TO))
        leads += [str(tag.get(_LEADS_TO[tag.name]) or "") for tag in named]
        leads += [str(tag["formaction"]) for tag in page.find_all(attrs={"formaction": True})]
        leads += [str(v) for tag in page.find_all(True) for v in _data_addresses(tag.attrs)]
    return list(dict.fromkeys(p for p in (_local(answer.path, x) for x in leads) if p))


def _data_addresses(attributes: dict[str, object]) -> list[object]:
    """Addresses that scripts use: data-… attributes that hold a path."""
    return [v for k, v in attributes.items() if k.startswith("data-") and str(v).startswith("/")]


def _local(base: str, target: str) -> str:
    if not target or target.startswith(("#", "mailto:", "tel:", "sms:", "data:")):
        return ""
    parts = urlsplit(urljoin(f"http://localhost{base}", target))
    if parts.netloc != "localhost" or parts.path.startswith(_STATIC):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")
