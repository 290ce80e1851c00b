"""When a draft may be written, and what a wording is. A save that names an older revision is never an overwrite."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

# How long one person holds a form of both after a save; renewed by the next.
HOLD = timedelta(minutes=2)


class Conflict(Exception):
    """The draft was changed elsewhere since the page was opened; both texts are kept."""


class HeldElsewhere(Exception):
    """A form of both is being written in another place."""


class Stale(Exception):
    """What is to be sent or signed is no longer what the person looked at."""


class NotReady(ValueError):
    """Something is missing before this can be done; the message is for the person who asked."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Which page writes: a mark made anew each time a page is opened, and how many changes it has sent so far.

    A reply may be lost on its way, and requests may overtake one another. By the mark a page that tries again is not taken for
    another place that wrote; by the turn nothing older is written over something newer of the same page.
    """

    mark: str
    turn: int


@dataclass(frozen=True, slots=True)
class LastWriter:
    """Who saved last, with which turn, and the revision before the first of its saves in a row."""

    mark: str
    turn: int
    since: int

    @classmethod
    def read(cls, kept: Mapping[str, Any] | None) -> LastWriter | None:
        """Return what is kept with a draft."""
        return cls(**kept) if kept else None

    def as_json(self) -> dict[str, Any]:
        """Return it as it is kept with a draft."""
        return asdict(self)


class Verdict(Enum):
    """What becomes of a save."""

    SAVE = "save"
    LATE = "late"
    CONFLICT = "conflict"


def verdict(now: int, last: LastWriter | None, revision: int, writer: Writer | None) -> Verdict:
    """Return what becomes of a save that names ``revision`` while the draft stands at ``now``.

    It is saved if nobody else saved since; it is late if the same page already had something newer saved.
    """
    if last is not None and writer is not None and writer.mark == last.mark:
        if writer.turn <= last.turn:
            return Verdict.LATE
        if last.since <= revision <= now:
            return Verdict.SAVE
    return Verdict.SAVE if revision == now else Verdict.CONFLICT


def next_writer(now: int, last: LastWriter | None, writer: Writer | None) -> LastWriter | None:
    """Return who saved last after a save by ``writer`` onto the revision ``now``."""
    if writer is None:
        return None
    goes_on = last is not None and last.mark == writer.mark
    return LastWriter(writer.mark, writer.turn, last.since if goes_on and last else now)


def is_held_elsewhere(
    held_by: bytes | None, held_until: datetime | None, holder: bytes, now: datetime
) -> bool:
    """Return whether somebody else (or the same person elsewhere) is writing now."""
    if held_by is None or held_until is None or held_until <= now:
        return False
    return held_by != holder


def wording_of(version_id: UUID, occurrence: str, answers: Mapping[str, Any]) -> str:
    """Return the digest (SHA-256, hexadecimal) of one wording of a form of both: any change makes a new one."""
    plain = json.dumps(
        [str(version_id), occurrence, answers],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(plain.encode()).hexdigest()
