"""What a clinician works on before it is published: a list of steps, each with a key of its own, changed one act at a time.

A draft is plain JSON. A key names a step for as long as the draft lasts, so that two tabs never change each other's steps.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from practice.catalogue.loading.building import build, plain
from practice.pathways.definition import PathwayDefinition, Step

MOST_STEPS = 40
Draft = dict[str, Any]


class CannotChange(ValueError):
    """The draft cannot be changed like this; the message is for the clinician."""


def new_draft(title: str) -> Draft:
    """Return a draft without steps."""
    return {
        "title": title,
        "purpose": "",
        "clinician_note": "",
        "contraindications": [],
        "reading": [],
        "steps": [],
    }


def draft_of(pathway: PathwayDefinition, title: str | None = None) -> Draft:
    """Return a draft that says what a pathway says, under another ``title`` if one is given.

    The keys follow from version and place: whoever asks twice before anything was changed is given the same ones.
    """
    return {
        "title": title or pathway.title,
        "purpose": pathway.purpose,
        "clinician_note": pathway.clinician_note,
        "contraindications": list(pathway.contraindications),
        "reading": list(pathway.reading),
        "steps": [
            _with_key(step, f"{pathway.version}-{place}")
            for place, step in enumerate(pathway.steps)
        ],
    }


def with_step(draft: Mapping[str, Any], step: Step) -> Draft:
    """Return the draft with one more step at its end; raise :class:`CannotChange` when it is full."""
    if len(draft["steps"]) >= MOST_STEPS:
        raise CannotChange(f"A pathway holds at most {MOST_STEPS} steps.")
    return {**draft, "steps": [*draft["steps"], _with_key(step)]}


def with_step_changed(draft: Mapping[str, Any], key: str, step: Step) -> Draft:
    """Return the draft with one step written anew; raise :class:`CannotChange` when it is gone."""
    _place(draft, key)
    changed = [_with_key(step, key) if held["key"] == key else held for held in draft["steps"]]
    return {**draft, "steps": changed}


def without_step(draft: Mapping[str, Any], key: str) -> Draft:
    """Return the draft without one step; one that is gone already changes nothing."""
    return {**draft, "steps": [held for held in draft["steps"] if held["key"] != key]}


def moved(draft: Mapping[str, Any], key: str, by: int) -> Draft:
    """Return the draft with one step moved by so many places, as far as there is room; raise :class:`CannotChange`."""
    steps = list(draft["steps"])
    place = _place(draft, key)
    held = steps.pop(place)
    steps.insert(max(0, place + by), held)
    return {**draft, "steps": steps}


def step_in(draft: Mapping[str, Any], key: str) -> Step:
    """Return one step; raise :class:`CannotChange` when it is gone."""
    return _step(draft["steps"][_place(draft, key)])


def steps_of(draft: Mapping[str, Any]) -> tuple[tuple[str, Step], ...]:
    """Return (key, step) of all steps, in order."""
    return tuple((held["key"], _step(held)) for held in draft["steps"])


def as_pathway(draft: Mapping[str, Any], slug: str, number: int) -> PathwayDefinition:
    """Return the draft as a pathway in its next version. It may still have problems."""
    steps = tuple(step for _, step in steps_of(draft))
    return PathwayDefinition(
        slug=slug,
        version=str(number),
        title=draft["title"],
        neutral_title=draft["title"],
        purpose=draft["purpose"],
        weeks=max((s.planned_week + s.for_weeks - 1 for s in steps), default=1),
        steps=steps,
        contraindications=tuple(draft["contraindications"]),
        reading=tuple(draft["reading"]),
        clinician_note=draft["clinician_note"],
    )


def keyed(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """Return steps as a draft holds them."""
    return [_with_key(step) for step in steps]


def _with_key(step: Step, key: str = "") -> dict[str, Any]:
    return {"key": key or secrets.token_hex(6), **plain(step)}


def _step(held: Mapping[str, Any]) -> Step:
    return build(Step, {name: value for name, value in held.items() if name != "key"})


def _place(draft: Mapping[str, Any], key: str) -> int:
    for place, held in enumerate(draft["steps"]):
        if held["key"] == key:
            return place
    raise CannotChange("This step is not there any more. Nothing was changed.")
