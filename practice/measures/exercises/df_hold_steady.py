"""Holding steady: staying kind under the other's worry, and how the worry compares with what came (Bowen 1978; Hardy & Fisher 2018)."""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import choice, number
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.parts import rate
from practice.measures.exercises.scales import Scale, figure
from practice.measures.quantity import points

STEADY = "stayed_and_stayed_kind"


def score_own(answers: Answers) -> Figures:
    """Calibration = expected anxiety - anxiety that came, -10 to 10; above 0 it was easier than feared."""
    expected, came = number(answers, "anx", 0, 10), number(answers, "anx_real", 0, 10)
    if expected is None or came is None:
        return ()
    eased = expected - came
    if eased == 0:
        words = "It was as hard as expected."
    else:
        words = f"It was {points(abs(eased))} {'easier' if eased > 0 else 'harder'} than expected."
    scale = Scale(-10, 10, "points")
    label = "Expected and real anxiety"
    return (figure("calibration", label, eased, words, scale, {"anx", "anx_real"}),)


def score_series(entries: Sequence[Entry]) -> Figures:
    """Steady rate = % of the entries that say what happened in which one stayed, and stayed kind."""
    happened = [one for one in (choice(e.answers, "happened") for e in entries) if one]
    label = "Stayed, and stayed kind"
    return rate("steady_rate", label, happened.count(STEADY), len(happened), {"happened"})


SCORER = Scorer("df-hold-steady", score_own=score_own, score_series=score_series)
