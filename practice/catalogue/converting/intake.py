"""A section of the intake, as it was written, turned into a definition that the engine of all forms can ask.

The content is structured already, so that little is decided here: labels get the capital they have everywhere, "rather
not say" in its wordings declines, what is tender stands alone on its page, and the clinician's own questions have no "I'd
rather not answer". Reports that may never read an answer are not named: what is not named is never. Everything else that a definition says in another way stands, with its reason, in
``source/intake_decisions.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from practice.catalogue.converting.decisions import Decision, apply
from practice.catalogue.converting.prose import label_of, value_of

VERSION = "2026-11-1"
MODULE = "Intake"
WORD_LIST = "emotions-1"
NEEDS = {"own sexual-content consent": "sexual_content_consent"}
DECLINING = frozenset({"prefer not to say", "rather not say"})
TENDER_SECTIONS = frozenset({"IN-9", "IN-13"})
"""Sections about sex and about hard experiences: one question a page (DESIGN, a homework)."""

_IF_THERE = ("hint", "unit", "min", "max", "max_choices", "text")
_NEVER = "never"


def read_intake(text: str) -> list[dict[str, Any]]:
    """Return the sections as they were written, in order."""
    written: list[dict[str, Any]] = json.loads(text)
    return written


def convert_intake(
    sections: Iterable[Mapping[str, Any]], decisions: Iterable[Decision] = ()
) -> dict[str, dict[str, Any]]:
    """Return every section as a definition file's JSON, by slug, with the decisions applied."""
    converted = {slug_of(section): convert_section(section) for section in sections}
    for decision in decisions:
        apply(decision, converted)
    return converted


def slug_of(section: Mapping[str, Any]) -> str:
    """Return the name of a section's definition: exercises have their module's letters, the intake has ``in-``."""
    return f"in-{section['slug']}"


def convert_section(written: Mapping[str, Any]) -> dict[str, Any]:
    """Return one section as a definition file's JSON, before any decision."""
    fields = [_field(field, tender=written["id"] in TENDER_SECTIONS) for field in written["fields"]]
    can_be_shown = any(field["visibility"] == "reveal" for field in fields)
    made: dict[str, Any] = {
        "slug": slug_of(written),
        "version": VERSION,
        "kind": "intake",
        "code": written["id"],
        "stage": written["stage"],
        "title": written["title"],
        "neutral_title": written["neutral_title"],
        "module": MODULE,
        "purpose": written["purpose"],
        "who": value_of(written["who"]),
        "cadence": "once",
        "minutes": written["minutes"],
        "gates": {"fill": "G0", "show": "G1" if can_be_shown else _NEVER},
        "schedule": {"kind": "once"},
        "fields": fields,
    }
    if written["content_note"]:
        made["content_note"] = written["content_note"]
    if "needs" in written:
        made["needs"] = NEEDS[written["needs"]]
    return made


def _field(written: Mapping[str, Any], *, tender: bool) -> dict[str, Any]:
    by_clinician = written["by"] == "clinician"
    made: dict[str, Any] = {
        "key": written["key"],
        "type": written["type"],
        "visibility": written["vis"],
        "prompt": written["prompt"],
    }
    if by_clinician:
        made |= {"by": "clinician", "skip": False}
    if written["required"]:
        made |= {"required": True, "skip": False}
    made |= {name: written[name] for name in _IF_THERE if written.get(name) not in (None, "")}
    made |= _lists(written) | _rules(written)
    if not by_clinician and (tender or written["vis"] == "flag" or "needs" in written):
        made["sensitive"] = True
    made["reports"] = {name: may for name, may in written["reports"].items() if may != _NEVER}
    if written["concepts"]:
        made["concepts"] = written["concepts"]
    return {name: part for name, part in made.items() if part != {}}


def _lists(written: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if "options" in written:
        made["options"] = [_option(one) for one in written["options"]]
    if "regions" in written:
        made["options"] = [_option({"value": value_of(r), "label": r}) for r in written["regions"]]
    if "rows" in written:
        made["rows"] = [_labelled(one) for one in written["rows"]]
    if "scale" in written:
        made["scale"] = {"points": [_labelled(one) for one in written["scale"]]}
    if "columns" in written:
        made["columns"] = [_column(one) for one in written["columns"]]
        made["max_rows"] = written["max_rows"]
    if "low" in written:
        made |= {end: label_of(written[end]) for end in ("low", "high")}
    if written["type"] == "emotion_wheel":
        made["word_list"] = WORD_LIST
    return made


def _rules(written: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if written["condition"]:
        made["condition"] = dict(written["condition"])
    if written["protected"]:
        made["protected"] = True
    if "needs" in written:
        made["needs"] = NEEDS[written["needs"]]
    if "alert" in written:
        alert = written["alert"]
        made["alert"] = dict(alert) if isinstance(alert, Mapping) else {"values": alert}
    if "shows" in written:
        made["shows"] = {"page": written["shows"], "values": written["shows_on"]}
    return made


def _option(written: Mapping[str, Any]) -> dict[str, Any]:
    made = _labelled(written)
    return {**made, "declines": True} if made["label"].lower() in DECLINING else made


def _labelled(written: Mapping[str, Any]) -> dict[str, Any]:
    return {"value": str(written["value"]), "label": label_of(written["label"])}


def _column(written: Mapping[str, Any]) -> dict[str, Any]:
    made = {"key": written["key"], "label": label_of(written["label"]), "type": written["type"]}
    if "options" in written:
        made["options"] = [_option(one) for one in written["options"]]
    return made
