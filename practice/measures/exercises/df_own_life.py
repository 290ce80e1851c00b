"""A life of my own: how far one stands on one's own feet (Skowron & Friedlander 1998; Fischer et al. 1991).

``stopped`` raises a private alert and takes part in no figure: imposed isolation is a safety matter.
"""

from __future__ import annotations

from statistics import fmean

from practice.measures.exercises.answers import rows
from practice.measures.exercises.figure import Answers, Figures, Scorer
from practice.measures.exercises.parts import of_hundred
from practice.measures.exercises.scales import INDEX_GOOD, Scale, figure
from practice.measures.quantity import rounded, written

LEAN = (
    "i_drop_my_plans_when_my_partner_s_mood_changes",
    "i_feel_responsible_for_fixing_their_feelings",
    "i_hide_my_needs_to_keep_the_peace",
    "being_apart_feels_unbearable",
    "i_decide_things_without_knowing_what_i_want",
    "my_worth_depends_on_how_they_treat_me",
)
_INPUTS = {"lean"}


def score_own(answers: Answers) -> Figures:
    """Mean of the answered rows (0 to 4), and autonomy = 100 - mean x 25 (0 to 100)."""
    lean = rows(answers, "lean", LEAN, 0, 4)
    if not lean:
        return ()
    mean = rounded(float(fmean(lean.values())), 2)
    autonomy = rounded(100 - of_hundred(lean.values()), 1)
    return (
        figure(
            "lean",
            "Leaning on the other",
            mean,
            f"Leaning on the other is {written(mean)} on a scale from 0 to 4.",
            Scale(0, 4, "points", "lower_better"),
            _INPUTS,
        ),
        figure(
            "autonomy",
            "Standing on my own feet",
            autonomy,
            f"Standing on one's own feet: {written(autonomy)} of 100.",
            INDEX_GOOD,
            _INPUTS,
        ),
    )


SCORER = Scorer("df-own-life", score_own=score_own)
