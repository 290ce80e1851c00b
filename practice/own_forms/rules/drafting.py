"""One change of a draft at a time. A draft is JSON and is never changed in place: each function returns a new one."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from practice.own_forms.rules.naming import named

Draft = Mapping[str, Any]
Json = dict[str, Any]
_SHAPE = ("options", "rows", "scale", "groups", "columns", "max_rows", "min_rows", "partners")
# A version of its own is given when the form is published.
UNPUBLISHED = "2000-1-1"


class NotThere(LookupError):
    """The draft has no such question or score (any more)."""


def begun(slug: str, title: str, copied: Draft | None = None) -> Json:
    """Return a new draft, empty or with everything that a copied definition holds."""
    start: Json = {
        "title": title,
        "neutral_title": title,
        "module": "Our own forms",
        "purpose": title,
        "who": "each_privately",
        "minutes": 10,
        "gates": {"fill": "G0", "show": "never"},
        "schedule": {"kind": "once"},
        "cadence": "once",
        "fields": [],
    }
    # What was written about the copied exercise's evidence and scorer does not hold for the copy.
    left_out = {"slug", "version", "code", "concepts", "evidence", "scoring"}
    held = {key: value for key, value in (copied or {}).items() if key not in left_out}
    return {**start, **copy.deepcopy(held), "slug": slug, "version": UNPUBLISHED, "title": title}


def new_question(kind: str) -> Json:
    """Return a question of a type that has nothing in it yet; it is private until something else is chosen."""
    start: Json = {"key": "", "type": kind, "visibility": "own"}
    if kind == "clinician_rating":
        return {**start, "visibility": "clin", "by": "clinician"}
    return start


def question(draft: Draft, key: str) -> Json:
    """Return a question; raise :class:`NotThere`."""
    return _one(draft, "fields", key)


def score(draft: Draft, key: str) -> Json:
    """Return a score; raise :class:`NotThere`."""
    return _one(draft, "scores", key)


def with_settings(draft: Draft, settings: Mapping[str, Any]) -> Json:
    """Return the draft with other settings; None takes one out."""
    merged = {**draft, **settings}
    return {key: value for key, value in merged.items() if value is not None}


def with_question(draft: Draft, field: Mapping[str, Any]) -> Json:
    """Return the draft with a question put in place of the one of its key, or at the end; guesses of it follow it."""
    changed = _with(draft, "fields", field)
    fields = [
        _tidy({**one, **shape_of(field)}) if _follows(one, field) else one
        for one in changed["fields"]
    ]
    return {**changed, "fields": fields}


def shape_of(guessed: Mapping[str, Any]) -> Json:
    """Return what a guess takes over from the question that is guessed; None for what that one has not."""
    return {"shape": guessed["type"], **{name: guessed.get(name) for name in _SHAPE}}


def with_score(draft: Draft, one: Mapping[str, Any]) -> Json:
    """Return the draft with a score put in place of the one of its key, or at the end."""
    return _with(draft, "scores", one)


def without_question(draft: Draft, key: str) -> Json:
    """Return the draft without a question; scores no longer count it, and what hung on it stands to be mended."""
    question(draft, key)
    fields = [field for field in draft["fields"] if field["key"] != key]
    scores = [
        {**one, "items": kept}
        for one in draft.get("scores", ())
        if (kept := [item for item in one["items"] if item["field"] != key])
    ]
    return _with_scores({**draft, "fields": fields}, scores)


def without_score(draft: Draft, key: str) -> Json:
    """Return the draft without a score; what was a part of it stands alone."""
    score(draft, key)
    rest = [
        {name: value for name, value in one.items() if (name, value) != ("part_of", key)}
        for one in draft["scores"]
        if one["key"] != key
    ]
    return _with_scores(dict(draft), rest)


def moved(draft: Draft, key: str, by: int) -> Json:
    """Return the draft with a question one place up (-1) or down (1); at the end of the list it stays."""
    fields = list(draft["fields"])
    here = _place(fields, key)
    there = min(max(here + by, 0), len(fields) - 1)
    fields.insert(there, fields.pop(here))
    return {**draft, "fields": fields}


def duplicated(draft: Draft, key: str) -> Json:
    """Return the draft with a copy of a question right below it, under a key of its own."""
    fields = list(draft["fields"])
    here = _place(fields, key)
    copied = {
        **copy.deepcopy(fields[here]),
        "key": named(key, keys_of(draft), otherwise="question"),
    }
    fields.insert(here + 1, copied)
    return {**draft, "fields": fields}


def keys_of(draft: Draft, name: str = "fields") -> list[str]:
    """Return the keys of the questions (or scores), in order."""
    return [one["key"] for one in draft.get(name, ())]


def _follows(guess: Mapping[str, Any], guessed: Mapping[str, Any]) -> bool:
    """Whether a guess is asked as the question is: some are asked in another shape, and keep their own."""
    return (guess.get("guesses"), guess.get("shape")) == (guessed["key"], guessed["type"])


def _tidy(field: Json) -> Json:
    return {name: value for name, value in field.items() if value is not None}


def _one(draft: Draft, name: str, key: str) -> Json:
    found = next((one for one in draft.get(name, ()) if one["key"] == key), None)
    if found is None:
        raise NotThere(key)
    return dict(found)


def _with(draft: Draft, name: str, new: Mapping[str, Any]) -> Json:
    listed = list(draft.get(name, ()))
    keys = [one["key"] for one in listed]
    if new["key"] in keys:
        listed[keys.index(new["key"])] = dict(new)
    else:
        listed.append(dict(new))
    return {**draft, name: listed}


def _with_scores(draft: Json, scores: Sequence[Json]) -> Json:
    rest = {key: value for key, value in draft.items() if key != "scores"}
    return {**rest, "scores": list(scores)} if scores else rest


def _place(fields: Sequence[Mapping[str, Any]], key: str) -> int:
    keys = [field["key"] for field in fields]
    if key not in keys:
        raise NotThere(key)
    return keys.index(key)
