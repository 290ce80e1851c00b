"""Know me now: how well one partner's guesses about the other hit, by the marks of the one who was guessed (Neff & Karney 2005)."""

from __future__ import annotations

from practice.measures.exercises.answers import rows
from practice.measures.exercises.figure import Answers, Figures, Person, Scorer
from practice.measures.exercises.guessing import other
from practice.measures.exercises.scales import INDEX_GOOD, figure
from practice.measures.quantity import rounded, written

PROMPTS = (
    "a_small_pleasure",
    "a_current_worry",
    "a_friend_i_lean_on",
    "what_drains_me",
    "a_hope_this_year",
    "food_comfort",
    "how_i_like_to_be_comforted",
    "something_i_am_proud_of",
    "a_pet_peeve",
    "a_dream_trip_or_project",
    "what_i_find_hard_to_ask_for",
    "what_i_used_to_like_and_no_longer_do",
)
SPOT_ON = 2
_INPUTS = {"marks"}


def score_own(answers: Answers) -> Figures:
    """Knowing score 0 to 100 = sum of the marks given to the guesser / (2 x 12) x 100; needs all twelve marks.

    The marks are given by the one who was guessed, so it is the guesser's score that stands with the marks.
    """
    return _knowing(answers, None)


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """Each guesser's knowing score, from the other's marks. Both are told, and neither is ranked."""
    return (*_knowing(b_answers, other("b")), *_knowing(a_answers, other("a")))


def _knowing(answers: Answers, guesser: Person | None) -> Figures:
    marks = rows(answers, "marks", PROMPTS, 0, SPOT_ON)
    if len(marks) < len(PROMPTS):
        return ()
    value = rounded(float(sum(marks.values()) / (SPOT_ON * len(PROMPTS)) * 100), 1)
    words = f"The guesses that were marked came to {written(value)} of 100."
    return (
        figure(
            "knowing",
            "How well the guesses hit",
            value,
            words,
            INDEX_GOOD,
            _INPUTS,
            privacy="joint",
            subject=guesser,
        ),
    )


SCORER = Scorer("ei-know-me-now", score_own=score_own, score_pair=score_pair)
