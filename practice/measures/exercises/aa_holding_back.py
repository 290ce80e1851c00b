"""Holding back: how much is held back lately, told to its author and the clinician alone (Fife & Weeks 2010).

Never a disorder, and never evidence: the last row is about one's own wish. ``reasons`` raises a private alert where safety
is named, and takes part in no figure.
"""

from __future__ import annotations

from practice.measures.exercises.answers import rows
from practice.measures.exercises.figure import Answers, Figures, Scorer
from practice.measures.exercises.parts import of_hundred
from practice.measures.exercises.scales import INDEX_HEAVY, figure
from practice.measures.quantity import written

ROWS = (
    "praise",
    "everyday_touch",
    "good_news",
    "an_apology",
    "attention",
    "interest_in_their_day",
    "my_feelings",
    "closeness_i_would_actually_like",
)


def score_own(answers: Answers) -> Figures:
    """Holding back 0 to 100 = mean of the answered rows x 25."""
    held = rows(answers, "held", ROWS, 0, 4)
    if not held:
        return ()
    value = of_hundred(held.values())
    words = f"Held back lately: {written(value)} of 100."
    return (figure("holding_back", "Holding back", value, words, INDEX_HEAVY, {"held"}),)


SCORER = Scorer("aa-holding-back", score_own=score_own)
