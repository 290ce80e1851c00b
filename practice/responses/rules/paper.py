"""Answers that come from paper: what may be entered for somebody else, and how the record says so."""

from __future__ import annotations

from datetime import date
from typing import Any

from practice.responses.rules.drafts import NotReady

PAPER = "paper"


def origin_of_paper(on: date | None, today: date) -> dict[str, Any]:
    """Return what the record says of answers taken from paper that was filled in ``on`` a day.

    Raises :class:`NotReady` without a day, or with one that has not come yet.
    """
    if on is None:
        raise NotReady("Enter the date on the paper.")
    if on > today:
        raise NotReady("The date on the paper is still to come. Enter the day it was filled in.")
    return {"kind": PAPER, "on": on.isoformat()}


def day_on_paper(origin: Any) -> date | None:
    """Return the day on the paper that answers were taken from, or None for what its author wrote here."""
    return date.fromisoformat(origin["on"]) if origin else None
