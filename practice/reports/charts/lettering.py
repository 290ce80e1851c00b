"""Room for words: estimated text widths, shortening, wrapping, and labels kept apart.

Widths are the advance widths of Source Sans 3 Regular in 1/1000 em. On a web page an SVG image falls back to a
system font that runs up to a tenth wider, so every estimate carries that margin.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from datetime import date

_FIRST = 32
# Characters 32 to 126, measured from the font file.
_ADVANCES = (
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350,
    497, 497, 497, 497, 497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425,
    847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727, 647, 664,
    566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500,
    542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542,
    555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
)  # fmt: skip
_OTHER = 560
_WIDE = 1000
_SAFETY = 1.1
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _advance(character: str) -> int:
    place = ord(character) - _FIRST
    if 0 <= place < len(_ADVANCES):
        return _ADVANCES[place]
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER


def width_of(words: str, size: float = 13) -> float:
    """Return the room that ``words`` may take at ``size``, in drawing units."""
    return sum(map(_advance, words)) * size * _SAFETY / 1000


def shorten(words: str, room: float, size: float = 13) -> str:
    """Return ``words``, cut with an ellipsis where they would be wider than ``room``."""
    if width_of(words, size) <= room:
        return words
    kept = words
    while kept and width_of(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def wrap(words: str, room: float, size: float = 13, lines: int = 2) -> list[str]:
    """Return ``words`` broken at spaces into at most ``lines`` lines, the last one shortened."""
    done: list[str] = []
    rest = words.split()
    while rest and len(done) < lines - 1:
        count = 1
        while count < len(rest) and width_of(" ".join(rest[: count + 1]), size) <= room:
            count += 1
        done.append(shorten(" ".join(rest[:count]), room, size))
        rest = rest[count:]
    if rest:
        done.append(shorten(" ".join(rest), room, size))
    return done or [""]


def spread(centres: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return ``centres`` moved as little as needed to stand ``gap`` apart between ``low`` and ``high``."""
    if not centres:
        return []
    order = sorted(range(len(centres)), key=lambda index: (centres[index], index))
    gap = min(gap, (high - low) / max(len(centres) - 1, 1))
    placed = [min(max(centres[index], low), high) for index in order]
    for above, index in enumerate(range(1, len(placed))):
        placed[index] = max(placed[index], placed[above] + gap)
    placed[-1] = min(placed[-1], high)
    for index in range(len(placed) - 2, -1, -1):
        placed[index] = min(placed[index], placed[index + 1] - gap)
    result = [0.0] * len(centres)
    for position, index in zip(placed, order, strict=True):
        result[index] = position
    return result


def number(value: int | float | None) -> str:
    """Return a value as read by people: at most two decimals, a real minus sign, a dash for none."""
    if value is None or not math.isfinite(value):
        return "–"
    held = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if held == "-0" else held.replace("-", "−")


def signed(value: int | float | None) -> str:
    """Return a value with its sign, as goal levels and differences are written."""
    plain = number(value)
    return f"+{plain}" if value is not None and math.isfinite(value) and value > 0 else plain


def short_date(day: date, *, year: bool = False) -> str:
    """Return '12 Jan' or '12 Jan 2026'."""
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")
