"""Touch in steps: how nerves ease, and when the clinician may think of the next step (Weiner & Avery-Clark 2017).

The advance rule only suggests; the clinician confirms. A stop that was not respected raises a private alert, and nothing is
suggested as long as it is among the entries looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import choice, number
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.over_time import shift
from practice.measures.exercises.scales import WORDS, figure

RUNNING = 2
PRESENT_FROM = 6
PRESSED_TO = 3
NOT_RESPECTED = "yes_not_respected"
_NERVES = {"anx_before", "anx_after"}
_ADVANCE = {"step", "presence", "pressure", "stop"}


def score_own(answers: Answers) -> Figures:
    """Nerves drop = before - after, -10 to 10."""
    before, after = number(answers, "anx_before", 0, 10), number(answers, "anx_after", 0, 10)
    label = "Nerves before and after"
    return shift(before, after, "nerves_drop", label, "Nervousness", _NERVES, sexual=True)


def score_pair_series(a: Sequence[Entry], b: Sequence[Entry]) -> Figures:
    """Whether both were present (6 or more) and unpressed (3 or less) twice running at the step both are on."""
    last_a, last_b = _last(a), _last(b)
    if len(last_a) < RUNNING or len(last_b) < RUNNING:
        return ()
    steps = {choice(answers, "step") for answers in (*last_a, *last_b)}
    if len(steps) != 1 or None in steps:
        return ()
    advance = all(_went_well(answers) for answers in (*last_a, *last_b))
    words = (
        "Both were present and unpressed twice running at this step. A next step may fit; you decide."
        if advance
        else "Stay with this step for now: not both were present and unpressed twice running."
    )
    return (
        figure(
            "advance",
            "Next step",
            "may advance" if advance else "stay",
            words,
            WORDS,
            _ADVANCE,
            privacy="clinician",
            subject="couple",
            sexual=True,
        ),
    )


def _last(entries: Sequence[Entry]) -> list[Answers]:
    return [one.answers for one in sorted(entries, key=lambda one: one.on)[-RUNNING:]]


def _went_well(answers: Answers) -> bool:
    presence, pressure = number(answers, "presence", 0, 10), number(answers, "pressure", 0, 10)
    if presence is None or pressure is None or choice(answers, "stop") == NOT_RESPECTED:
        return False
    return presence >= PRESENT_FROM and pressure <= PRESSED_TO


SCORER = Scorer("sc-touch-steps", score_own=score_own, score_pair_series=score_pair_series)
