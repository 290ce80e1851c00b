"""A course that both agreed to share, as it was frozen when the clinician opened it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from practice.caseload.queries import Case
from practice.outcomes.models import SharedMeasure

NOT_A_DIAGNOSIS = "Results of a questionnaire are a screening, not a diagnosis."


@dataclass(frozen=True, slots=True)
class Points:
    """One person's results over time, or one goal's levels, and what became of them in words."""

    side: str
    name: str
    rows: tuple[tuple[date, str], ...]
    change: str


@dataclass(frozen=True, slots=True)
class CourseView:
    """The whole page: what was measured, how to read it, and the results."""

    title: str
    how_to_read: str
    points: tuple[Points, ...]
    summary: str
    note: str


def course_view(case: Case, row: SharedMeasure) -> CourseView:
    """Return a shared course in words and figures; nothing is computed anew."""
    kept: Mapping[str, Any] = row.content
    is_goals = "goals" in kept
    return CourseView(
        title=kept["name"],
        how_to_read=_how_to_read(kept),
        points=_goals(kept) if is_goals else _series(case, kept),
        summary=_sentence(kept["couple_line"]) if kept.get("couple_line") else "",
        note="" if is_goals else NOT_A_DIAGNOSIS,
    )


def _how_to_read(kept: Mapping[str, Any]) -> str:
    words = f"From {_number(kept['low'])} to {_number(kept['high'])}: {kept['direction']}."
    cut_off = kept["cut_off"]
    return f"{words} {_sentence(cut_off['words'])}" if cut_off else words


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _series(case: Case, kept: Mapping[str, Any]) -> tuple[Points, ...]:
    return tuple(
        Points(
            side,
            case.partners[side].first_name,
            tuple((date.fromisoformat(p["on"]), _number(p["total"])) for p in kept["series"][side]),
            kept["changes"].get(side, {}).get("words", ""),
        )
        for side in ("a", "b")
    )


def _goals(kept: Mapping[str, Any]) -> tuple[Points, ...]:
    days = [date.fromisoformat(day) for day in kept["dates"]]
    return tuple(
        Points("", goal["text"], tuple(zip(days, map(_level, goal["levels"]), strict=True)), "")
        for goal in kept["goals"]
    )


def _level(level: float | None) -> str:
    return "" if level is None else f"{level:+g}".replace("-", "−") if level else "0"


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "\N{MINUS SIGN}")
