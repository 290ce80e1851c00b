"""Lists as people write them, one line each, with the points an answer counts after an equals sign."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from practice.own_forms.rules.naming import values_for

Json = dict[str, Any]
_POINTS = re.compile(r"^(.*\S)\s*=\s*(-?\d{1,6}(?:[.,]\d{1,2})?)$")
_LONGEST = 200
MOST_LINES = 60


class LinesRefused(ValueError):
    """A list that cannot be used; the message is for the person who wrote it."""


def lines_of(text: str) -> list[str]:
    """Return the lines that hold something, trimmed; raise :class:`LinesRefused` for doubles and for what is too long."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    kept = [line for line in lines if line]
    if len(kept) > MOST_LINES:
        raise LinesRefused(f"There is room for {MOST_LINES} lines. Take some out to go on.")
    return kept


def options_of(
    text: str,
    before: Iterable[Mapping[str, Any]] = (),
    *,
    numbered: bool = False,
    taken: Collection[str] = (),
) -> list[Json]:
    """Return answers to choose, as JSON, from lines such as ``Often = 3``; ``numbered`` counts lines without points 0, 1, 2 …

    ``before`` are the answers as they were: what kept its label keeps its value.
    """
    pairs = [_split(line) for line in lines_of(text)]
    labels = _checked([label for label, _ in pairs])
    known = list(before)
    values = values_for(labels, _pairs(known), otherwise="answer", taken=taken)
    return [
        _option(value, label, order if points is None and numbered else points)
        for order, ((label, points), value) in enumerate(zip(pairs, values, strict=True))
    ]


def written(options: Iterable[Mapping[str, Any]]) -> str:
    """Return answers as lines to edit."""
    return "\n".join(
        f"{o['label']} = {o['score']:g}" if "score" in o else str(o["label"]) for o in options
    )


def rows_of(text: str, before: Iterable[Mapping[str, Any]] = ()) -> list[Json]:
    """Return the lines of a matrix or table; what a known line holds besides its label is kept with it."""
    labels = _checked(lines_of(text))
    known = list(before)
    held = {row["value"]: row for row in known}
    values = values_for(labels, _pairs(known), otherwise="line")
    return [
        {**held.get(value, {}), "value": value, "label": label}
        for value, label in zip(values, labels, strict=True)
    ]


def groups_of(text: str, before: Iterable[Mapping[str, Any]] = ()) -> list[Json]:
    """Return feeling words from lines such as ``Angry: annoyed, furious``: a core feeling, then its nuances."""
    split = [_core_and_nuances(line) for line in lines_of(text)]
    cores = _checked([core for core, _ in split])
    nuances = [word for _, words in split for word in words]
    _checked([*cores, *nuances])
    known = list(before)
    core_values = values_for(cores, _pairs(known), otherwise="feeling")
    known_words = [option for group in known for option in group["options"]]
    values = iter(values_for(nuances, _pairs(known_words), otherwise="feeling", taken=core_values))
    return [
        {
            "value": value,
            "label": core,
            "options": [{"value": next(values), "label": word} for word in words],
        }
        for value, (core, words) in zip(core_values, split, strict=True)
    ]


def groups_written(groups: Iterable[Mapping[str, Any]]) -> str:
    """Return feeling words as lines to edit."""
    return "\n".join(
        f"{group['label']}: {', '.join(o['label'] for o in group['options'])}" for group in groups
    )


def chosen_of(text: str, options: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the values of the answers that the lines name; raise :class:`LinesRefused` for one that is not among them."""
    values = {o["label"]: o["value"] for o in options}
    named = [_split(line)[0] for line in lines_of(text)]
    for label in named:
        if label not in values:
            raise LinesRefused(
                f"“{label}” is not among the answers above. Copy the line as it stands there."
            )
    return [values[label] for label in named]


def _option(value: str, label: str, points: float | None) -> Json:
    return {"value": value, "label": label} | ({} if points is None else {"score": points})


def _pairs(known: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    return [(one["value"], one["label"]) for one in known]


def _split(line: str) -> tuple[str, float | None]:
    found = _POINTS.match(line)
    if found is None:
        return line, None
    points = float(found[2].replace(",", "."))
    return found[1], int(points) if points.is_integer() else points


def _core_and_nuances(line: str) -> tuple[str, list[str]]:
    core, _, rest = line.partition(":")
    words = [word.strip() for word in rest.split(",") if word.strip()]
    if not core.strip() or not words:
        raise LinesRefused(
            f"“{line}” needs a core feeling, a colon, and its nuances: Angry: annoyed, furious."
        )
    return core.strip(), words


def _checked(labels: Sequence[str]) -> list[str]:
    double = next((label for label, count in Counter(labels).items() if count > 1), None)
    if double is not None:
        raise LinesRefused(f"“{double}” stands twice. Change or remove one of the lines.")
    long = next((label for label in labels if len(label) > _LONGEST), None)
    if long is not None:
        raise LinesRefused(f"“{long[:40]}…” is too long. Keep a line to {_LONGEST} characters.")
    return list(labels)
