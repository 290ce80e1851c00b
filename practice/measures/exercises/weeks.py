"""Entries by calendar week (Monday to Sunday), so that both partners' weeks are the same seven days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from practice.measures.exercises.figure import Entry


def week_of(day: date) -> str:
    """The ISO week of a day, as "2026-W03"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def by_week(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The entries of each week, weeks and entries in order of time."""
    weeks: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: one.on):
        weeks.setdefault(week_of(entry.on), []).append(entry)
    return weeks
