"""How close a guess came: told to the guesser, for released rows only, never to the one who was guessed.

Whoever shows such a figure to the guesser passes in only the partner's released rows: from the error and their own
guess the guesser could work out the answer.
"""

from __future__ import annotations

from collections.abc import Mapping

from practice.measures.dyad import perception
from practice.measures.exercises.figure import Figure, Figures, Person
from practice.measures.quantity import points, rounded


def other(person: Person) -> Person:
    """The partner of A is B, and the other way round."""
    return "b" if person == "a" else "a"


def guess_error(
    guesser: Person,
    guesses: Mapping[str, float],
    actual: Mapping[str, float],
    *,
    guess_field: str,
    actual_field: str,
    high: float,
) -> Figures:
    """Mean |guess - answer| over the rows that have both; nothing without such a row."""
    seen = perception(guesses, actual)
    if seen is None:
        return ()
    error = rounded(seen.error, 3)
    if error == 0:
        words = "The guess was exactly right."
    else:
        words = f"The guess was {points(error)} off, on average. {_lean(seen.bias)}".rstrip()
    return (
        Figure(
            key="guess_error",
            label="How close the guess came",
            value=error,
            unit="points",
            low=0,
            high=high,
            direction="lower_better",
            words=words,
            inputs=frozenset({guess_field, actual_field}),
            privacy="author",
            subject=guesser,
            needs_released=frozenset({f"{other(guesser)}.{actual_field}"}),
        ),
    )


def _lean(bias: float) -> str:
    if bias == 0:
        return ""
    return "It leaned too high." if bias > 0 else "It leaned too low."
