"""Hurt and repair: where each hurt went, and how many steps of repair were kept (Makinen & Johnson 2006).

Forgiveness is never required, and nothing here measures it.
"""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import choice, lines, number, text
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.over_time import course
from practice.measures.exercises.parts import rate, yes_or_partly
from practice.measures.exercises.scales import HEAVY


def score_own(answers: Answers) -> Figures:
    """Repair steps kept = (yes + 0.5 x partly) / steps with an answer other than pending, in per cent."""
    kept, due = yes_or_partly(choice(line, "kept") for line in lines(answers, "repair"))
    return rate("kept", "Steps of repair kept", kept, due, {"repair"}, privacy="joint")


def score_series(entries: Sequence[Entry]) -> Figures:
    """For each hurt that stands on two entries under the same words, the newest "still hurts" minus the first."""
    names = dict.fromkeys(
        name
        for one in entries
        for line in lines(one.answers, "hurts")
        if (name := text(line, "what"))
    )
    return (
        *(figure for place, name in enumerate(names) for figure in _course(entries, place, name)),
        *course(entries, _now, "hurt_now", "Hurt now", HEAVY, {"hurt_now"}),
    )


def _course(entries: Sequence[Entry], place: int, name: str) -> Figures:
    def still_hurts(answers: Answers) -> float | None:
        found = (line for line in lines(answers, "hurts") if text(line, "what") == name)
        return next((number(line, "still_hurts", 0, 10) for line in found), None)

    return course(
        entries, still_hurts, f"hurt.{place + 1}", f"Still hurts: {name}", HEAVY, {"hurts"}
    )


def _now(answers: Answers) -> float | None:
    return number(answers, "hurt_now", 0, 10)


SCORER = Scorer("hb-hurt-and-repair", score_own=score_own, score_series=score_series)
