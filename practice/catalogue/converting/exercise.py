"""A whole exercise: its own lines, and the rules that hold for every question of a kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.catalogue.converting.field import structure

VERSION = "2026-11-1"
_SEXUAL = "Sexual communication"
_WHO = {
    "each privately": "each_privately",
    "each privately, then mutual reveal": "reveal",
    "joint": "joint",
    "one partner": "one_partner",
}
_SAME_WORDS = ("slug", "title", "neutral_title", "module", "purpose", "cadence", "minutes")
_NEVER_REQUIRED = "Never required; every field skippable."
SKIPPABLE = "Nothing here is required. You can skip any question."
_OWN_CONSENT = "own sexual-content consent"


def convert(written: Mapping[str, Any]) -> dict[str, Any]:
    """Return the exercise as a definition file's JSON; raise ValueError for prose that says nothing known."""
    made: dict[str, Any] = {name: written[name] for name in _SAME_WORDS}
    made |= {
        "version": VERSION,
        "who": _WHO[written["who"]],
        "gates": _gates(written["gates"]),
        "schedule": {name: part for name, part in written["schedule"].items() if part is not None},
        "scoring": written["scoring"],
        "contraindications": written["contra"],
        "evidence": written["evidence"],
        "fields": _fields(written),
    }
    if written["module"] == _SEXUAL:
        made["needs"] = "sexual_content_consent"
    if _NEVER_REQUIRED in written["contra"]:
        made["notes"] = [SKIPPABLE]
    if "show crisis footer" in written["contra"]:
        made["crisis_footer"] = True
    return made


def _gates(written: Mapping[str, Any]) -> dict[str, Any]:
    if written["fill"] == _OWN_CONSENT:
        # The author's own consent alone: `needs` of the exercise; nobody else's state is asked.
        return {**written, "fill": "G0"}
    return dict(written)


def _fields(written: Mapping[str, Any]) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for field in written["fields"]:
        made.append(_field(field, made, sexual=written["module"] == _SEXUAL))
    return made


def _field(
    written: Mapping[str, Any], before: list[dict[str, Any]], *, sexual: bool
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "key": written["key"],
        "type": written["type"],
        "visibility": written["vis"],
        "prompt": written["prompt"],
        "stage": written["stage"],
        "by": written["by"],
        **structure(written, before),
    }
    if written["vis"] == "flag":
        made["protected"] = made["sensitive"] = True
    if sexual and written["stage"] == "alone":
        made["sensitive"] = True
    return made
