"""One question of the catalogue, by its type; ``same rows`` and the like refer to the questions before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from practice.catalogue.converting.prose import (
    labelled_range,
    numbers,
    options,
    point,
    quoted,
    rows,
    scale,
    value_of,
)
from practice.catalogue.converting.tables import PARTNERS, table

Written = Mapping[str, Any]
Field = dict[str, Any]
Before = Sequence[Field]

WORD_LIST = "emotions-1"
REGIONS = "head, jaw, throat, chest, stomach, back, arms/hands, legs, whole body, nowhere"
"""The regions of the first body map; a map that names none has the same."""

_ALERTS = {
    "max": re.compile(r"<=([0-9]+).* raises a private alert"),
    "min": re.compile(r"^>=([0-9]+) raises a private alert"),
    "fall": re.compile(r"a fall of >=([0-9]+)"),
}
_PICKS = re.compile(r"(?P<exactly>exactly )?(?:top-|pick )?(?P<n>[0-9]+)(?: pick from the .+)?$")
_SHARED = ("options", "rows", "scale", "columns", "word_list", "picture")


def structure(written: Written, before: Before) -> Field:
    """Return what the prose options of a question say, structured."""
    return _READERS[written["type"]](written, before)


def _nothing(_written: Written, _before: Before) -> Field:
    return {}


def _choice(written: Written, before: Before) -> Field:
    prose = written["opts"]
    if prose == "A | B":
        return {"options": deepcopy(PARTNERS), "partners": True}
    if prose.startswith("same"):
        return {"options": _as_options(_last(before, "rows")["rows"])}
    if re.fullmatch(r"[0-9]-[0-9](?: or skip)?", prose):
        # Drawn and labelled where the range stood first; skipping is a state of every question.
        return {
            name: deepcopy(part)
            for name, part in _last(before, "options").items()
            if name in _SHARED
        }
    found: Field = {}
    if "own drawing of two circles" in prose:
        prose, found["picture"] = prose.partition(" (")[0], "circles"
    found["options"] = labelled_range(prose) or options(prose)
    return found


def _choices(written: Written, before: Before) -> Field:
    prose = written["opts"]
    listed, _, picked = prose.rpartition("; ")
    if listed.startswith("list of"):
        return _limit_picks(picked)
    return _choice(written, before)


def _rating(written: Written, _before: Before) -> Field:
    found = {
        name: match for name, rule in _ALERTS.items() if (match := rule.search(written["opts"]))
    }
    return {"alert": {name: int(match[1]) for name, match in found.items()}} if found else {}


def _number(written: Written, _before: Before) -> Field:
    ends = numbers(written["opts"])
    return {"min": ends[0], "max": ends[1]} if ends else {}


def _matrix(written: Written, before: Before) -> Field:
    prose = written["opts"]
    if "; " not in prose and not prose.startswith("rows"):
        # "0 off | 1 close | 2 spot on": the points alone, for the lines of the table before.
        points = [point(words) for words in prose.split(" | ")]
        return {"rows": deepcopy(_last(before, "rows")["rows"]), "scale": {"points": points}}
    *parts, last = prose.split("; ") if "; " in prose else [prose, "0-10"]
    return {"rows": _matrix_rows(parts, before), "scale": _points(last)}


def _matrix_rows(parts: list[str], before: Before) -> list[dict[str, Any]]:
    if parts[0].startswith("same"):
        copied: list[dict[str, Any]] = deepcopy(_last(before, "rows")["rows"])
        return copied
    made: list[dict[str, Any]] = []
    for part in parts:
        heading, colon, listed = part.partition(": ")
        words = listed if colon else part.removeprefix("rows ")
        heading = re.sub(r"^rows(?: \(own wording\))?,? ?", "", heading) if colon else ""
        made += rows(words, heading.capitalize())
    return made


def _points(prose: str) -> dict[str, Any]:
    if prose.startswith("options: "):
        *listed, last = prose.removeprefix("options: ").split(" | ")
        return {"points": options(" | ".join(listed)), "extra": quoted(last)}
    made = scale(prose)
    if made is None:
        raise ValueError(f"not a scale: {prose}")
    return made


def _table(written: Written, _before: Before) -> Field:
    return table(written["opts"])


def _wheel(written: Written, _before: Before) -> Field:
    most = re.search(r"max ([0-9]+)", written["opts"])
    return {"word_list": WORD_LIST, **({"max_choices": int(most[1])} if most else {})}


def _body(written: Written, _before: Before) -> Field:
    listed = written["opts"].removeprefix("regions: ") or REGIONS
    return {"options": options(listed.replace(", ", " | "))}


def _guess(written: Written, before: Before) -> Field:
    """A guess is asked in the shape of what is guessed, from the same options, rows and points."""
    of = next(field for field in before if field["key"] == written["guesses"])
    shared = {name: deepcopy(part) for name, part in of.items() if name in _SHARED}
    limits = _limit_picks(written["opts"])
    shape = of["type"]
    if limits and "rows" in shared:
        shape, shared = "multi_choice", {"options": _as_options(shared["rows"])}
    return {"guesses": written["guesses"], "shape": shape, **shared, **limits}


def _limit_picks(prose: str) -> Field:
    found = _PICKS.match(prose)
    if found is None:
        return {}
    most = {"max_choices": int(found["n"])}
    return {"min_choices": int(found["n"]), **most} if found["exactly"] else most


def _consent(written: Written, _before: Before) -> Field:
    return {"hint": "Both of you tick this."} if written["opts"] == "both tick" else {}


def _clinician(written: Written, _before: Before) -> Field:
    ends = re.search(r"([0-9])-([0-9])", written["opts"])
    asked = [words.strip() for words in written["prompt"].split("?") if words.strip()]
    limits = {"min": int(ends[1]), "max": int(ends[2])} if ends else {}
    return {"rows": [_asked_row(words) for words in asked], **limits, "skip": False}


def _asked_row(words: str) -> dict[str, str]:
    return {"value": value_of(words), "label": words[:1].upper() + words[1:]}


def _as_options(listed: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{"value": row["value"], "label": row["label"]} for row in listed]


def _last(before: Before, name: str) -> Field:
    return next(field for field in reversed(before) if name in field)


_READERS: dict[str, Callable[[Written, Before], Field]] = {
    "short_text": _nothing,
    "long_text": _nothing,
    "date": _nothing,
    "single_choice": _choice,
    "multi_choice": _choices,
    "rating_0_10": _rating,
    "likert_matrix": _matrix,
    "emotion_wheel": _wheel,
    "body_map": _body,
    "number": _number,
    "table": _table,
    "predict": _guess,
    "consent_check": _consent,
    "clinician_rating": _clinician,
}
