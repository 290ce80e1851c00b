"""Reach or retreat: what one does when closeness feels unsure (Mikulincer & Shaver 2016). Never an attachment category."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from practice.measures.exercises.answers import rows
from practice.measures.exercises.figure import Answers, Figures, Scorer
from practice.measures.exercises.scales import Scale, figure
from practice.measures.quantity import rounded, written

REACH = (
    "check_where_we_stand",
    "ask_for_reassurance",
    "get_upset_quickly",
    "find_it_hard_to_focus_on_anything_else",
)
RETREAT = (
    "keep_it_to_myself",
    "get_busy",
    "feel_crowded_by_comfort",
    "tell_myself_i_do_not_need_anyone",
)
_SCALE = Scale(0, 6, "points")


def score_own(answers: Answers) -> Figures:
    """Reach and retreat, each the mean of its four rows, 0 to 6; a row left out gives no mean."""
    return (
        *_mean(answers, "reach", "Reaching", REACH),
        *_mean(answers, "retreat", "Retreating", RETREAT),
    )


def _mean(answers: Answers, key: str, label: str, names: Sequence[str]) -> Figures:
    moves = rows(answers, "moves", names, 0, 6)
    if len(moves) < len(names):
        return ()
    mean = rounded(float(fmean(moves.values())), 2)
    words = f"{label}: {written(mean)} on a scale from 0, never, to 6, always."
    return (figure(key, label, mean, words, _SCALE, {"moves"}),)


SCORER = Scorer("af-reach-or-retreat", score_own=score_own)
