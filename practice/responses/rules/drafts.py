"""When a draft may be written, and what a wording is. A save that names an older revision is never an overwrite."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
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
