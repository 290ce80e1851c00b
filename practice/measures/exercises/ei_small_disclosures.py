"""Small disclosures: a hint which level of sharing may fit next, and whether sharing goes both ways (Laurenceau et al. 1998).

Sharing is always voluntary: a hint names what may fit and asks for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from practice.measures.exercises.answers import choice, number, text
from practice.measures.exercises.figure import Entry, Figure, Figures, Scorer
from practice.measures.exercises.scales import WORDS, figure

WELL_FROM = 7
BADLY_TO = 3
TIMES_WELL = 2
WEEKS = timedelta(weeks=4)
ONE_SIDED = 3
_HINT = {"level", "received"}


def score_series(entries: Sequence[Entry]) -> Figures:
    """A hint on the newest entry's level: lighter when it was received 3 or less; deeper after 7 or more twice."""
    rated = [
        (level, received)
        for one in sorted(entries, key=lambda one: one.on)
        if (level := choice(one.answers, "level")) is not None
        and (received := number(one.answers, "received", 0, 10)) is not None
    ]
    if not rated:
        return ()
    level, newest = rated[-1]
    well = sum(at == level and received >= WELL_FROM for at, received in rated)
    if newest <= BADLY_TO:
        return (
            _hint("lighter", "This one was not received well. A lighter level may feel better."),
        )
    if well >= TIMES_WELL:
        words = "Sharing at this level was received well. The next level may fit, if it is wished."
        return (_hint("deeper", words),)
    return ()


def score_pair_series(a: Sequence[Entry], b: Sequence[Entry]) -> Figures:
    """Shares of A to shares of B over the newest four weeks; more than 3 to 1 is said. For the clinician alone."""
    if not a or not b:
        return ()
    since = max(one.on for one in (*a, *b)) - WEEKS
    shares_a, shares_b = _shares(a, since), _shares(b, since)
    if shares_a == shares_b == 0:
        return ()
    one_sided = max(shares_a, shares_b) > ONE_SIDED * min(shares_a, shares_b)
    words = f"Shared in four weeks: {shares_a} by the first partner, {shares_b} by the second."
    if one_sided:
        words += " That is more than 3 to 1."
    return (
        figure(
            "reciprocity",
            "Sharing both ways",
            f"{shares_a} : {shares_b}",
            words,
            WORDS,
            {"share"},
            privacy="clinician",
            subject="couple",
        ),
    )


def _hint(value: str, words: str) -> Figure:
    return figure("level_hint", "A level that may fit", value, words, WORDS, _HINT)


def _shares(entries: Sequence[Entry], since: date) -> int:
    return sum(one.on > since and text(one.answers, "share") is not None for one in entries)


SCORER = Scorer(
    "ei-small-disclosures", score_series=score_series, score_pair_series=score_pair_series
)
