"""After an argument: heat, time to come back to each other, and whether a pause was honoured (Salvatore et al. 2011).

The honoured rate is also the log of uses that ``cc-timeout-agreement`` asks for. ``frightened`` raises a private alert
and takes part in no figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from practice.measures.exercises.answers import choice, number
from practice.measures.exercises.figure import Entry, Figures, Scorer
from practice.measures.exercises.over_time import course
from practice.measures.exercises.parts import rate
from practice.measures.exercises.scales import HEAVY, Scale, figure
from practice.measures.quantity import rounded, written

MOST_HOURS = 336
HONOURED = "yes_honoured"
_CALLED = {HONOURED, "yes_not_honoured"}


def score_series(entries: Sequence[Entry]) -> Figures:
    """Where heat went from the first entry to the newest, the median hours to reconnect, pauses honoured in per cent."""
    pauses = [p for p in (choice(e.answers, "pause_used") for e in entries) if p in _CALLED]
    return (
        *course(entries, lambda one: number(one, "heat", 0, 10), "heat", "Heat", HEAVY, {"heat"}),
        *_hours(entries),
        *rate("honoured", "Pauses honoured", pauses.count(HONOURED), len(pauses), {"pause_used"}),
    )


def _hours(entries: Sequence[Entry]) -> Figures:
    given = (number(one.answers, "reconnect_hours", 0, MOST_HOURS) for one in entries)
    hours = [one for one in given if one is not None]
    if not hours:
        return ()
    middle = rounded(float(median(hours)), 1)
    words = f"It usually takes {written(middle)} hours to come back to each other (median)."
    scale = Scale(0, MOST_HOURS, "hours", "lower_better")
    return (figure("hours", "Hours to reconnect", middle, words, scale, {"reconnect_hours"}),)


SCORER = Scorer("cc-after-argument", score_series=score_series)
