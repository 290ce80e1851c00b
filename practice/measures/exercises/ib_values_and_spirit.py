"""Values and spirit: values that both chose, and how well the other's were guessed (Mahoney 2010; Goff 2010)."""

from __future__ import annotations

from practice.measures.exercises.answers import picks
from practice.measures.exercises.figure import Answers, Figures, Person, Scorer
from practice.measures.exercises.parts import guess_hits, named
from practice.measures.exercises.scales import PERCENT, figure, released

CHOSEN = 5
_INPUTS = {"top5"}


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """Values overlap = chosen by both / 5 x 100, and hits of each guess, 0 to 5. Needs five chosen by each."""
    return (
        *_overlap(_chosen(a_answers), _chosen(b_answers)),
        *_hits("a", a_answers, b_answers),
        *_hits("b", b_answers, a_answers),
    )


def _overlap(a: tuple[str, ...], b: tuple[str, ...]) -> Figures:
    if not a or not b:
        return ()
    both = tuple(value for value in a if value in b)
    names = ", ".join(map(named, both))
    words = f"Chosen by both: {names}." if both else "The five chosen differ. Both lists matter."
    return (
        figure(
            "values_overlap",
            "Values both chose",
            len(both) / CHOSEN * 100,
            words,
            PERCENT,
            _INPUTS,
            privacy="joint",
            subject="couple",
            needs_released=released("top5"),
            rows=both,
        ),
    )


def _hits(guesser: Person, own: Answers, partner: Answers) -> Figures:
    return guess_hits(
        guesser,
        picks(own, "guess5"),
        _chosen(partner),
        of=CHOSEN,
        guess_field="guess5",
        actual_field="top5",
        what="the five that were chosen",
    )


def _chosen(answers: Answers) -> tuple[str, ...]:
    chosen = picks(answers, "top5") or ()
    return chosen if len(chosen) == CHOSEN else ()


SCORER = Scorer("ib-values-and-spirit", score_pair=score_pair)
