"""What charts made of labelled rows share: the label column, the key on top and the track of a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from practice.reports.charts.frame import BODY, SMALL
from practice.reports.charts.lettering import shorten, width_of, wrap
from practice.reports.charts.palette import Palette, marker
from practice.reports.charts.spec import Side
from practice.reports.charts.svg import text

# Below this width keys and end words start at the edge: over the tracks they would not fit.
NARROW = 480


def key_start(left: float, width: float) -> float:
    """Return where keys over the tracks begin: at the tracks, or at the edge on a phone."""
    return left if width >= NARROW else 0.0


def label_room(labels: Iterable[str], width: float, share: float = 0.36) -> float:
    """Return how wide the label column must be, never more than ``share`` of the drawing."""
    return min(max((width_of(label, BODY) for label in labels), default=0.0) + 4, width * share)


def label(
    words: str, y: float, room: float, palette: Palette, *, weight: int | None = None
) -> Iterator[str]:
    """Yield a row's label in at most two lines, centred on ``y``."""
    parts = wrap(words, room, BODY)
    for row, part in enumerate(parts):
        offset = 4.5 + (row - (len(parts) - 1) / 2) * 15
        yield text(0, y + offset, part, fill=palette.ink, size=BODY, weight=weight)


def partner_key(
    partners: Sequence[tuple[Side, str]], x: float, y: float, room: float, palette: Palette
) -> Iterator[str]:
    """Yield each partner's mark and name on one line."""
    each = room / max(len(partners), 1)
    for side, name in partners:
        colour = palette.of(side)
        words = shorten(name, each - 30, BODY)
        yield marker(side, x + 5, y - 4.5, colour=colour)
        yield text(x + 15, y, words, fill=colour, size=BODY, weight=600)
        x += width_of(words, BODY) + 38


def end_words(
    low: str, high: str, left: float, right: float, y: float, palette: Palette
) -> Iterator[str]:
    """Yield what the two ends of a scale mean, under its ends."""
    room = (right - left) / 2 - 8
    if low:
        yield text(left, y, shorten(low, room, SMALL), fill=palette.muted, size=SMALL)
    if high:
        yield text(
            right, y, shorten(high, room, SMALL), fill=palette.muted, size=SMALL, anchor="end"
        )
