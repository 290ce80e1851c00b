"""Worth and support: belief in a kind sentence, care for oneself, and people to turn to (Neff 2003; Cohen & Sherman 2014)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from practice.measures.exercises.answers import choice, lines, number
from practice.measures.exercises.figure import Alert, Answers, Entry, Figures, Scorer
from practice.measures.exercises.over_time import course
from practice.measures.exercises.parts import rate
from practice.measures.exercises.scales import GOOD, Scale, figure

DAYS = 7
MOST_PEOPLE = 8
ALONE_FROM = 8


def score_own(answers: Answers) -> Figures:
    """Care completion = days done / days planned in per cent (a line counts at most as planned); support count, 0 to 8."""
    return (*_care(answers), *_support(answers))


def score_series(entries: Sequence[Entry]) -> Figures:
    """Belief in the sentence: the newest minus the first."""
    return course(
        entries,
        lambda one: number(one, "believe", 0, 10),
        "belief",
        "Belief in the kind sentence",
        GOOD,
        {"believe"},
    )


def alerts(answers: Answers, _previous: Answers | None) -> tuple[Alert, ...]:
    """A prompt for the clinician: alone 8 or more, with nobody named who is safe to contact."""
    alone = number(answers, "alone", 0, 10)
    if alone is None or alone < ALONE_FROM or _safe(answers):
        return ()
    words = f"Feels alone: {alone:g} of 10, and names nobody safe to contact."
    return (Alert("alone", "high", words),)


def _care(answers: Answers) -> Figures:
    days = [pair for pair in map(_days, lines(answers, "care")) if pair is not None]
    done = sum(min(done, planned) for planned, done in days)
    planned = sum(planned for planned, _ in days)
    return rate("care", "Planned care that was done", done, planned, {"care"})


def _days(line: Mapping[str, object]) -> tuple[float, float] | None:
    planned, done = number(line, "planned", 0, DAYS), number(line, "done", 0, DAYS)
    return None if planned is None or done is None else (planned, done)


def _support(answers: Answers) -> Figures:
    if not lines(answers, "people"):
        return ()
    safe = _safe(answers)
    people = "person" if safe == 1 else "people"
    return (
        figure(
            "support",
            "People who are safe to contact",
            safe,
            f"{safe} {people} named as safe to contact.",
            Scale(0, MOST_PEOPLE, "people", "higher_better"),
            {"people"},
        ),
    )


def _safe(answers: Answers) -> int:
    named = lines(answers, "people")[:MOST_PEOPLE]
    return sum(choice(line, "safe") == "yes" for line in named)


SCORER = Scorer(
    "hb-worth-and-support", score_own=score_own, score_series=score_series, alerts=alerts
)
