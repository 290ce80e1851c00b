"""Under the first feeling: no score; readiness twice suggests the next step to the clinician (Johnson 2019; Moser et al. 2018)."""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import number
from practice.measures.exercises.figure import Entry, Figures, Scorer
from practice.measures.exercises.scales import WORDS, figure

READY_FROM = 6
ENTRIES = 2
SUGGESTED = "cc-softer-reach"


def score_series(entries: Sequence[Entry]) -> Figures:
    """Suggest ``cc-softer-reach`` to the clinician once readiness was 6 or more on two entries. Nothing opens by it."""
    ratings = (number(one.answers, "ready", 0, 10) for one in entries)
    times = sum(rating is not None and rating >= READY_FROM for rating in ratings)
    if times < ENTRIES:
        return ()
    words = (
        f"Ready to say it gently: {READY_FROM} or more on {times} entries. "
        "Reaching from the softer place may be a next step."
    )
    return (
        figure("suggests", "A next step", SUGGESTED, words, WORDS, {"ready"}, privacy="clinician"),
    )


SCORER = Scorer("er-under-the-anger", score_series=score_series)
