"""Reaching from the softer place: the clinician's readiness rating (Moser et al. 2018)."""

from __future__ import annotations

from practice.measures.exercises.answers import rows
from practice.measures.exercises.figure import Answers, Figure, Figures, Scorer

READINESS_ROWS = ("blaming_partner_softened", "other_partner_engaged", "risk_of_rebuff")
OPENS_AT = 4
_INPUTS = frozenset({"readiness"})


def score_own(answers: Answers) -> Figures:
    """Readiness total 0 to 6 from three ratings of 0 to 2, and whether the exercise may be opened (4 or more).

    Each rating counts towards readiness, so 2 under "risk of rebuff" means that the risk is low.
    """
    ratings = rows(answers, "readiness", READINESS_ROWS, 0, 2)
    if len(ratings) < len(READINESS_ROWS):
        return (_ready("not_ready", "All three ratings are needed before this can be opened."),)
    total = sum(ratings.values())
    if total >= OPENS_AT:
        gate = _ready("ready", f"Readiness is {total:g} of 6: this can be opened.")
    else:
        gate = _ready("not_ready", f"Readiness is {total:g} of 6; it opens at {OPENS_AT}.")
    return (_total(total), gate)


def _total(total: float) -> Figure:
    return Figure(
        key="readiness_total",
        label="Readiness",
        value=total,
        unit="points",
        low=0,
        high=6,
        direction="higher_better",
        words=f"Readiness is {total:g} of 6.",
        inputs=_INPUTS,
        privacy="clinician",
    )


def _ready(value: str, words: str) -> Figure:
    return Figure(
        key="opens",
        label="Can be opened",
        value=value,
        unit=None,
        low=None,
        high=None,
        direction="neutral",
        words=words,
        inputs=_INPUTS,
        privacy="clinician",
    )


SCORER = Scorer("cc-softer-reach", score_own=score_own)
