"""Pure decisions of the partner's side: filling the gaps of a text, and what stands on Today in which place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from practice.caseload import rules as texts

# What a practice may change in its own texts; where nothing is set, the words still read as a sentence.
_NOT_SET = {
    "licence": "shown at the practice",
    "board": "the one named in the practice’s notice",
    "supervisor": "named to you at the first meeting",
    "phone": "the practice’s number",
    "hours": "its opening hours",
    "fee": "what you agreed on",
    "notice_hours": "24",
    "retention_years": "7",
    "hold_weeks": "6",
}
_GAP = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands in the gaps of the texts that partners sign."""

    clinician: str
    practice: str
    licence: str | None = None
    supervisor: str = ""
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered paragraph of a text, ready to read."""

    number: int
    heading: str
    text: str


def paragraphs(text_id: str, wording: Wording) -> tuple[Paragraph, ...]:
    """Return the whole text with its gaps filled; raise ``KeyError`` for an unknown text."""
    text = texts.signed_text(text_id)
    months = {"months": str(text["renew_after_months"])} if "renew_after_months" in text else {}
    return tuple(
        Paragraph(
            one["n"],
            filled(one["heading"], wording, months),
            filled(one["text"], wording, months),
        )
        for one in text["paragraphs"]
    )


def filled(text: str, wording: Wording, more: dict[str, Any] | None = None) -> str:
    """Return a text with each ``{gap}`` replaced; an unknown gap is an error, never shown to a person."""
    known = {
        **_NOT_SET,
        **{name: value for name in Wording.__slots__ if (value := getattr(wording, name))},
        **(more or {}),
    }
    return _GAP.sub(lambda gap: str(known[gap.group(1)]), text)
