"""Audit events as lines of a table: ids are shortened, and nothing of a record's content can be in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from practice.audit.models import AuditEvent
from practice.audit.queries import Verdict


@dataclass(frozen=True)
class Line:
    """One event."""

    number: int
    at: datetime
    who: str
    action: str
    outcome: str
    couple: str
    subject: str
    detail: str


def line(event: AuditEvent, names: Mapping[UUID, str]) -> Line:
    """Put one event into words."""
    return Line(
        number=event.number,
        at=event.at,
        who=names.get(event.actor, "Account removed") if event.actor else "Nobody signed in",
        action=event.action[:1].upper() + event.action[1:],
        outcome=event.outcome,
        couple=_short(event.couple),
        subject=_short(event.subject),
        detail=", ".join(
            f"{key.replace('_', ' ')}: {_plain(v)}" for key, v in event.detail.items()
        ),
    )


def _short(value: UUID | None) -> str:
    """The first eight figures of an id are enough to tell events of one record from another's."""
    return str(value)[:8] if value else ""


def _plain(value: Any) -> str:
    return {True: "yes", False: "no", None: "none"}.get(value, str(value)[:40])


def verdict_words(verdict: Verdict) -> str:
    """Say what the check of the chain found."""
    if verdict.whole and verdict.since > 1:
        checked = verdict.events - verdict.since + 1
        return f"The newest {checked:,} events are whole and fit the end of the chain."
    if verdict.whole:
        return f"The chain is whole: {verdict.events:,} events, none changed or missing."
    return f"The chain is broken at event {verdict.broken_at}: {verdict.reason}."
