"""The small language the catalogue's options are written in: lists, ranges, scales and limits.

``a | b | c`` is a list to choose from; ``0 very hard - 4 very easy`` a scale with words at its ends;
``plus "skip"`` adds answers that are no score; ``(reverse)`` marks a line that is scored the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

Option = dict[str, Any]

MINUS = "\N{MINUS SIGN}"
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"[+-]?[0-9]+")
_RANGE = re.compile(
    r"(?:scale )?(?P<low>-?[0-9]+)(?P<low_words> [^-]+?)?(?: - |-)(?P<high>\+?[0-9]+)(?P<high_words> .+)?"
)
_PLUS = re.compile(r",? plus (?P<extra>.+)")
_REVERSE = " (reverse)"
_DECLINES = {"rather not say"}


def value_of(words: str) -> str:
    """Return the value that is stored for these words ("not yet" is kept as "not_yet")."""
    return _NOT_ALPHANUMERIC.sub("_", words.lower()).strip("_")


def label_of(words: str) -> str:
    """Return words as they are shown: with a capital at the start."""
    return words[:1].upper() + words[1:]


def option(words: str) -> Option:
    """Return one answer to choose."""
    found: Option = {"value": value_of(words), "label": label_of(words)}
    return {**found, "declines": True} if words in _DECLINES else found


def options(prose: str) -> list[Option]:
    """Return the answers of ``a | b | c``; where one is a bare number, they are the points of a scale."""
    listed = [words.strip() for words in prose.split(" | ")]
    if any(_NUMBER.fullmatch(words) for words in listed):
        return [point(words) for words in listed]
    return [option(words) for words in listed]


def point(words: str) -> Option:
    """Return a point of a scale with its words: ``-2 much worse`` is kept as -2."""
    number, _, rest = words.partition(" ")
    made = _point(int(number), signed=number.startswith("+"))
    return {**made, "label": f"{made['label']}, {rest}"} if rest else made


def rows(prose: str, group: str = "") -> list[dict[str, Any]]:
    """Return the lines of a matrix or of a fixed table, from ``a | b (reverse)``."""
    return [_row(words.strip(), group) for words in prose.split(" | ")]


def _row(words: str, group: str) -> dict[str, Any]:
    name = words.removesuffix(_REVERSE)
    row: dict[str, Any] = {"value": value_of(name), "label": label_of(name)}
    if name != words:
        row["reverse"] = True
    if group:
        row["group"] = group
    return row


def numbers(prose: str) -> tuple[int, int] | None:
    """Return the ends of a range such as ``0-1440``, or of the range at the start of ``0-60, each separately``."""
    found = re.match(r"(-?[0-9]+)-([0-9]+)(?:,|$)", prose)
    return (int(found[1]), int(found[2])) if found else None


def scale(prose: str) -> dict[str, Any] | None:
    """Return the scale of ``scale 0 very hard - 4 very easy, plus "skip"``; None if it is no scale."""
    prose, extra = _split_extra(prose)
    found = _RANGE.fullmatch(prose)
    if found is None:
        return None
    low, high = int(found["low"]), int(found["high"])
    made: dict[str, Any] = {"points": [_point(n, signed=low < 0) for n in range(low, high + 1)]}
    for end in ("low", "high"):
        if words := found[f"{end}_words"]:
            made[end] = label_of(words.strip())
    if extra:
        made["extra"] = extra
    return made


def labelled_range(prose: str) -> list[Option] | None:
    """Return a single choice of ``0 not at all - 4 very``: every number, with its words at the ends."""
    made = None if " | " in prose else scale(prose)
    if made is None:
        return None
    points: list[Option] = made["points"]
    for point, end in ((points[0], "low"), (points[-1], "high")):
        if end in made:
            point["label"] = f"{point['label']}, {made[end].lower()}"
    declining = [{**one, "declines": True} for one in made.get("extra", ())]
    return [*points, *declining]


def quoted(prose: str) -> list[Option]:
    """Return the answers of ``"does not apply" and "rather not say"``."""
    words: Iterable[str] = re.findall(r'"([^"]+)"', prose) or [prose]
    return [{"value": value_of(one), "label": label_of(one)} for one in words]


def _split_extra(prose: str) -> tuple[str, list[Option]]:
    found = _PLUS.search(prose)
    return (prose[: found.start()], quoted(found["extra"])) if found else (prose, [])


def _point(number: int, *, signed: bool) -> Option:
    sign = "" if number == 0 else MINUS if number < 0 else "+" if signed else ""
    return {"value": str(number), "label": f"{sign}{abs(number)}"}
