"""Taking an I-position: the quick check, and how anxiety moved while writing (Bowen 1978; Skowron & Schmitt 2003)."""

from __future__ import annotations

from practice.measures.exercises.answers import number, picks
from practice.measures.exercises.figure import Answers, Figure, Figures, Scorer
from practice.measures.quantity import points

CHECKS = ("no_blame_words", "no_demand_to_agree", "owns_my_feeling", "leaves_room_for_theirs")


def score_own(answers: Answers) -> Figures:
    """Check count 0 to 4, and shift = before - after (-10 to 10)."""
    return (*_check_count(answers), *_shift(answers))


def _check_count(answers: Answers) -> Figures:
    ticked = picks(answers, "check")
    if ticked is None:
        return ()
    count = sum(check in ticked for check in CHECKS)
    return (
        Figure(
            key="check_count",
            label="Quick check",
            value=count,
            unit="of 4",
            low=0,
            high=4,
            direction="higher_better",
            words=f"{count} of the 4 points of the quick check are ticked.",
            inputs=frozenset({"check"}),
            privacy="author",
        ),
    )


def _shift(answers: Answers) -> Figures:
    before, after = number(answers, "before", 0, 10), number(answers, "after", 0, 10)
    if before is None or after is None:
        return ()
    shift = before - after
    if shift == 0:
        words = "Writing it down left the anxiety as it was."
    else:
        way = "lower" if shift > 0 else "higher"
        words = f"Anxiety was {points(abs(shift))} {way} after writing."
    return (
        Figure(
            key="shift",
            label="Anxiety before and after writing",
            value=shift,
            unit="points",
            low=-10,
            high=10,
            direction="higher_better",
            words=words,
            inputs=frozenset({"before", "after"}),
            privacy="author",
        ),
    )


SCORER = Scorer("df-i-position", score_own=score_own)
