"""Our loop: the pattern two usual positions make, and whether the other's feeling was guessed (Christensen & Heavey 1990)."""

from __future__ import annotations

from practice.measures.dyad import role_pattern
from practice.measures.exercises.answers import choice, picks
from practice.measures.exercises.core_feelings import core_of
from practice.measures.exercises.figure import Answers, Figures, Person, Scorer
from practice.measures.exercises.guessing import other
from practice.measures.exercises.scales import WORDS, Scale, figure, released


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """The pattern's label from both roles, and for each guesser a hit: any overlap of the core feelings."""
    return (
        *_pattern(a_answers, b_answers),
        *_hit("a", a_answers, b_answers),
        *_hit("b", b_answers, a_answers),
    )


def _pattern(a: Answers, b: Answers) -> Figures:
    pattern = role_pattern(choice(a, "role"), choice(b, "role"))
    if pattern is None:
        return ()
    return (
        figure(
            "pattern",
            "The pattern of the two positions",
            str(pattern),
            f"The two usual positions together: {pattern}. The pattern is the trouble, not either person.",
            WORDS,
            {"role"},
            privacy="joint",
            subject="couple",
            needs_released=released("role"),
        ),
    )


def _hit(guesser: Person, own: Answers, partner: Answers) -> Figures:
    guessed, felt = picks(own, "guess_feel"), picks(partner, "i_feel")
    if not guessed or not felt:
        return ()
    hit = bool(core_of(guessed) & core_of(felt))
    words = (
        "The guess and the feeling are of the same kind."
        if hit
        else "The guess was of another kind of feeling."
    )
    return (
        figure(
            "guess_hit",
            "Guessed feeling",
            int(hit),
            words,
            Scale(0, 1, None, "higher_better"),
            {"guess_feel", "i_feel"},
            subject=guesser,
            needs_released={f"{other(guesser)}.i_feel"},
        ),
    )


SCORER = Scorer("cc-loop-map", score_pair=score_pair)
