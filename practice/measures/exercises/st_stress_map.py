"""Stress map: what weighs, how far it spills over, and whether the wished support was guessed (Randall & Bodenmann 2009)."""

from __future__ import annotations

from practice.measures.exercises.answers import choice, lines, number, rows
from practice.measures.exercises.figure import Answers, Figures, Person, Scorer
from practice.measures.exercises.guessing import other
from practice.measures.exercises.parts import of_hundred
from practice.measures.exercises.scales import INDEX_HEAVY, Scale, figure
from practice.measures.quantity import written

MOST_LOAD = 80
SPILL = (
    "short_tempered",
    "distant",
    "critical",
    "impatient_with_the_children",
    "uninterested_in_closeness",
)


def score_own(answers: Answers) -> Figures:
    """Total load = sum of the loads, at most 80; spillover 0 to 100 = mean of the answered rows x 25."""
    return (*_load(answers), *_spill(answers))


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """Support match, 0 or 1: whether the guess equals what the partner wishes for; for the guesser."""
    return (*_match("a", a_answers, b_answers), *_match("b", b_answers, a_answers))


def _load(answers: Answers) -> Figures:
    given = (number(line, "load", 0, 10) for line in lines(answers, "loads"))
    loads = [load for load in given if load is not None]
    if not loads:
        return ()
    total = min(MOST_LOAD, sum(loads))
    words = f"Everything together weighs {written(total)} of {MOST_LOAD}."
    scale = Scale(0, MOST_LOAD, f"of {MOST_LOAD}", "lower_better")
    return (figure("load", "Total load", total, words, scale, {"loads"}),)


def _spill(answers: Answers) -> Figures:
    spill = rows(answers, "spill", SPILL, 0, 4)
    if not spill:
        return ()
    value = of_hundred(spill.values())
    words = f"Stress spills over at {written(value)} of 100."
    return (figure("spillover", "Spillover", value, words, INDEX_HEAVY, {"spill"}),)


def _match(guesser: Person, own: Answers, partner: Answers) -> Figures:
    guess, wish = choice(own, "guess_wish"), choice(partner, "wish")
    if guess is None or wish is None:
        return ()
    words = "The guess was right." if guess == wish else "The wish is another one."
    return (
        figure(
            "guess_match",
            "Guessed support",
            int(guess == wish),
            words,
            Scale(0, 1, None, "higher_better"),
            {"guess_wish", "wish"},
            subject=guesser,
            needs_released={f"{other(guesser)}.wish"},
        ),
    )


SCORER = Scorer("st-stress-map", score_own=score_own, score_pair=score_pair)
