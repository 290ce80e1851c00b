"""The help page: shipped wording, and the practice's own list of lines with the day they were last checked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from practice.caseload import rules
from practice.web.templating import day

STALE_AFTER = timedelta(days=90)
_LINES = Path(__file__).parent.parent / "texts" / "crisis_lines.json"


@dataclass(frozen=True)
class Line:
    """One line: who answers, how to reach them, and when."""

    name: str
    how: str
    hours: str
    checked: str


@dataclass(frozen=True)
class Block:
    """Lines for one kind of need."""

    id: str
    heading: str
    lines: list[Line]


@dataclass(frozen=True)
class Support:
    """The whole page."""

    title: str
    intro: str
    now: str
    blocks: list[Block]
    practice_line: str
    closing: list[str]
    empty: str
    stale: str


@lru_cache(maxsize=1)
def crisis_lines() -> dict[str, Any]:
    """Return the list of lines as the practice keeps it (texts/crisis_lines.json)."""
    found: dict[str, Any] = json.loads(_LINES.read_text(encoding="utf-8"))
    return found


def support_view(*, today: date, practice: str, phone: str, hours: str) -> Support:
    """Put the page together; it is the same whoever asks, and says nothing about them."""
    page, kept = rules.texts()["crisis_page"], crisis_lines()
    checked = date.fromisoformat(kept["checked_on"])
    blocks = [
        _block(b, kept["lines"].get(b["id"], []), day(checked, year=True)) for b in page["blocks"]
    ]
    return Support(
        title=page["title"],
        intro=page["intro"],
        now=page["now"],
        blocks=[b for b in blocks if b.lines],
        practice_line=_practice_line(page["practice_line"], practice, phone, hours),
        closing=[page["no_pressure"], page["device_line"]],
        empty="" if any(b.lines for b in blocks) else page["empty_notice"],
        stale=page["stale_notice_clinician"] if is_stale(checked, today) else "",
    )


def is_stale(checked: date, today: date) -> bool:
    """Return whether the lines were last checked more than 90 days ago."""
    return today - checked > STALE_AFTER


def _block(block: dict[str, str], lines: list[dict[str, str]], checked: str) -> Block:
    held = [Line(one["name"], one["how"], one["hours"], checked) for one in lines]
    return Block(block["id"], block["heading"], held)


def _practice_line(words: str, practice: str, phone: str, hours: str) -> str:
    if phone and hours:
        return words.format(practice=practice, phone=phone, hours=hours)
    # Without a number of its own the practice still says that nobody reads along at night.
    return words.partition(". ")[2]
