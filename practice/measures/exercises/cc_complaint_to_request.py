"""From complaint to request: how many became requests, and how many planned talks took place (Carrere & Gottman 1999)."""

from __future__ import annotations

from collections.abc import Sequence

from practice.measures.exercises.answers import choice, lines, text
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.parts import rate
from practice.measures.exercises.scales import Scale, figure

MOST_LINES = 5
_HAPPENED = {"badly", "mixed", "well"}


def score_own(answers: Answers) -> Figures:
    """Conversion count: lines in which a complaint was turned into a do-able request, 0 to 5."""
    written = lines(answers, "rows")[:MOST_LINES]
    if not written:
        return ()
    count = sum(text(line, "request") is not None for line in written)
    words = f"{count} of {len(written)} became a request that can be done."
    scale = Scale(0, MOST_LINES, "requests", "higher_better")
    return (
        figure("conversions", "Complaints turned into requests", count, words, scale, {"rows"}),
    )


def score_series(entries: Sequence[Entry]) -> Figures:
    """Follow-through = talks that took place (a result other than "not yet") of those with a planned date, in per cent."""
    planned = [one.answers for one in entries if text(one.answers, "when") is not None]
    happened = sum(choice(answers, "result") in _HAPPENED for answers in planned)
    label = "Planned talks that took place"
    return rate("follow_through", label, happened, len(planned), {"when", "result"})


SCORER = Scorer("cc-complaint-to-request", score_own=score_own, score_series=score_series)
