"""My boundaries: how many agreements there are and how many are kept at the review (Fife & Weeks 2010).

``fear`` raises a private alert, holds a release back, and takes part in no figure.
"""

from __future__ import annotations

from practice.measures.exercises.answers import choice, lines, text
from practice.measures.exercises.figure import Answers, Figures, Scorer
from practice.measures.exercises.parts import rate, yes_or_partly
from practice.measures.exercises.scales import Scale, figure

MOST = 8
_INPUTS = {"agreements"}


def score_own(answers: Answers) -> Figures:
    """Agreement count, 0 to 8, and kept = (yes + 0.5 x partly) / those with an answer other than pending, in per cent."""
    agreed = [x for x in lines(answers, "agreements")[:MOST] if text(x, "agreement") is not None]
    if not agreed:
        return ()
    noun = "agreement" if len(agreed) == 1 else "agreements"
    count = figure(
        "agreements",
        "Agreements",
        len(agreed),
        f"{len(agreed)} {noun} on this form.",
        Scale(0, MOST, "agreements"),
        _INPUTS,
        privacy="joint",
    )
    kept, due = yes_or_partly(choice(line, "kept") for line in agreed)
    return (count, *rate("kept", "Agreements kept", kept, due, _INPUTS, privacy="joint"))


SCORER = Scorer("hb-boundaries", score_own=score_own)
