"""A card to read, as it was written, turned into a definition with a reading log of one line.

A card says nothing of its own on how it is given: all thirty are open to everyone, take a few minutes, and ask
for one line that only its author and the care team read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

VERSION = "2026-11-1"
MINUTES = 3
PURPOSE = (
    "A page to read at your own pace. Afterwards you can write one line about it, if you like."
)
CONTENT_NOTES = {
    "sexual": "This page speaks about sex, in plain words and without pictures. You can stop at any point, or leave it closed.",
    "hard experiences": "This page speaks about being hurt, and about help. You can stop at any point, or leave it closed.",
}
_LOG = {
    "key": "line",
    "type": "short_text",
    "visibility": "own",
    "prompt": "One line, if you like: what stays with you from this page?",
}
_SAME_WORDS = ("body", "try_this", "talk_about", "see_also", "guard", "sources")


def convert_card(written: Mapping[str, Any]) -> dict[str, Any]:
    """Return a card as a definition file's JSON."""
    made: dict[str, Any] = {
        "slug": written["slug"],
        "version": VERSION,
        "kind": "reading",
        "code": written["id"],
        "title": written["title"],
        "neutral_title": written["neutral_title"],
        "module": "Reading",
        "purpose": PURPOSE,
        "who": "each_privately",
        "cadence": "once",
        "minutes": MINUTES,
        "gates": {"fill": "G0", "show": "never"},
        "schedule": {"kind": "once"},
        "reading": {name: written[name] for name in _SAME_WORDS if written[name]},
        "fields": [dict(_LOG)],
    }
    if note := CONTENT_NOTES.get(written["content"] or ""):
        made["content_note"] = note
    if written["content"] == "hard experiences":
        made["crisis_footer"] = True
    return made
