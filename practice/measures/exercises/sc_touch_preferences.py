"""Touch and closeness preferences: what both welcome. For the clinician alone, who picks a short list from it.

If every match were shown, whoever said yes to everything could work out a refusal from a missing line
(McCarthy & Oppliger 2019).
"""

from __future__ import annotations

from collections.abc import Mapping

from practice.measures.exercises.figure import Answers, Figures, Scorer
from practice.measures.exercises.parts import named
from practice.measures.exercises.scales import Scale, figure
from practice.measures.quantity import rounded, written

ROWS = (
    "sitting_close",
    "holding_hands",
    "long_hug",
    "back_or_foot_rub_clothed",
    "brief_kiss",
    "longer_kiss",
    "cuddling_in_bed",
    "cuddling_undressed",
    "sensual_touch_without_a_goal",
    "sexual_touch_as_i_define_it",
    "intercourse_or_penetration_if_relevant",
    "trying_something_new",
)
WELCOME = frozenset({"yes_please", "yes_sometimes", "maybe_ask_me"})
_INPUTS = {"prefs"}


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """Matched = rows that both welcome; overlap = matched / rows that either welcomes, 0 to 1."""
    a, b = _welcomed(a_answers), _welcomed(b_answers)
    if a is None or b is None:
        return ()
    matched = tuple(row for row in ROWS if row in a and row in b)
    names = ", ".join(map(named, matched))
    made = figure(
        "matched",
        "Welcome to both",
        len(matched),
        f"Welcome to both: {names or 'nothing yet'}.",
        Scale(0, len(ROWS), f"of {len(ROWS)}"),
        _INPUTS,
        privacy="clinician",
        subject="couple",
        sexual=True,
        rows=matched,
    )
    return (made, *_overlap(len(matched), len(a | b)))


def _overlap(matched: int, either: int) -> Figures:
    if either == 0:
        return ()
    value = rounded(matched / either, 3)
    words = f"Of what either welcomes, both welcome {written(value * 100)} %."
    return (
        figure(
            "overlap",
            "Overlap of what is welcome",
            value,
            words,
            Scale(0, 1, None),
            _INPUTS,
            privacy="clinician",
            subject="couple",
            sexual=True,
        ),
    )


def _welcomed(answers: Answers) -> frozenset[str] | None:
    """The rows a person welcomes; None if they answered no row."""
    given = answers.get("prefs")
    if not isinstance(given, Mapping) or not any(given.get(row) for row in ROWS):
        return None
    return frozenset(row for row in ROWS if given.get(row) in WELCOME)


SCORER = Scorer("sc-touch-preferences", score_pair=score_pair)
