"""The couple's status in words, for the care team alone (clinical workflow D3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from practice.caseload.models import Clearance, Status

STATUS_WORDS = {
    Status.PENDING.value: "Pending",
    Status.CLEARED.value: "Cleared for shared work",
    Status.CLARIFY.value: "Clarify with each alone first",
    Status.INDIVIDUAL_ONLY.value: "Individual work only",
    Status.URGENT.value: "Urgent",
}
STATUS_NOTES = {
    Status.PENDING.value: "Nothing shared opens. This is how every case starts.",
    Status.CLEARED.value: "Shared tasks can be assigned, and comparisons can be released.",
    Status.CLARIFY.value: "Speak with each partner alone. Nothing new opens for both.",
    Status.INDIVIDUAL_ONLY.value: "Individual tasks and sessions only. Nothing new opens for both.",
    Status.URGENT.value: "Contact by the safe route today. Nothing new opens for both.",
}


@dataclass(frozen=True)
class Decision:
    """One dated decision."""

    words: str
    rationale: str
    at: datetime
    by: str


def decisions(rows: list[Clearance], names: dict[UUID, str]) -> list[Decision]:
    """Put the history of decisions into words, newest first."""
    return [
        Decision(
            STATUS_WORDS[row.decision["status"]],
            row.decision["rationale"],
            row.made_at,
            names.get(row.made_by, "A former colleague"),
        )
        for row in rows
    ]
