"""Why a couple needs its clinician, in words: the one place where a kind of attention item becomes a sentence.

Every private item reads alike and names nobody (clinical workflow D10), so that a glance at the list tells nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from practice.caseload.forms import CAN_BE_TICKED_OFF


class ItemLike(Protocol):
    """What this needs of an attention item."""

    @property
    def reason(self) -> Any:
        """The sealed reason; ``kind`` says which."""


@dataclass(frozen=True)
class Kind:
    """One kind: its words for one item and for several, and the page where it is seen to."""

    one: str
    several: str = ""
    endpoint: str = "desk.couple"


KINDS = {
    # Seen to where it is read, so that nobody ticks it off unread.
    "private": Kind("A private item to read", "", "safety.record"),
    "submission": Kind("1 submission to read", "{n} submissions to read", "responses.overview"),
    "agreements": Kind("Agreements to look at", "", "caseload.record"),
    "rescreen": Kind("Re-screen due", "", "caseload.status"),
    "clearance": Kind("Waiting for your review", "", "caseload.status"),
    "overdue": Kind("Homework overdue", "", "responses.overview"),
    "no_baseline": Kind("No baseline yet", "", "course.overview"),
    "dip": Kind("A dip in the weekly check-in", "", "course.overview"),
    "deterioration": Kind("A reliable worsening on a measure", "", "course.overview"),
    "diverging": Kind("The two are moving apart on a measure", "", "course.overview"),
    "joint": Kind("An agreement to confirm", "{n} agreements to confirm", "responses.overview"),
}
UNKNOWN = Kind("Something to look at", "")


@dataclass(frozen=True)
class Reason:
    """One line on the caseload or the overview."""

    kind: str
    words: str
    endpoint: str
    can_be_ticked_off: bool


def reasons(items: Sequence[ItemLike], *, strict: bool) -> list[Reason]:
    """Return one reason a kind, in the order of the items (heaviest first).

    Raises :class:`KeyError` for a kind nobody gave words to when ``strict`` (tests); else it is "Something to look at".
    """
    counts: dict[str, int] = {}
    for item in items:
        counts[item.reason["kind"]] = counts.get(item.reason["kind"], 0) + 1
    return [_reason(name, n, strict=strict) for name, n in counts.items()]


def _reason(name: str, n: int, *, strict: bool) -> Reason:
    kind = KINDS[name] if strict else KINDS.get(name, UNKNOWN)
    words = kind.several.format(n=n) if n > 1 and kind.several else kind.one
    return Reason(name, words, kind.endpoint, name in CAN_BE_TICKED_OFF)
