"""What lands: which signs of love arrive, and how often they came lately (Floyd 2006; Impett, Park & Muise 2024)."""

from __future__ import annotations

from statistics import fmean

from practice.measures.exercises.answers import picks, rows
from practice.measures.exercises.figure import Answers, Figures, Person, Scorer
from practice.measures.exercises.parts import guess_hits, named, top
from practice.measures.exercises.scales import WORDS, Scale, figure
from practice.measures.quantity import points, rounded

ROWS = (
    "kind_words",
    "being_listened_to",
    "help_with_a_task",
    "surprise_notes",
    "time_alone_together",
    "a_hug",
    "hand_holding",
    "shared_laughter",
    "remembering_details",
    "small_gifts",
    "defending_me",
    "doing_something_i_love_with_me",
)
TOP = 3
_LANDS = {"lands"}


def score_own(answers: Answers) -> Figures:
    """Top three by what lands (ties by order), and the landing gap: mean over them of max(0, lands - recent), 0 to 4."""
    lands = _lands(answers)
    if len(lands) < TOP:
        return ()
    best = top(lands, TOP)
    names = ", ".join(map(named, best))
    made = figure(
        "top_three",
        "What lands most",
        names,
        f"What lands most: {names}.",
        WORDS,
        _LANDS,
        rows=best,
    )
    return (made, *_gap(lands, rows(answers, "recent", ROWS, 0, 4), best))


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """How many of the three guessed are among the partner's top three, for each guesser."""
    return (*_hits("a", a_answers, b_answers), *_hits("b", b_answers, a_answers))


def _gap(lands: dict[str, float], recent: dict[str, float], best: tuple[str, ...]) -> Figures:
    if any(row not in recent for row in best):
        return ()
    gap = rounded(float(fmean(max(0, lands[row] - recent[row]) for row in best)), 2)
    words = f"What lands most came {points(gap)} less often lately than it lands."
    if gap == 0:
        words = "What lands most came often lately."
    scale = Scale(0, 4, "points", "lower_better")
    return (figure("landing_gap", "Landing gap", gap, words, scale, {"lands", "recent"}),)


def _hits(guesser: Person, own: Answers, partner: Answers) -> Figures:
    return guess_hits(
        guesser,
        picks(own, "guess3"),
        top(_lands(partner), TOP),
        of=TOP,
        guess_field="guess3",
        actual_field="lands",
        what="the three that land most",
    )


def _lands(answers: Answers) -> dict[str, float]:
    return rows(answers, "lands", ROWS, 0, 4)


SCORER = Scorer("aa-what-lands", score_own=score_own, score_pair=score_pair)
