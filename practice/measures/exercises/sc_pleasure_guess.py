"""What I guess, what is so: gently comparing a belief about the partner with what the partner reports.

Never a performance score. Figures mix one person's private guess with the other's answer and stay with the
clinician; both may be shown them only if both opt in at release, which is the clinician's act, not a score's.
"""

from __future__ import annotations

from statistics import fmean

from practice.measures.exercises.answers import rows
from practice.measures.exercises.figure import Answers, Figure, Figures, Person, Scorer
from practice.measures.quantity import points, rounded

ROWS = (
    "intimacy_was_enjoyable",
    "you_felt_emotionally_connected_during_it",
    "you_reached_orgasm",
)
DIFFERS_FROM = 2
_INPUTS = frozenset({"guess", "mine"})


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """For each guesser: gap per row (guess - answer, -4 to 4, positive = over-estimate) and mean |gap|."""
    return (*_gaps("a", a_answers, b_answers), *_gaps("b", b_answers, a_answers))


def _gaps(guesser: Person, own: Answers, partner: Answers) -> Figures:
    guesses, actual = rows(own, "guess", ROWS, 0, 4), rows(partner, "mine", ROWS, 0, 4)
    gaps = {row: guesses[row] - actual[row] for row in guesses if row in actual}
    if not gaps:
        return ()
    return (*(_gap(guesser, row, gap) for row, gap in gaps.items()), _mean(guesser, gaps))


def _gap(guesser: Person, row: str, gap: float) -> Figure:
    if gap == 0:
        words = "The guess matches the answer."
    else:
        words = f"The guess is {points(abs(gap))} {'above' if gap > 0 else 'below'} the answer."
    if abs(gap) >= DIFFERS_FROM:
        words = f"Differs: {words[0].lower()}{words[1:]}"
    return Figure(
        key=f"gap.{row}",
        label=f"Guess minus answer: {row.replace('_', ' ')}",
        value=gap,
        unit="points",
        low=-4,
        high=4,
        direction="neutral",
        words=words,
        inputs=_INPUTS,
        privacy="clinician",
        subject=guesser,
        sexual=True,
        rows=(row,),
    )


def _mean(guesser: Person, gaps: dict[str, float]) -> Figure:
    differing = tuple(row for row, gap in gaps.items() if abs(gap) >= DIFFERS_FROM)
    size = rounded(fmean(map(abs, gaps.values())), 2)
    return Figure(
        key="mean_gap",
        label="Distance between guess and answer",
        value=size,
        unit="points",
        low=0,
        high=4,
        direction="lower_better",
        words=f"Guess and answer are {points(size)} apart on average.",
        inputs=_INPUTS,
        privacy="clinician",
        subject=guesser,
        sexual=True,
        rows=differing,
    )


SCORER = Scorer("sc-pleasure-guess", score_pair=score_pair)
