"""Pure decisions about reports: who one is about, whether it may be compiled, locked and given."""

from __future__ import annotations

from datetime import datetime, timedelta

from practice.reports.building.allow_lists import CONJOINT, INDIVIDUAL, KINDS

WAIT_FOR_WORDS = timedelta(days=7)


class ReportRefused(Exception):
    """The report cannot be had like this; the message is for people."""


def check_kind(kind: str, side: str | None) -> None:
    """Raise :class:`ReportRefused` unless kind and person fit together."""
    if kind not in KINDS:
        raise ReportRefused("There is no such report.")
    if (kind in INDIVIDUAL) != (side in ("a", "b")):
        raise ReportRefused(
            "Choose whose report this is." if kind in INDIVIDUAL else "This report is about both."
        )


def can_be_conjoint(*, cleared: bool, in_force: bool, both_consented: bool) -> bool:
    """Return whether a conjoint report may be compiled: cleared, policy in force, both consents current (D9)."""
    return cleared and in_force and both_consented


def check_lock(
    *, kind: str, locked: bool, unanswered_since: datetime | None, now: datetime
) -> None:
    """Raise :class:`ReportRefused` unless a draft may be locked.

    ``unanswered_since``: when the oldest question for somebody's words was asked that has no answer. After seven days no
    answer means not quoted.
    """
    if locked:
        raise ReportRefused("This report is locked already.")
    if (
        kind in CONJOINT
        and unanswered_since is not None
        and now - unanswered_since < WAIT_FOR_WORDS
    ):
        raise ReportRefused(
            "Both were asked about their words. Lock the report when both have answered, or after seven days."
        )


def recipients(kind: str, side: str | None) -> tuple[str, ...]:
    """Return the partners to whom a report may be given: both for a conjoint one, never anyone for a case file."""
    if kind in CONJOINT:
        return ("a", "b")
    if kind in INDIVIDUAL and side is not None:
        return (side,)
    return ()
