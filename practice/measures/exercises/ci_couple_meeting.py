"""Our meeting: planned meetings that took place, and decisions that were carried out (Markman et al. 2010)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from practice.measures.exercises.answers import choice, lines, text
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.parts import rate

NEAR = timedelta(days=3)
"""A meeting a few days off its date still took place."""

_DECIDED = {"decisions"}


def score_own(answers: Answers) -> Figures:
    """Decisions done, in per cent of those that say yes or not yet."""
    said = [choice(line, "done") for line in lines(answers, "decisions")]
    answered = sum(one in ("yes", "not_yet") for one in said)
    label = "Decisions carried out"
    return rate("done", label, said.count("yes"), answered, _DECIDED, privacy="joint")


def score_series(entries: Sequence[Entry]) -> Figures:
    """Meetings held / planned: dates named as the next one and past by now, with an entry within three days of it."""
    days = [one.on for one in entries]
    named = [day for one in entries if (day := _next(one)) is not None and day <= max(days)]
    held = sum(any(abs(day - on) <= NEAR for on in days) for day in named)
    label = "Planned meetings held"
    return rate("held", label, held, len(named), {"next_time"}, privacy="joint")


def _next(entry: Entry) -> date | None:
    """The date named as the next meeting, if it lies after the entry itself."""
    try:
        day = date.fromisoformat(text(entry.answers, "next_time") or "")
    except ValueError:
        return None
    return day if day > entry.on else None


SCORER = Scorer("ci-couple-meeting", score_own=score_own, score_series=score_series)
