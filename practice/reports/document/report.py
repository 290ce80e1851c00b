"""The report itself: everything a printed report says, frozen, with nothing left to look up.

A locked report is this data plus its hash; HTML and PDF are made from it and from nothing else, so the same data
gives the same bytes today and in seven years with the same version of the programme.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

from practice.reports.document.blocks import Block
from practice.reports.document.codec import DocumentError, decode, encode

Kind = Literal["R1", "R2", "R3", "R4", "R5", "R6"]
Paper = Literal["A4", "Letter"]
NOT_FOR_COURT = "Not for legal or custody use"


@dataclass(frozen=True)
class Letterhead:
    """The practice's name and up to four short lines under it (address, telephone)."""

    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Participant:
    """Somebody the report is about, named as that person wishes."""

    name: str
    pronouns: str = ""


@dataclass(frozen=True)
class Period:
    """The first and last day that the report looks at."""

    start: date
    end: date


@dataclass(frozen=True)
class Section:
    """One idea: a heading, the sentence that says what is seen, then the evidence.

    ``id`` is a stable word such as ``satisfaction`` for links; it is not printed. Numbers are given on printing,
    by what is present.
    """

    id: str
    title: str
    sentence: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class ReportDocument:
    """A whole report, R1 to R6.

    ``title`` is printed on page 1; ``neutral_title`` stands in the footer, the file's metadata and the window
    title, and must name nobody. ``version`` is None until the lock; a draft carries a watermark.
    """

    kind: Kind
    title: str
    neutral_title: str
    letterhead: Letterhead
    participants: tuple[Participant, ...]
    date: date
    purpose: str
    readers: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    left_out_sentence: str
    limits: tuple[str, ...] = ()
    period: Period | None = None
    version: int | None = None
    draft: bool = True
    not_for_release: bool = False
    language: str = "en"
    paper: Paper = "A4"
    footer_note: str = NOT_FOR_COURT
    schema: Literal[1] = 1

    def __post_init__(self) -> None:
        """Refuse what would print a false label; DocumentError says which."""
        if not self.draft and self.version is None:
            raise DocumentError("a report that is not a draft has a version")
        if self.kind == "R3" and not self.not_for_release:
            raise DocumentError("a clinician case file is never for release")
        ids = [section.id for section in self.sections]
        if len(ids) != len(set(ids)):
            raise DocumentError("two sections share an id")
        if any(part.name and part.name in self.neutral_title for part in self.participants):
            raise DocumentError("the neutral title names somebody")

    def to_json(self) -> bytes:
        """Return the canonical JSON of this report."""
        return encode(self)

    @classmethod
    def from_json(cls, raw: bytes) -> ReportDocument:
        """Return the report that ``raw`` holds; DocumentError when it holds anything else."""
        document: ReportDocument = decode(cls, raw)
        return document

    def digest(self) -> str:
        """Return the SHA-256 of the canonical JSON, in hexadecimal."""
        return hashlib.sha256(self.to_json()).hexdigest()
